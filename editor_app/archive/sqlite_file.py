"""What only SQLite knows: how its file is opened, stamped, copied and examined."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event

# "Prkl" in ASCII: tells our files from other programs' (PRAGMA application_id).
APPLICATION_ID = 0x50726B6C
BUSY_SECONDS = 5.0

# A copy hears that it is to stop, and lets others at the disk, after so many: 4 MB.
PAGES_AT_A_TIME = 1024
# SQLite asks whether to go on after so many of its own steps.
STEPS_AT_A_TIME = 100_000
# What a connection keeps of the file in memory: the upper levels of the indexes of 100,000 articles,
# so that a search reads half as many pages.
KEPT_KIB = 16 * 1024
# https://www.sqlite.org/fileformat.html
HEADER_BYTES, HEADER_START = 100, b"SQLite format 3\0"

T = TypeVar("T")
Progress = Callable[[int, int], Any]

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
        database.execute(f"PRAGMA cache_size = -{KEPT_KIB}")
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


def back_up(
    path: Path, target: Path, look: Callable[[sqlite3.Connection], T], progress: Progress | None
) -> T:
    """Copy the database at `path` to the new file `target` while others use it, and return what `look` saw.

    It looks at just what is copied. `progress` hears of the pages copied and of all, and may raise to
    stop. Raises sqlite3.Error; then there is no `target`, which would fill a full disk for nothing.
    """

    def tell(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    try:
        with closing(_connect(path, BUSY_SECONDS, "rw")) as source, closing(sqlite3.connect(target)) as copy:
            # Within a transaction the copying does not begin anew when somebody writes.
            source.execute("BEGIN")
            seen = look(source)
            source.backup(copy, pages=PAGES_AT_A_TIME, progress=tell)
            # One file by itself, also while somebody looks into it.
            copy.execute("PRAGMA journal_mode = DELETE")
            return seen
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def open_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection that changes nothing, beside others that may; raises sqlite3.Error."""
    return _connect(path, BUSY_SECONDS, "ro")


def make_reading_engine(path: Path) -> Engine:
    """Return an engine on the database at `path` that changes nothing."""
    return create_engine("sqlite+pysqlite://", creator=lambda: open_to_read(path), poolclass=NullPool)


@contextmanager
def opened_to_look(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to a file that nobody changes, such as a backup; no file is made beside it."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)) as database:
        yield database


@contextmanager
def stoppable(database: sqlite3.Connection, go_on: Callable[[], Any]) -> Iterator[None]:
    """Ask `go_on` now and then while `database` is at work; it may raise to stop, and that comes out."""
    stopped: list[BaseException] = []

    def ask() -> int:
        # An exception would be lost within SQLite.
        try:
            go_on()
        except BaseException as error:  # noqa: BLE001 - raised again as soon as SQLite has stopped
            stopped.append(error)
        return len(stopped)

    database.set_progress_handler(ask, STEPS_AT_A_TIME)
    try:
        yield
    except sqlite3.Error as error:
        if stopped:
            raise stopped[0] from error
        raise
    finally:
        database.set_progress_handler(None, 0)


def integrity_problems(database: sqlite3.Connection, most: int = 20) -> tuple[str, ...]:
    """Return what SQLite's own check finds, in its words, none where all is well."""
    rows = database.execute(f"PRAGMA integrity_check({most:d})")
    return tuple(row[0] for row in rows if row[0] != "ok")


def header_stamp(path: Path) -> Stamp | None:
    """Return the stamp in the first bytes of a file, also of one that SQLite cannot open, None without one.

    Raises OSError.
    """
    with path.open("rb") as file:
        header = file.read(HEADER_BYTES)
    if len(header) < HEADER_BYTES or not header.startswith(HEADER_START):
        return None
    version, application_id = (int.from_bytes(header[at : at + 4]) for at in (60, 68))
    return Stamp(application_id, version, is_empty=not (application_id or version))


def take_alone(path: Path) -> bool:
    """Bring all of the database into the one file; False, or busy, where somebody else has it open."""
    with closing(_connect(path, 1.0, "rw")) as database:
        # Only who is alone with a database can do without its log.
        mode: str = database.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        return mode == "delete"


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
