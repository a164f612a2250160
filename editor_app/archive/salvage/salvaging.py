"""Opens what can be read of a damaged archive, for reading alone."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from editor_app.archive.archive import Archive, Holdings
from editor_app.archive.backups.contents import count_contents
from editor_app.archive.errors import ArchiveReadOnly, NewerArchive, NothingToSalvage
from editor_app.archive.failures import file_error, told_about
from editor_app.archive.salvage.copying import opened_damaged, readable_file
from editor_app.archive.salvage.damage import Damage
from editor_app.archive.salvage.folder import SalvageFolder, remove_leftovers
from editor_app.archive.salvage.rescue import Rescue
from editor_app.archive.search_index import make_index, make_index_of_titles
from editor_app.archive.sqlite_file import connect_for_writing, make_engine, touch
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.archive.upgrading import upgrade

# To index so many takes some seconds; of more, the titles have to do.
INDEXED_AT_MOST = 10_000

Progress = Callable[[int, int], Any]


class SalvagedArchive(Archive):
    """A copy of what could be read; `damaged` is the file that it was read from, which nothing changes."""

    def __init__(self, copy: Path, folder: SalvageFolder, damage: Damage) -> None:
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
        self._folder.remove()


def open_salvaged(path: Path, progress: Progress = lambda _done, _total: None) -> SalvagedArchive:
    """Return an archive with what can be read of the damaged one at `path`; the file itself is only read.

    `progress` hears of the rows read and of about how many there are, 0 while that is not known, and may
    raise to stop. Raises NothingToSalvage where nothing can be read, NewerArchive, DiskFull, and
    ArchiveNotWritable where the file cannot be read at all.
    """
    remove_leftovers()
    try:
        folder = SalvageFolder()
    except OSError as error:
        raise file_error(path, error) from error
    try:
        target = folder.path / "archive.sqlite3"
        with told_about(path):
            readable = readable_file(path, folder.path, lambda: progress(0, 0))
            rescue = _rescue(readable, target, path, progress)
        with closing(sqlite3.connect(target)) as database:
            contents = count_contents(database)
        progress(0, 0)
        finds_whole_texts = contents.articles <= INDEXED_AT_MOST
        _index(target, whole_texts=finds_whole_texts)
        damage = Damage(
            path=path,
            articles=contents.articles,
            revisions=contents.revisions,
            torn=tuple(rescue.torn),
            mended=rescue.mended,
            rebuilt=rescue.rebuilt,
            finds_whole_texts=finds_whole_texts,
        )
        return SalvagedArchive(target, folder, damage)
    except OSError as error:
        folder.remove()
        raise file_error(path, error) from error
    except BaseException:
        folder.remove()
        raise


def _rescue(readable: Path, target: Path, path: Path, progress: Progress) -> Rescue:
    with opened_damaged(readable, is_copy=readable != path) as damaged:
        version = _version(damaged)
        if version is None:
            raise NothingToSalvage(path)
        if version > ARCHIVE_VERSION:
            raise NewerArchive(path, version, ARCHIVE_VERSION)
        touch(target)
        upgrade(target, found=0, to=version)
        with closing(sqlite3.connect(target, isolation_level=None)) as database:
            rescue = Rescue(damaged, database, progress)
            rescue.run()
    if version < ARCHIVE_VERSION:
        upgrade(target, found=version, keep_older=False)
    return rescue


def _index(target: Path, *, whole_texts: bool) -> None:
    """Let what was read be found: of the index nothing was, since it can be made anew."""
    make = make_index if whole_texts else make_index_of_titles
    engine = make_engine(target)
    try:
        with connect_for_writing(engine) as connection, connection.begin():
            make(connection)
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
