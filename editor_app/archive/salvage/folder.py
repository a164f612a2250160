"""The folder with the copies of a damaged archive: it goes with the desk on it, or else at the next start."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

_PREFIX = "pressklar-salvaged-"
# Locked as long as a process works in the folder; the lock ends with the process, however that ends.
_LOCK = "in-use.sqlite3"


class SalvageFolder:
    """A new folder for temporary files, which no other process takes for a leftover; raises OSError."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._lock = sqlite3.connect(self.path / _LOCK, isolation_level=None, check_same_thread=False)
        self._lock.execute("BEGIN EXCLUSIVE")

    def remove(self) -> None:
        """Remove it and what is in it."""
        self._lock.close()
        shutil.rmtree(self.path, ignore_errors=True)


def remove_leftovers() -> None:
    """Remove the folders of processes that are no more."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if _is_left(path):
            shutil.rmtree(path, ignore_errors=True)


def _is_left(path: Path) -> bool:
    lock = path / _LOCK
    try:
        # One that is just being made has no lock yet; those of others cannot be opened.
        with closing(sqlite3.connect(f"{lock.as_uri()}?mode=rw", uri=True, timeout=0)) as database:
            database.execute("BEGIN EXCLUSIVE")
            return True
    except sqlite3.Error:
        return False
