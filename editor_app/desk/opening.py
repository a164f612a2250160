"""A desk to work on an archive."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from editor_app.archive.archive import open_archive
from editor_app.archive.backups.errors import BackupBroken
from editor_app.archive.errors import ArchiveDamaged, NotAnArchive
from editor_app.desk.clock import utc_now
from editor_app.desk.desk import Desk
from editor_app.desk.samples import fill_with_samples
from editor_app.desk.site_folders import recover_sites
from editor_app.domain.errors import EditorAppError


def open_desk(
    path: Path,
    *,
    create: bool = False,
    with_samples: bool = False,
    clock: Callable[[], datetime] = utc_now,
) -> Desk:
    """Return a desk on the archive at `path`; with `create` a missing one is made.

    With `with_samples`, an archive that holds nothing yet gets the sample newsroom. An export that was cut
    off in the middle of its switch is finished or undone. Raises ArchiveMissing,
    NotAnArchive, NewerArchive, ArchiveNotWritable, ArchiveBusy, ArchiveDamaged and DiskFull.
    """
    archive = open_archive(path, create=create)
    try:
        if with_samples:
            fill_with_samples(archive)
        recovered = recover_sites(archive)
    except BaseException:
        archive.close()
        raise
    return Desk(archive, clock, recovered)


def open_what_is_left(
    path: Path,
    *,
    clock: Callable[[], datetime] = utc_now,
    progress: Callable[[int, int], Any] = lambda _done, _total: None,
) -> Desk:
    """Return a desk on what can be read of the damaged archive at `path`; its acts write nothing.

    `Desk.damage` says what is missing. `progress` hears of the rows read and of about how many there are,
    0 while that is not known, and may raise to stop. Raises NothingToSalvage, NewerArchive,
    DiskFull and ArchiveNotWritable.
    """
    # Few sessions ever need what this brings.
    from editor_app.archive.salvage.salvaging import open_salvaged

    return Desk(open_salvaged(path, progress), clock)


def is_damaged_archive(error: EditorAppError) -> bool:
    """Tell whether `error` says of what surely is an archive that it is damaged."""
    return isinstance(error, ArchiveDamaged)


def is_broken_backup(error: EditorAppError) -> bool:
    """Tell whether `error` says of a backup, and not of the archive, that it is damaged."""
    return isinstance(error, BackupBroken)


def is_damage(error: EditorAppError) -> bool:
    """Tell whether an archive that cannot be opened for `error` may still be read in part."""
    return isinstance(error, (ArchiveDamaged, NotAnArchive))
