"""Where the archive is, and a desk to work on it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path

from editor_app.archive.archive import open_archive
from editor_app.desk.desk import Desk
from editor_app.desk.preview import utc_now
from editor_app.desk.samples import fill_with_samples


def default_archive_path() -> Path:
    """Return where this person's archive is unless told otherwise."""
    return user_data_path("pressklar", appauthor=False) / "archive.sqlite3"


def open_desk(
    path: Path,
    *,
    create: bool = False,
    with_samples: bool = False,
    clock: Callable[[], datetime] = utc_now,
) -> Desk:
    """Return a desk on the archive at `path`; with `create` a missing one is made.

    With `with_samples`, a new archive is filled with the sample newsroom. Raises ArchiveMissing,
    NotAnArchive, NewerArchive, ArchiveNotWritable, ArchiveBusy, ArchiveDamaged and DiskFull.
    """
    is_new = create and not path.exists()
    archive = open_archive(path, create=create)
    try:
        if is_new and with_samples:
            fill_with_samples(archive)
    except BaseException:
        archive.close()
        raise
    return Desk(archive, clock)
