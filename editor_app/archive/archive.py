"""The archive: one file, opened, checked, and used in whole transactions."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from editor_app.archive.articles import Articles
from editor_app.archive.backups.errors import IsBackup
from editor_app.archive.backups.names import SUFFIX as BACKUP_SUFFIX
from editor_app.archive.backups.shelf import backups_of
from editor_app.archive.card_uses import CardUses
from editor_app.archive.categories import Categories
from editor_app.archive.comments import Comments
from editor_app.archive.contacts import Contacts
from editor_app.archive.dismissals import Dismissals
from editor_app.archive.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveGone,
    ArchiveMissing,
    ArchiveNotWritable,
    NewerArchive,
    NotAnArchive,
)
from editor_app.archive.failures import file_error, told_about
from editor_app.archive.finding import Finding
from editor_app.archive.image_uses import ImageUses
from editor_app.archive.images import Images
from editor_app.archive.live_pages import LivePages
from editor_app.archive.log import Log
from editor_app.archive.log_matching import LogMatching
from editor_app.archive.papers import Papers
from editor_app.archive.publications import Publications
from editor_app.archive.quotes import QuoteApprovals
from editor_app.archive.related import Related
from editor_app.archive.revisions import Revisions
from editor_app.archive.salvage.damage import Damage
from editor_app.archive.settings import Settings
from editor_app.archive.site_lists import SiteLists
from editor_app.archive.site_texts import SiteTexts
from editor_app.archive.sqlite_file import (
    APPLICATION_ID,
    BUSY_SECONDS,
    changes_of_others,
    connect_for_writing,
    empty_log,
    header_stamp,
    make_engine,
    make_reading_engine,
    read_stamp,
    touch,
)
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.archive.words import Words


@dataclass(frozen=True)
class Holdings:
    """What the archive holds, within one transaction."""

    articles: Articles
    finding: Finding
    related: Related
    revisions: Revisions
    publications: Publications
    live_pages: LivePages
    site_texts: SiteTexts
    site_lists: SiteLists
    categories: Categories
    contacts: Contacts
    card_uses: CardUses
    images: Images
    image_uses: ImageUses
    settings: Settings
    words: Words
    comments: Comments
    quotes: QuoteApprovals
    dismissals: Dismissals
    log: Log
    log_matching: LogMatching
    papers: Papers


FileIdentity = tuple[int, int]
TraceOfOthers = tuple[FileIdentity | None, int]


class Archive:
    """An open archive. One thread at a time; transactions do not nest."""

    # What could not be read, where it was damaged.
    damage: Damage | None = None

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._opened = _identity(path)

    @contextmanager
    def reading(self) -> Iterator[Holdings]:
        """Give one consistent view of the archive; raises ArchiveError."""
        with told_about(self.path):
            self._follow_file()
            with self._engine.connect() as connection, connection.begin():
                yield _holdings(connection)

    @contextmanager
    def writing(self) -> Iterator[Holdings]:
        """Give the archive for one change that happens whole or not at all; raises ArchiveError.

        Afterwards all is in the one file, so that a copy of it made meanwhile is a whole archive.
        """
        with told_about(self.path):
            if not self._follow_file():
                raise ArchiveGone(self.path)
            with connect_for_writing(self._engine) as connection:
                with connection.begin():
                    yield _holdings(connection)
                empty_log(connection)

    @contextmanager
    def storing_derived(self) -> Iterator[Holdings]:
        """Give the archive for what is made of what is there, and can be made again; raises ArchiveError."""
        with self.writing() as holdings:
            yield holdings

    def trace_of_others(self) -> TraceOfOthers:
        """Return what becomes another value once somebody else has changed the archive; raises ArchiveError.

        That costs no look at any table.
        """
        with told_about(self.path):
            if not self._follow_file():
                raise ArchiveGone(self.path)
            with self._engine.connect() as connection:
                return self._opened, changes_of_others(connection)

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    def _follow_file(self) -> bool:
        """Go over to the file that took the place of the one that was opened; tell whether there is one.

        SQLite would go on writing to a file that is deleted or moved, where nobody finds the words.
        """
        here = _identity(self.path)
        if here is None:
            return False
        if here != self._opened:
            with self._engine.connect() as connection:
                # The log goes by the name of the file, and would be taken for that of the new one.
                empty_log(connection)
            self._engine.dispose()
            _bring_up_to_date(self.path, may_be_empty=False, busy_seconds=BUSY_SECONDS)
            self._opened = here
        return True


def open_archive(path: Path, *, create: bool = False, busy_seconds: float = BUSY_SECONDS) -> Archive:
    """Return the archive at `path`, upgraded if it is older; with `create`, made if it is missing.

    Raises ArchiveMissing, IsBackup, NotAnArchive, NewerArchive, ArchiveNotWritable, ArchiveBusy,
    ArchiveDamaged and DiskFull.
    """
    if create:
        _make_file(path)
    _require_file(path)
    with told_about(path):
        _bring_up_to_date(path, may_be_empty=create, busy_seconds=busy_seconds)
    _require_permission(path)
    archive = Archive(path, make_engine(path, busy_seconds=busy_seconds))
    try:
        # Whether the file may be written is better known now than after an hour's work.
        with archive.writing():
            return archive
    except BaseException:
        archive.close()
        raise


def open_reading(path: Path) -> Holdings:
    """Return one view of the archive at `path`, as it is now, that lasts as long as the process."""
    connection = make_reading_engine(path).connect()
    connection.begin()
    return _holdings(connection)


def _identity(path: Path) -> FileIdentity | None:
    """Return what tells the file at `path` from any other, or None where none can be seen."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _make_file(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            with told_about(path):
                touch(path)
    except OSError as error:
        raise file_error(path, error) from error


def _require_file(path: Path) -> None:
    try:
        if not path.exists():
            raise ArchiveMissing(path)
        if path.suffix == BACKUP_SUFFIX:
            raise IsBackup(path)
        if not path.is_file():
            raise NotAnArchive(path)
    except OSError as error:
        raise file_error(path, error) from error


def _require_permission(path: Path) -> None:
    """SQLite lets a change of a file that may only be read begin, and says so at the first word."""
    effective = os.access in os.supports_effective_ids
    if not os.access(path, os.W_OK, effective_ids=effective):
        raise ArchiveNotWritable(path, os.strerror(errno.EACCES))


def _bring_up_to_date(path: Path, *, may_be_empty: bool, busy_seconds: float) -> None:
    if not (_begins_as_database(path) or (may_be_empty and path.stat().st_size == 0)):
        # SQLite would remove the log beside a file that it does not know, and all that is in it.
        raise _unknown(path)
    stamp = read_stamp(path, busy_seconds)
    is_ours = stamp.application_id == APPLICATION_ID or (stamp.is_empty and may_be_empty)
    if not is_ours:
        raise NotAnArchive(path)
    if stamp.version > ARCHIVE_VERSION:
        raise NewerArchive(path, stamp.version, ARCHIVE_VERSION)
    if stamp.version < ARCHIVE_VERSION:
        # Migrations bring libraries that take longer to import than an archive takes to open.
        from editor_app.archive.upgrading import upgrade

        upgrade(path, found=stamp.version)


def _unknown(path: Path) -> ArchiveError:
    """Of what has backups it is known that it was an archive, whatever it is now."""
    return ArchiveDamaged(path) if backups_of(path) else NotAnArchive(path)


def _begins_as_database(path: Path) -> bool:
    try:
        return header_stamp(path) is not None
    except OSError as error:
        raise file_error(path, error) from error


def _holdings(connection: Connection) -> Holdings:
    return Holdings(
        articles=Articles(connection),
        finding=Finding(connection),
        related=Related(connection),
        revisions=Revisions(connection),
        publications=Publications(connection),
        live_pages=LivePages(connection),
        site_texts=SiteTexts(connection),
        site_lists=SiteLists(connection),
        categories=Categories(connection),
        contacts=Contacts(connection),
        card_uses=CardUses(connection),
        images=Images(connection),
        image_uses=ImageUses(connection),
        settings=Settings(connection),
        words=Words(connection),
        comments=Comments(connection),
        quotes=QuoteApprovals(connection),
        dismissals=Dismissals(connection),
        log=Log(connection),
        log_matching=LogMatching(connection),
        papers=Papers(connection),
    )
