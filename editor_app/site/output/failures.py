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


def typed_error(error: OSError | sqlite3.Error, target: Path) -> EditorAppError:
    """Return what `error`, met at work on `target`, stands for."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGED:
            return LedgerDamaged(target)
        kind = TargetFull if code == sqlite3.SQLITE_FULL else TargetNotWritable
        return kind(target, str(error))
    reason = error.strerror or str(error)
    windows = getattr(error, "winerror", None)
    if error.errno in _NO_ROOM:
        return TargetFull(target, reason)
    path = Path(error.filename) if isinstance(error.filename, str) else target
    if error.errno == errno.ENAMETOOLONG or windows == _WINDOWS_TOO_LONG:
        return PathTooLong(path, reason)
    if error.errno in _IN_USE or windows in _WINDOWS_IN_USE:
        return FileInUse(path, reason)
    return TargetNotWritable(target, reason)


@contextmanager
def typed_errors(target: Path) -> Iterator[None]:
    """Let what the system says inside come out as typed errors."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise typed_error(error, target) from error
