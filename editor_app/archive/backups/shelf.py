"""Where the backups of an archive are, which there are, and which go."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from editor_app.archive.backups.names import (
    UNFINISHED,
    BackupKind,
    folder_at,
    folder_beside,
    read_name,
)
from editor_app.archive.backups.rotation import Rotation, superseded
from editor_app.archive.sqlite_file import APPLICATION_ID, header_stamp, open_to_read

# The key, in the archive's settings, of the folder where backups go instead of beside the archive.
PLACE = "backup_place"
# No copy takes this long: what is older was left by a program that was killed.
LONGEST_COPYING = timedelta(days=1)


class Backup(Struct, frozen=True):
    """A backup as its name and the folder tell of it; `size` is in bytes, `made_at` in UTC."""

    path: Path
    made_at: datetime
    version: int
    kind: BackupKind
    size: int


def backup_folder(archive: Path) -> Path:
    """Return where backups of the archive go: beside it, unless its settings name another place."""
    place = chosen_place(archive)
    return folder_beside(archive) if place is None else folder_at(place, archive)


def chosen_place(archive: Path) -> Path | None:
    """Return the place for backups that the archive's settings name, None where they name none."""
    try:
        with closing(open_to_read(archive)) as database:
            row = database.execute("SELECT value FROM settings WHERE key = ?", (PLACE,)).fetchone()
            return None if row is None or not json.loads(row[0]) else Path(json.loads(row[0]))
    except (sqlite3.Error, ValueError, TypeError):
        # Of an archive that cannot be read, the backups beside it are still to be found.
        return None


def backups_of(archive: Path) -> tuple[Backup, ...]:
    """Return the backups of an archive, the newest first: those beside it and those in the chosen place."""
    folders = {folder_beside(archive), backup_folder(archive)}
    found = [
        backup
        for folder in folders
        for backup in _backups_in(folder, archive.stem)
        if not _is_same(backup.path, archive)
    ]
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True))


def thin_out(archive: Path, *, now: datetime, rotation: Rotation | None = None) -> tuple[Path, ...]:
    """Remove the daily backups that have done their service, and return where they were.

    Copies made by hand, before an upgrade or before a restore stay, and so does every file that this
    program has not made. Raises OSError.
    """
    daily = [backup for backup in backups_of(archive) if backup.kind is BackupKind.DAILY]
    old = superseded((backup.made_at for backup in daily), rotation or Rotation())
    removed = [backup.path for backup in daily if backup.made_at in old and _is_ours(backup.path)]
    removed += _forgotten_copies(backup_folder(archive), archive.stem, now)
    for path in removed:
        path.unlink(missing_ok=True)
    return tuple(removed)


def _backups_in(folder: Path, stem: str) -> list[Backup]:
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        name = read_name(path.name)
        if name is not None and name.stem == stem and path.is_file() and not path.is_symlink():
            found.append(Backup(path, name.made_at, name.version, name.kind, path.stat().st_size))
    return found


def _is_same(backup: Path, archive: Path) -> bool:
    """A restore that was cut short leaves the archive with a second name."""
    return archive.exists() and backup.samefile(archive)


def _is_ours(path: Path) -> bool:
    """Tell whether it is this program's by more than its name."""
    stamp = header_stamp(path)
    return stamp is not None and stamp.application_id == APPLICATION_ID


def _forgotten_copies(folder: Path, stem: str, now: datetime) -> list[Path]:
    if not folder.is_dir():
        return []
    found = []
    for path in folder.glob(f"*{UNFINISHED}"):
        name = read_name(path.name.removesuffix(UNFINISHED).rpartition(".")[0])
        is_old = now - datetime.fromtimestamp(path.stat().st_mtime, UTC) > LONGEST_COPYING
        if name is not None and name.stem == stem and is_old:
            found.append(path)
    return found
