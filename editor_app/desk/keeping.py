"""How an archive is kept: backed up each day and when somebody asks, and put back from a backup."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from editor_app.archive.archive import open_archive
from editor_app.archive.backups import making, restoring
from editor_app.archive.backups.contents import Contents, examine
from editor_app.archive.backups.errors import BackupBroken
from editor_app.archive.backups.making import Progress
from editor_app.archive.backups.names import BackupKind
from editor_app.archive.backups.shelf import PLACE, Backup, backup_folder, backups_of, chosen_place, thin_out
from editor_app.archive.checkup import checkup, derived
from editor_app.archive.checkup.checkup import Progress as CheckProgress
from editor_app.archive.checkup.checkup import Report
from editor_app.archive.checkup.findings import Finding, Problem, Severity, Step
from editor_app.archive.failures import file_error, told_about
from editor_app.archive.salvage.damage import Damage
from editor_app.archive.salvage.folder import remove_leftovers
from editor_app.desk.errors import require_name
from editor_app.domain.audit import Act
from editor_app.domain.swedish_time import wall_time

__all__ = [
    "Backup",
    "BackupKind",
    "Contents",
    "Damage",
    "Finding",
    "Problem",
    "Report",
    "Severity",
    "Step",
    "back_up",
    "backup_folder",
    "backups_of",
    "check",
    "choose_place",
    "chosen_place",
    "contents_of",
    "is_due",
    "mend",
    "newest_whole",
    "remove_leftovers",
    "restore_backup",
]


def back_up(archive: Path, kind: BackupKind, *, now: datetime, progress: Progress | None = None) -> Backup:
    """Make a backup where those of the archive go, and thin the old ones out; safe while others write.

    `progress` hears of the pages copied and of all of them, and may raise to stop. Raises BackupFailed,
    and ArchiveMissing, ArchiveDamaged and ArchiveBusy where the archive cannot be read.
    """
    backup = making.make_backup(archive, kind, backup_folder(archive), now=now, progress=progress)
    thin_out(archive, now=now)
    return backup


def is_due(archive: Path, *, now: datetime) -> bool:
    """Tell whether the day, in Sweden, has no backup yet."""
    today = wall_time(now).date()
    copies = (BackupKind.DAILY, BackupKind.BY_HAND)
    return not any(
        backup.kind in copies and wall_time(backup.made_at).date() == today for backup in backups_of(archive)
    )


def contents_of(backup: Backup, go_on: Callable[[], Any] = lambda: None) -> Contents | None:
    """Return what a backup holds, None where it is damaged; all of it is read for that.

    `go_on` is called now and then, and may raise to stop.
    """
    try:
        return examine(backup.path, go_on)
    except BackupBroken:
        return None


def newest_whole(archive: Path, go_on: Callable[[], Any] = lambda: None) -> Backup | None:
    """Return the newest backup that proves whole, None where there is none; `go_on` may raise to stop.

    What stood in the archive's place before a backup was brought back is not among them.
    """
    for backup in backups_of(archive):
        if backup.kind is not BackupKind.REPLACED and contents_of(backup, go_on) is not None:
            return backup
    return None


def choose_place(archive: Path, place: Path | None, *, by: str, now: datetime) -> None:
    """Let backups go to a folder in `place` from now on, None for beside the archive.

    Raises NameMissing, and what `open_archive` raises.
    """
    name = require_name(by)
    opened = open_archive(archive)
    try:
        with opened.writing() as holdings:
            where = None if place is None else str(place.absolute())
            holdings.settings.put(PLACE, json.dumps(where))
            holdings.log.append(Act.BACKUPS_MOVED, by=name, at=now, details={"folder": where or ""})
    finally:
        opened.close()


def check(archive: Path, *, now: datetime, progress: CheckProgress) -> Report:
    """Return what is wrong with the archive, the gravest first; nothing is changed, and others may use it.

    `progress` hears of the step, how much of it is done and of how much, and may raise to stop. Raises
    ArchiveMissing, and ArchiveNotWritable where the disk goes away.
    """
    try:
        return checkup.check(archive, now=now, progress=progress)
    except OSError as error:
        raise file_error(archive, error) from error


def mend(archive: Path) -> None:
    """Make anew what the archive keeps to find texts and contacts; nothing that was written is changed.

    Raises what `open_archive` raises.
    """
    open_archive(archive).close()
    with told_about(archive):
        derived.mend(archive)


def restore_backup(backup: Path, archive: Path, *, now: datetime, by: str) -> Path | None:
    """Let the archive be what it was in `backup`, and return where what stood there is kept.

    That is None where nothing stood there. Raises NameMissing, BackupOutOfReach, BackupBroken, NewerArchive,
    DiskFull, ArchiveNotWritable, and ArchiveBusy where anybody has the archive open, this program too.
    """
    return restoring.restore(backup, archive, now=now, by=require_name(by))
