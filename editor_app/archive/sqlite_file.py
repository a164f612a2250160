"""What only SQLite knows: how its file is opened, stamped, copied and examined."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

# "Prkl" in ASCII: tells our files from other programs' (PRAGMA application_id).
APPLICATION_ID = 0x50726B6C
BUSY_SECONDS = 5.0

_WRITES = "pressklar_writes"


class Stamp(NamedTuple):
    """What a database says of itself; `is_empty` where nothing has been stored at all."""

    application_id: int
    version: int
    is_empty: bool


def read_stamp(path: Path, busy_seconds: float = BUSY_SECONDS) -> Stamp:
    """Return the stamp of the database at `path`, changing nothing; raises sqlite3.Error."""
    with closing(_connect(path, busy_seconds, "rw")) as database:
        application_id = database.execute("PRAGMA application_id").fetchone()[0]
        version = database.execute("PRAGMA user_version").fetchone()[0]
        tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        return Stamp(application_id, version, is_empty=not (application_id or version or tables))


def write_stamp(connection: Connection, version: int) -> None:
    """Mark the database as an archive of `version`; takes part in the transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")


def touch(path: Path) -> None:
    """Make an empty database at `path` where there is none; raises sqlite3.Error."""
    with closing(_connect(path, BUSY_SECONDS, "rwc")) as database:
        database.execute("PRAGMA user_version")


def make_engine(path: Path, *, busy_seconds: float = BUSY_SECONDS, foreign_keys: bool = True) -> Engine:
    """Return an engine on the existing database at `path`: one connection, transactions begun aloud."""
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _connect(path, busy_seconds, "rw"),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
    )

    @event.listens_for(engine, "connect")
    def prepare(database: sqlite3.Connection, _record: Any) -> None:
        database.execute("PRAGMA journal_mode = WAL")
        # Every commit reaches the disk before it is acknowledged, also when the power goes.
        database.execute("PRAGMA synchronous = FULL")
        database.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that reads first and writes later could not wait for its turn, so one that
        # will write takes its turn at once.
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def connect_for_writing(engine: Engine) -> Connection:
    """Return a connection whose transactions hold the write lock from their start."""
    return engine.connect().execution_options(**{_WRITES: True})


def empty_log(connection: Connection) -> None:
    """Move what was committed from the log beside the file into the file, unless somebody reads just now.

    To be called outside a transaction.
    """
    database: Any = connection.connection.driver_connection
    patience = database.execute("PRAGMA busy_timeout").fetchone()[0]
    database.execute("PRAGMA busy_timeout = 0")
    # What was committed stays so where this fails, as on a full disk: then it stays in the log.
    with suppress(sqlite3.OperationalError):
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.execute(f"PRAGMA busy_timeout = {patience}")


def changes_of_others(connection: Connection) -> int:
    """Return a number that becomes another when another connection has changed the database.

    It can be compared with those of the same connection only.
    """
    database: Any = connection.connection.driver_connection
    number: int = database.execute("PRAGMA data_version").fetchone()[0]
    return number


def back_up(path: Path, target: Path) -> None:
    """Copy the database at `path` to the new file `target` while others may use it.

    Raises sqlite3.Error; then there is no `target`, which would fill a full disk for nothing.
    """
    try:
        with closing(_connect(path, BUSY_SECONDS, "rw")) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except sqlite3.Error:
        target.unlink(missing_ok=True)
        raise


def has_broken_references(connection: Connection) -> bool:
    """Tell whether a row names another one that is not there."""
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None


def _connect(path: Path, busy_seconds: float, mode: str) -> sqlite3.Connection:
    # No isolation level: Python's sqlite3 would begin transactions late and commit before DDL.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
