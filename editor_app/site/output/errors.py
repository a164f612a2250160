"""What can keep an output from being written, taken back or read."""

from pathlib import Path

from editor_app.domain.errors import EditorAppError
from editor_app.site.errors import ForeignFolder, TargetNotWritable
from editor_app.site.output.values import Conflict


class WouldDestroy(EditorAppError):
    """A commit to `target` would destroy what others did there; `conflicts` are all of it."""

    def __init__(self, target: Path, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__(f"{target}: {', '.join(f'{one.path} ({one.kind})' for one in conflicts[:20])}")
        self.target = target
        self.conflicts = conflicts


class NewerSite(ForeignFolder):
    """The site in the folder `path` was written by a newer program."""


class SamePath(EditorAppError):
    """What the owners `first` and `second` put would be at one `path`."""

    def __init__(self, path: str, first: str, second: str) -> None:
        super().__init__(f"{path} belongs to both {first} and {second}")
        self.path = path
        self.first = first
        self.second = second


class SameOnDisk(EditorAppError):
    """The paths `first` and `second` differ, but the disk of `target` takes them for one file."""

    def __init__(self, target: Path, first: str, second: str) -> None:
        super().__init__(f"{first} and {second} are one file on the disk of {target}")
        self.target = target
        self.first = first
        self.second = second


class PathTooLong(TargetNotWritable):
    """The system does not allow a path as long as `path`."""


class FileInUse(TargetNotWritable):
    """Another program holds the file at `path` open, so it cannot be replaced."""


class TargetIsDisk(TargetNotWritable):
    """The folder `path` is a disk of its own, beside which nothing can be kept."""


class HalfSwitched(TargetNotWritable):
    """A switch at `path` could neither be finished nor undone; the next start tries again."""


class LedgerDamaged(EditorAppError):
    """The record of what was written to `target` turned out to be damaged and has been set aside."""

    def __init__(self, target: Path) -> None:
        super().__init__(str(target))
        self.target = target


class NothingKept(EditorAppError):
    """Of the site at `target` nothing is kept to go back to."""

    def __init__(self, target: Path) -> None:
        super().__init__(str(target))
        self.target = target


class KeptDamaged(EditorAppError):
    """What was kept of `path` of the site at `target` is not there any more as it was."""

    def __init__(self, target: Path, path: str) -> None:
        super().__init__(f"{target}: {path}")
        self.target = target
        self.path = path


class NoReleases(EditorAppError):
    """The system, or the disk of `target`, has no links that whole releases could be switched by."""

    def __init__(self, target: Path) -> None:
        super().__init__(str(target))
        self.target = target
