"""The one place where errors of the database become errors of the archive."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from editor_app.archive.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveError,
    ArchiveNotWritable,
    DiskFull,
    NotAnArchive,
)

# In bytes; what SQLite needs beside the archive for as long as it is open.
ROOM_TO_WORK = 256 * 1024


_OUT_OF_REACH = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    )
)


@contextmanager
def told_about(path: Path) -> Iterator[None]:
    """Raise what the database says as an ArchiveError about `path`; a bug stays what it is."""
    try:
        yield
    except DBAPIError as error:
        raise _archive_error(path, error.orig) or error from error
    except sqlite3.Error as error:
        raise _archive_error(path, error) or error from error


def file_error(path: Path, error: OSError) -> ArchiveError:
    """Return what an error of the file system means for the archive at `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    return ArchiveNotWritable(path, error.strerror or str(error))


def is_out_of_reach(error: BaseException | None) -> bool:
    """Tell whether the database could not get at its file, which may be whole."""
    return _primary_code(error) in _OUT_OF_REACH


def has_no_room(folder: Path) -> bool:
    """Tell whether the disk with `folder` is too full for SQLite to work; False where it is gone."""
    try:
        return shutil.disk_usage(folder).free < ROOM_TO_WORK
    except OSError:
        return False


def _archive_error(path: Path, error: BaseException | None) -> ArchiveError | None:
    if not isinstance(error, sqlite3.Error):
        return None
    code = _primary_code(error)
    # Without room for its log and its index of it, SQLite speaks of input and output only.
    if code == sqlite3.SQLITE_IOERR and has_no_room(path.parent):
        return DiskFull(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR):
        return ArchiveNotWritable(path, str(error))
    plain = {
        sqlite3.SQLITE_BUSY: ArchiveBusy,
        sqlite3.SQLITE_LOCKED: ArchiveBusy,
        sqlite3.SQLITE_FULL: DiskFull,
        sqlite3.SQLITE_CORRUPT: ArchiveDamaged,
        sqlite3.SQLITE_NOTADB: NotAnArchive,
    }.get(code)
    return plain(path) if plain else None


def _primary_code(error: BaseException | None) -> int:
    # The extended code keeps the primary one in its lowest byte; misuse of the module has none.
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF
