"""A copy of a damaged file that SQLite will open."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from editor_app.archive.sqlite_file import APPLICATION_ID, HEADER_BYTES, HEADER_START

# What every archive is made with.
PAGE_SIZE = 4096


class Text(bytes):
    """A text as it is stored, told apart from a blob: damaged ones are no UTF-8."""


def copy_damaged(path: Path, folder: Path) -> Path:
    """Return a copy of the file with its log, in `folder`, with a header that can be read; raises OSError."""
    copy = folder / "damaged.sqlite3"
    shutil.copyfile(path, copy)
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and path.stat().st_size:
        shutil.copyfile(log, folder / f"{copy.name}-wal")
    with copy.open("rb+") as file:
        header = file.read(HEADER_BYTES)
        if not _is_plausible(header):
            file.seek(0)
            file.write(_plain_header(copy.stat().st_size))
    return copy


@contextmanager
def opened_damaged(copy: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that reads what it can, texts as Text; raises sqlite3.Error."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as database:
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
