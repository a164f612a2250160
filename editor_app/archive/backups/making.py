"""Makes backups of an archive that is in use, and examines each before it counts as one."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from editor_app.archive.backups.contents import Contents, count_contents, examine
from editor_app.archive.backups.errors import BackupBroken, BackupFailed, BackupProblem
from editor_app.archive.backups.names import UNFINISHED, BackupKind, BackupName, free_path
from editor_app.archive.backups.shelf import Backup
from editor_app.archive.errors import ArchiveDamaged, ArchiveMissing
from editor_app.archive.failures import has_no_room, told_about
from editor_app.archive.sqlite_file import back_up, header_stamp, integrity_problems, open_to_read
from editor_app.archive.whole_files import sync_file, sync_folder

Progress = Callable[[int, int], Any]

_OF_WRITING = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
}


def make_backup(
    archive: Path, kind: BackupKind, folder: Path, *, now: datetime, progress: Progress | None = None
) -> Backup:
    """Copy the archive, which others may use meanwhile, into `folder`, and return the copy, found whole.

    `progress` hears of the pages copied and of all of them, and may raise to stop. Raises BackupFailed,
    and ArchiveMissing, ArchiveDamaged and ArchiveBusy where the archive cannot be read.
    """
    if not archive.is_file():
        raise ArchiveMissing(archive)
    try:
        return _make(archive, kind, folder, now, progress)
    except OSError as error:
        raise _failure(folder, error) from error
    except BackupBroken as error:
        if _is_damaged(archive):
            # A copy of what is damaged cannot be whole: it is not the place for copies that fails.
            raise ArchiveDamaged(archive) from error
        raise BackupFailed(folder, BackupProblem.NOT_WHOLE) from error


def _make(archive: Path, kind: BackupKind, folder: Path, now: datetime, progress: Progress | None) -> Backup:
    stamp = header_stamp(archive)
    # Not the parents: where a disk is missing, its place is not to be made on another one.
    folder.mkdir(exist_ok=True)
    name = BackupName(archive.stem, now, 0 if stamp is None else stamp.version, kind)
    target = free_path(folder, name)
    unfinished = target.with_name(f"{target.name}.{os.getpid()}{UNFINISHED}")
    try:
        expected = _copy(archive, unfinished, progress)
        if examine(unfinished, lambda: _tell_copied(progress)) != expected:
            raise BackupBroken(unfinished)
        sync_file(unfinished)
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(folder)
    return Backup(target, now, name.version, kind, target.stat().st_size)


def _is_damaged(archive: Path) -> bool:
    with told_about(archive), closing(open_to_read(archive)) as database:
        return bool(integrity_problems(database, most=1))


def _copy(archive: Path, target: Path, progress: Progress | None) -> Contents:
    with told_about(archive):
        try:
            return back_up(archive, target, count_contents, progress)
        except sqlite3.Error as error:
            # The archive is only read here; the codes of writing are those of the other file.
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_WRITING:
                is_full = error.sqlite_errorcode == sqlite3.SQLITE_FULL or has_no_room(target.parent)
                problem = BackupProblem.DISK_FULL if is_full else BackupProblem.NOT_WRITABLE
                raise BackupFailed(target.parent, problem, str(error)) from error
            raise


def _failure(folder: Path, error: OSError) -> BackupFailed:
    if isinstance(error, FileNotFoundError):
        return BackupFailed(folder, BackupProblem.FOLDER_GONE)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return BackupFailed(folder, BackupProblem.DISK_FULL)
    return BackupFailed(folder, BackupProblem.NOT_WRITABLE, error.strerror or str(error))


def _tell_copied(progress: Progress | None) -> None:
    if progress is not None:
        progress(1, 1)
