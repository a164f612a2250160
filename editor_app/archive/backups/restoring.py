"""Puts a backup in the place of the archive: whole or not at all, and what stood there is kept."""

import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from editor_app.archive.archive import open_archive
from editor_app.archive.backups.contents import Contents, examine
from editor_app.archive.backups.errors import BackupBroken, BackupOutOfReach
from editor_app.archive.backups.names import BackupKind, BackupName, folder_beside, free_path
from editor_app.archive.errors import ArchiveBusy, ArchiveDamaged, NewerArchive, NotAnArchive
from editor_app.archive.failures import file_error, told_about
from editor_app.archive.sqlite_file import header_stamp, take_alone
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.archive.whole_files import sync_file, sync_folder
from editor_app.domain.audit import Act

_BESIDE = ("-wal", "-shm", "-journal")


def restore(backup: Path, archive: Path, *, now: datetime, by: str) -> Path | None:
    """Let the archive be what it was in `backup`; return where what stood there is, None for nothing.

    That `by` did so is the newest entry of its log. Nothing changes before the backup has proved whole
    and has been opened, and upgraded, as an archive. Raises BackupOutOfReach, BackupBroken, NewerArchive,
    ArchiveBusy while anybody else has the archive open, DiskFull and ArchiveNotWritable.
    """
    _require_readable(backup)
    expected = examine(backup)
    coming = archive.with_name(f"{archive.name}.{os.getpid()}.restoring")
    try:
        _bring(backup, coming, expected)
        _log(coming, backup, by=by, now=now)
        sync_file(coming)
        kept = _keep_present(archive, now) if archive.exists() else None
        coming.replace(archive)
        sync_folder(archive.parent)
        return kept
    except OSError as error:
        raise file_error(archive, error) from error
    finally:
        for path in (coming, *_companions(coming)):
            path.unlink(missing_ok=True)


def _require_readable(backup: Path) -> None:
    try:
        backup.open("rb").close()
    except OSError as error:
        raise BackupOutOfReach(backup, error.strerror or str(error)) from error


def _bring(backup: Path, coming: Path, expected: Contents) -> None:
    """Make the file that is to take the place, tested by opening it."""
    shutil.copyfile(backup, coming)
    stamp = header_stamp(coming)
    found = 0 if stamp is None else stamp.version
    if found > ARCHIVE_VERSION:
        raise NewerArchive(backup, found, ARCHIVE_VERSION)
    try:
        with told_about(coming):
            if found < ARCHIVE_VERSION:
                # As when an archive is opened: these libraries take their time.
                from editor_app.archive.upgrading import upgrade

                upgrade(coming, found=found, keep_older=False)
        open_archive(coming).close()
        _require_alone(coming)
    except (ArchiveDamaged, NotAnArchive) as error:
        raise BackupBroken(backup) from error
    if examine(coming) != expected:
        raise BackupBroken(backup)


def _log(coming: Path, backup: Path, *, by: str, now: datetime) -> None:
    opened = open_archive(coming)
    try:
        with opened.writing() as holdings:
            holdings.log.append(Act.BACKUP_RESTORED, by=by, at=now, details={"file": backup.name})
    finally:
        opened.close()
    _require_alone(coming)


def _keep_present(archive: Path, now: datetime) -> Path:
    """Give what stands there another name as well, beside the backups, be it damaged or not."""
    stamp = header_stamp(archive)
    if stamp is not None:
        # In what is damaged nobody can work, and its log goes with it.
        with suppress(ArchiveDamaged, NotAnArchive):
            _require_alone(archive)
    folder = folder_beside(archive)
    folder.mkdir(exist_ok=True)
    version = 0 if stamp is None else stamp.version
    kept = free_path(folder, BackupName(archive.stem, now, version, BackupKind.REPLACED))
    try:
        kept.hardlink_to(archive)
    except OSError:
        # Not every disk can give a file two names.
        shutil.copyfile(archive, kept)
        sync_file(kept)
    for present, beside in zip(_companions(archive), _companions(kept), strict=True):
        if present.exists():
            present.replace(beside)
    sync_folder(folder)
    return kept


def _require_alone(path: Path) -> None:
    with told_about(path):
        if not take_alone(path):
            raise ArchiveBusy(path)


def _companions(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in _BESIDE]
