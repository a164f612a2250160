"""What the clipboard brings from other programs becomes blocks, here or in a process of its own.

The parsers keep Python's lock, so that a thread would stop the window, and nothing but the end of its
process stops one that takes too long. The process reads one request from stdin and writes the answer.
"""

import sys

import msgspec
from msgspec import Struct

from editor_app.intake.html.read_text import LeftOut, ReadText
from editor_app.intake.html.reading import read_html
from editor_app.intake.html.rtf_images import images_in_rtf

__all__ = ["LeftOut", "ReadText", "answer_of", "read_clipboard", "to_request"]


class _Request(Struct, frozen=True):
    html: str
    rtf: bytes


def read_clipboard(html: str, rtf: bytes = b"") -> ReadText:
    """Return what `html` says; images that it only names as files are taken from `rtf` beside it."""
    return read_html(html, file_images=images_in_rtf(rtf))


def to_request(html: str, rtf: bytes = b"") -> bytes:
    """Return what the process is to be told for `read_clipboard` of the same."""
    # Lone surrogates cannot be written as UTF-8.
    return msgspec.msgpack.encode(_Request(html.encode("utf-8", "ignore").decode(), rtf))


def answer_of(data: bytes) -> ReadText:
    """Return what the process answered."""
    return msgspec.msgpack.decode(data, type=ReadText)


def main() -> None:
    """Answer the one request."""
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=_Request)
    sys.stdout.buffer.write(msgspec.msgpack.encode(read_clipboard(request.html, request.rtf)))


if __name__ == "__main__":
    main()
