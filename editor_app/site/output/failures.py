"""What the system says, as errors that a sentence can be made of."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editor_app.domain.errors import EditorAppError
from editor_app.site.errors import TargetFull, TargetNotWritable
from editor_app.site.output.errors import FileInUse, LedgerDamaged, PathTooLong

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_IN_USE = frozenset({errno.EBUSY, errno.ETXTBSY})
# Windows: a path that is too long, and a file that another program has opened or locked.
_WINDOWS_TOO_LONG = 206
_WINDOWS_IN_USE = frozenset({32, 33})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


WORLDLY = (OSError, sqlite3.DatabaseError)
_MISTAKES = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError, sqlite3.NotSupportedError)


def typed_error(error: OSError | sqlite3.DatabaseError, target: Path) -> EditorAppError:
    """Return what `error`, met at work on `target`, stands for; raises it where it is a mistake of ours."""
    if isinstance(error, _MISTAKES):
        raise error
    if isinstance(error, sqlite3.DatabaseError):
        if is_damage(error):
            return LedgerDamaged(target)
        is_full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
        kind = TargetFull if is_full else TargetNotWritable
        return kind(target, str(error))
    reason = reason_of(error)
    windows = getattr(error, "winerror", None)
    if error.errno in _NO_ROOM:
        return TargetFull(target, reason)
    path = Path(error.filename) if isinstance(error.filename, str) else target
    if error.errno == errno.ENAMETOOLONG or windows == _WINDOWS_TOO_LONG:
        return PathTooLong(path, reason)
    if error.errno in _IN_USE or windows in _WINDOWS_IN_USE:
        return FileInUse(path, reason)
    return TargetNotWritable(target, reason)


def is_damage(error: BaseException | None) -> bool:
    """Whether `error` says that a ledger is damaged."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, LedgerDamaged) or (isinstance(error, sqlite3.DatabaseError) and code in _DAMAGED)


def reason_of(error: OSError | sqlite3.DatabaseError) -> str:
    """Return what the system says, in its own words."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


@contextmanager
def typed_errors(target: Path) -> Iterator[None]:
    """Let what the system says inside come out as typed errors."""
    try:
        yield
    except WORLDLY as error:
        raise typed_error(error, target) from error
