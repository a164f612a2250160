"""A damaged file, or a copy of it, as SQLite will open it."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from editor_app.archive.sqlite_file import APPLICATION_ID, HEADER_BYTES, HEADER_START

# What every archive is made with.
PAGE_SIZE = 4096
# In bytes: so often a copy hears that it is to stop.
AT_A_TIME = 1 << 24


class Text(bytes):
    """A text as it is stored, told apart from a blob: damaged ones are no UTF-8."""


def readable_file(path: Path, folder: Path, go_on: Callable[[], Any]) -> Path:
    """Return a file that can be read: a copy with its log and a header, in `folder`, or `path` itself.

    That is where nobody has it open and its header is whole; to copy a large one takes its time. `go_on`
    is called now and then, and may raise to stop. Raises OSError.
    """
    log = path.with_name(f"{path.name}-wal")
    with path.open("rb") as file:
        if _is_plausible(file.read(HEADER_BYTES)) and not log.exists():
            return path
    copy = folder / "damaged.sqlite3"
    with path.open("rb") as file, copy.open("wb") as copied:
        while some := file.read(AT_A_TIME):
            go_on()
            copied.write(some)
    if log.exists() and path.stat().st_size:
        shutil.copyfile(log, folder / f"{copy.name}-wal")
    with copy.open("rb+") as file:
        header = file.read(HEADER_BYTES)
        if not _is_plausible(header):
            file.seek(0)
            file.write(_plain_header(copy.stat().st_size))
    return copy


@contextmanager
def opened_damaged(readable: Path, *, is_copy: bool) -> Iterator[sqlite3.Connection]:
    """Give a connection that reads what it can, texts as Text; raises sqlite3.Error."""
    # An immutable file is neither locked nor given a log.
    address = f"{readable.absolute().as_uri()}?{'mode=rw' if is_copy else 'immutable=1'}"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as database:
        database.text_factory = Text
        # So it overlooks tables whose definitions are broken, and an end that is missing.
        database.execute("PRAGMA writable_schema = ON")
        yield database


def _is_plausible(header: bytes) -> bool:
    page_size = int.from_bytes(header[16:18])
    return (
        header.startswith(HEADER_START)
        and page_size == PAGE_SIZE
        # Format versions, and the fractions of pages that the format has fixed.
        and header[18] in (1, 2)
        and header[19] in (1, 2)
        and header[20] == 0
        and header[21:24] == bytes((64, 32, 32))
    )


def _plain_header(size: int) -> bytes:
    """Return the header of an archive whose own is lost: its pages are all that is needed.

    See https://www.sqlite.org/fileformat.html. The version is not among it.
    """
    fields = {
        16: PAGE_SIZE.to_bytes(2),
        18: bytes((1, 1, 0, 64, 32, 32)),
        28: (size // PAGE_SIZE).to_bytes(4),
        # The format of the schema, and UTF-8.
        44: (4).to_bytes(4),
        56: (1).to_bytes(4),
        68: APPLICATION_ID.to_bytes(4),
    }
    header = bytearray(HEADER_START.ljust(HEADER_BYTES, b"\0"))
    for at, value in fields.items():
        header[at : at + len(value)] = value
    return bytes(header)
