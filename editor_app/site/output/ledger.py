"""The record of what is at a target and of what a commit is about to change, in a database beside it.

The record of a run is one transaction. What a run hands over goes to tables of its own, `pending` and
`pending_articles`; committing them together with the word `switch` is the commit point of the run, after
which the files are switched and the tables are moved into `files` and `articles`.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

SCHEMA = 1
# "FULL" waits for the disk at each commit; tests that only kill processes need not wait.
SYNCHRONOUS = "FULL"

_FILE = """
    path TEXT PRIMARY KEY, sha256 BLOB NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    shard INTEGER NOT NULL, owner TEXT NOT NULL, revision TEXT NOT NULL"""
_TABLES = f"""
CREATE TABLE about (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE files ({_FILE}) WITHOUT ROWID;
CREATE INDEX files_by_owner ON files (owner);
CREATE INDEX files_by_shard ON files (shard);
CREATE TABLE articles (id TEXT PRIMARY KEY, remembered BLOB NOT NULL);
CREATE TABLE pending ({_FILE}, step INTEGER NOT NULL, kept BLOB) WITHOUT ROWID;
CREATE TABLE pending_articles (id TEXT PRIMARY KEY, remembered BLOB);
CREATE TABLE generations (
    number INTEGER PRIMARY KEY, site BLOB NOT NULL,
    added INTEGER NOT NULL, changed INTEGER NOT NULL, removed INTEGER NOT NULL);
CREATE TABLE kept_files (
    generation INTEGER NOT NULL, path TEXT NOT NULL, sha256 BLOB, size INTEGER,
    owner TEXT, revision TEXT, step INTEGER NOT NULL, kept BLOB,
    PRIMARY KEY (generation, path)) WITHOUT ROWID;
CREATE TABLE kept_articles (
    generation INTEGER NOT NULL, id TEXT NOT NULL, remembered BLOB, PRIMARY KEY (generation, id));
PRAGMA user_version = {SCHEMA};
"""


class Unreadable(Exception):
    """The file is no ledger, or one of another version; it is made anew."""


class NewerLedger(Exception):
    """The file was made by a newer program."""


class Ledger:
    """The database, with statements that are prepared once; the caller says when a transaction ends."""

    def __init__(self, path: Path) -> None:
        """Open the ledger at `path`, which is made if it is not there; raises Unreadable and NewerLedger."""
        self._path = path
        # A cache of 4 MiB holds what a small change touches in a ledger of 200,000 files.
        self._database = sqlite3.connect(path, isolation_level=None, cached_statements=256)
        try:
            self.run("PRAGMA journal_mode = TRUNCATE")
            self.run(f"PRAGMA synchronous = {SYNCHRONOUS}")
            self.run("PRAGMA cache_size = -4096")
            found = self.value("PRAGMA user_version")
            if found == 0 and not self.value("SELECT count(*) FROM sqlite_master"):
                self._database.executescript(f"BEGIN;{_TABLES}COMMIT;")
            elif found != SCHEMA:
                raise NewerLedger(path) if found > SCHEMA else Unreadable(path)
        except sqlite3.DatabaseError as error:
            self._database.close()
            if isinstance(error, sqlite3.OperationalError):
                raise
            raise Unreadable(path) from error
        except (NewerLedger, Unreadable):
            self._database.close()
            raise

    def run(self, statement: str, parameters: tuple[Any, ...] = ()) -> sqlite3.Cursor:
        """Run one statement and return its rows as they are asked for."""
        return self._database.execute(statement, parameters)

    def run_for_each(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> int:
        """Run one statement with each of `rows`; return how many rows of tables it has changed."""
        return self._database.executemany(statement, rows).rowcount

    def row(self, statement: str, parameters: tuple[Any, ...] = ()) -> tuple[Any, ...] | None:
        """Return the first row, or None where there is none."""
        found: tuple[Any, ...] | None = self._database.execute(statement, parameters).fetchone()
        return found

    def value(self, statement: str, parameters: tuple[Any, ...] = ()) -> Any:
        """Return the first column of the first row, or None where there is no row."""
        found = self._database.execute(statement, parameters).fetchone()
        return None if found is None else found[0]

    @property
    def in_transaction(self) -> bool:
        """Whether something waits to be committed."""
        return self._database.in_transaction

    def about(self, name: str) -> bytes | None:
        """Return what is noted under `name`, or None."""
        found: bytes | None = self.value("SELECT value FROM about WHERE name = ?", (name,))
        return found

    def note(self, name: str, value: bytes | None) -> None:
        """Note `value` under `name`; None takes the note away."""
        if value is None:
            self.run("DELETE FROM about WHERE name = ?", (name,))
        else:
            self.run("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    def pages(self, statement: str, size: int = 1000) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows of `statement` by `size`; it has `path > ?` and `LIMIT ?`, and path comes first.

        Rows may be changed between two pages, which a cursor that is still open does not allow.
        """
        last = ""
        while rows := self.run(statement, (last, size)).fetchall():
            yield rows
            last = rows[-1][0]

    def add_function(self, function: Callable[[str], str]) -> None:
        """Let statements call `function` by its name."""
        self._database.create_function(function.__name__, 1, function, deterministic=True)

    def close(self) -> None:
        """Close the database and forget what was not committed; a file that then has nothing goes too."""
        try:
            if self.in_transaction:
                self.run("ROLLBACK")
            is_blank = self.value("SELECT 1 FROM about LIMIT 1") is None
        except sqlite3.DatabaseError:
            # Where it is damaged, nobody knows what it has.
            is_blank = False
        self._database.close()
        if is_blank:
            self.remove()

    def set_aside(self) -> None:
        """Close a damaged database and give it a name at which nobody looks for it."""
        self._database.close()
        self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
        self.remove()

    def remove(self) -> None:
        """Remove the file, which is closed, and what SQLite puts beside it."""
        for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            path.unlink(missing_ok=True)
