"""Opens what can be read of a damaged archive, for reading alone."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from editor_app.archive.archive import Archive, Holdings
from editor_app.archive.backups.contents import count_contents
from editor_app.archive.errors import ArchiveReadOnly, NewerArchive, NothingToSalvage
from editor_app.archive.failures import file_error, told_about
from editor_app.archive.salvage.copying import copy_damaged, opened_damaged
from editor_app.archive.salvage.damage import Damage
from editor_app.archive.salvage.rescue import Rescue
from editor_app.archive.search_index import make_index
from editor_app.archive.sqlite_file import connect_for_writing, make_engine, touch
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.archive.upgrading import upgrade


class SalvagedArchive(Archive):
    """A copy of what could be read; `damaged` is the file that it was read from, which nothing changes."""

    def __init__(self, copy: Path, folder: Path, damage: Damage) -> None:
        super().__init__(copy, make_engine(copy))
        self._folder = folder
        self._damaged = damage.path
        self.damage = damage

    @contextmanager
    def writing(self) -> Iterator[Holdings]:
        """Refuse; raises ArchiveReadOnly."""
        raise ArchiveReadOnly(self._damaged)
        yield

    @contextmanager
    def storing_derived(self) -> Iterator[Holdings]:
        with Archive.writing(self) as holdings:
            yield holdings

    def close(self) -> None:
        super().close()
        shutil.rmtree(self._folder, ignore_errors=True)


def open_salvaged(path: Path) -> SalvagedArchive:
    """Return an archive with what can be read of the damaged one at `path`; the file itself is only read.

    Raises NothingToSalvage where that is nothing, NewerArchive, DiskFull, and ArchiveNotWritable where the
    file cannot be read at all.
    """
    folder = Path(tempfile.mkdtemp(prefix="pressklar-"))
    try:
        target = folder / "archive.sqlite3"
        with told_about(path):
            rescue = _rescue(copy_damaged(path, folder), target, path)
        with closing(sqlite3.connect(target)) as database:
            contents = count_contents(database)
        damage = Damage(
            path, contents.articles, contents.revisions, tuple(rescue.torn), rescue.mended, rescue.rebuilt
        )
        return SalvagedArchive(target, folder, damage)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise file_error(path, error) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _rescue(copy: Path, target: Path, path: Path) -> Rescue:
    with opened_damaged(copy) as damaged:
        version = _version(damaged)
        if version is None:
            raise NothingToSalvage(path)
        if version > ARCHIVE_VERSION:
            raise NewerArchive(path, version, ARCHIVE_VERSION)
        touch(target)
        upgrade(target, found=0, to=version)
        with closing(sqlite3.connect(target, isolation_level=None)) as database:
            rescue = Rescue(damaged, database)
            rescue.run()
    if version < ARCHIVE_VERSION:
        upgrade(target, found=version, keep_older=False)
    _index(target)
    return rescue


def _index(target: Path) -> None:
    """Let what was read be found: of the index nothing was, since it can be made anew."""
    engine = make_engine(target)
    try:
        with connect_for_writing(engine) as connection, connection.begin():
            make_index(connection)
    finally:
        engine.dispose()


def _version(damaged: sqlite3.Connection) -> int | None:
    """Return the version of the archive, None where not even its list of tables can be read."""
    try:
        tables = {bytes(row[0]).decode() for row in damaged.execute("SELECT name FROM sqlite_master")}
        version = int(damaged.execute("PRAGMA user_version").fetchone()[0])
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None
    if version:
        return version
    if "alembic_version" not in tables:
        return ARCHIVE_VERSION if "articles" in tables else None
    # Where the header that says it is lost.
    try:
        return int(damaged.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except (sqlite3.DatabaseError, TypeError, ValueError):
        return ARCHIVE_VERSION
