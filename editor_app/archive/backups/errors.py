"""What can be wrong with backups."""

from enum import StrEnum
from pathlib import Path

from editor_app.archive.errors import ArchiveError


class BackupProblem(StrEnum):
    """Why there is no new backup."""

    DISK_FULL = "disk_full"
    FOLDER_GONE = "folder_gone"
    NOT_WRITABLE = "not_writable"
    NOT_WHOLE = "not_whole"


class BackupFailed(ArchiveError):
    """No backup could be made in the folder `path`; `reason` is what the system said, if it did."""

    def __init__(self, path: Path, problem: BackupProblem, reason: str = "") -> None:
        super().__init__(path)
        self.problem = problem
        self.reason = reason


class IsBackup(ArchiveError):
    """The file at `path` is a backup, which is put back but not worked in."""


class BackupOutOfReach(ArchiveError):
    """The backup at `path` cannot be read, or is not there; `reason` is what the system said."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path)
        self.reason = reason


class BackupBroken(ArchiveError):
    """The backup at `path` cannot take the place of an archive: it is damaged, or no archive at all."""
