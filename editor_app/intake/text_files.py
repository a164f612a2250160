"""Files from elsewhere, read as text whatever program wrote them."""

import codecs
from pathlib import Path

from editor_app.domain.errors import EditorAppError

# A news page is some kilobytes; this much is sorted in seconds.
SIZE_LIMIT = 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # Before UTF-16, whose mark is the first half of this one.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Word (new and old), PDF, pictures, RTF: some hold no NUL where one looks first.
_NOT_TEXT = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"{\\rtf",
)
_LAYOUT = "\t\n\r\x0b\x0c\x1a\x85"
_CONTROL_SHARE = 0.01
_STRAYS = "windows_1252_strays"


class NotText(EditorAppError):
    """What is at `path` is no text: a picture, a PDF, a word processor's own format …"""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not text")
        self.path = path


class TooLarge(EditorAppError):
    """The file at `path` is larger than `limit` bytes, so it is hardly a news page."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(f"{path} is larger than {limit} bytes")
        self.path = path
        self.limit = limit


def decode_text(data: bytes, path: Path, *, limit: int = SIZE_LIMIT) -> str:
    """Return the text in `data`, which came from `path`; raises NotText or TooLarge.

    It may be in UTF-8, in UTF-16 or UTF-32 with a byte order mark, or in Windows-1252.
    """
    if len(data) > limit:
        raise TooLarge(path, limit)
    if data.startswith(_NOT_TEXT):
        raise NotText(path)
    encoding = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    try:
        text = data.decode(encoding) if encoding else data.decode("utf-8", errors=_STRAYS)
    except UnicodeDecodeError as error:
        raise NotText(path) from error
    if not _reads_as_text(text):
        raise NotText(path)
    return text


def _reads_as_text(text: str) -> bool:
    if "\0" in text:
        return False
    controls = sum(1 for sign in text if (sign < " " or "\x7f" <= sign <= "\x9f") and sign not in _LAYOUT)
    return controls <= len(text) * _CONTROL_SHARE


def _read_as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252, where å, ä, ö and dashes are single bytes.

    No Swedish text in Windows-1252 is UTF-8 by chance, so the bytes themselves are the evidence.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252"), error.end


codecs.register_error(_STRAYS, _read_as_windows_1252)
