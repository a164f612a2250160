"""What backups are called and where they lie, so that a person understands it and a program can read it."""

import re
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from editor_app.domain.swedish_time import moment_at, wall_time

# Not the ending of archives: nobody is to open a backup, and work in it, for the archive.
SUFFIX = ".backup"
UNFINISHED = ".unfinished"

_FORM = re.compile(
    r"(?P<stem>.+)_(?P<time>\d{4}-\d\d-\d\d_\d\d\.\d\d\.\d\d)_v(?P<version>\d+)_(?P<kind>[a-z-]+?)"
    r"(?:-(?P<number>[2-9]|[1-9]\d+))?\.backup"
)
_TIME = "%Y-%m-%d_%H.%M.%S"


class BackupKind(StrEnum):
    """Why a copy was made; the values are part of its name."""

    DAILY = "daily"
    BY_HAND = "by-hand"
    BEFORE_UPGRADE = "before-upgrade"
    REPLACED = "replaced"


class BackupName(Struct, frozen=True):
    """What the name of a backup says; `made_at` is in UTC, the name has the time of Swedish clocks.

    `number` parts those that would have the same name, from 1.
    """

    stem: str
    made_at: datetime
    version: int
    kind: BackupKind
    number: int = 1

    def __str__(self) -> str:
        number = f"-{self.number}" if self.number > 1 else ""
        time = f"{wall_time(self.made_at):{_TIME}}"
        return f"{self.stem}_{time}_v{self.version}_{self.kind}{number}{SUFFIX}"


def read_name(name: str) -> BackupName | None:
    """Return what the name of a file says, None where it is not one that this program gives."""
    form = _FORM.fullmatch(name)
    if form is None or form["kind"] not in set(BackupKind):
        return None
    try:
        made_at = moment_at(datetime.strptime(form["time"], _TIME))
    except ValueError:
        return None
    return BackupName(
        form["stem"], made_at, int(form["version"]), BackupKind(form["kind"]), int(form["number"] or 1)
    )


def free_path(folder: Path, name: BackupName) -> Path:
    """Return where a backup of that name goes in `folder`, numbered where the name is taken."""
    number = 1
    while True:
        numbered = BackupName(name.stem, name.made_at, name.version, name.kind, number)
        path = folder / str(numbered)
        if not path.exists():
            return path
        number += 1


def folder_beside(archive: Path) -> Path:
    """Return the folder of backups beside the archive; it need not be there yet."""
    return archive.with_name(f"{archive.stem}-backups")


def folder_at(place: Path, archive: Path) -> Path:
    """Return the folder of backups in `place`, such as another disk, where other archives may have theirs."""
    mark = sha256(str(archive.absolute()).encode()).hexdigest()[:8]
    return place / f"{archive.stem}-backups-{mark}"
