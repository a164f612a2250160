"""What the output store is asked and answers: plain values that know nothing of articles."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from editor_app.domain.audit import Head


class Put(StrEnum):
    """What a file that was handed over is to the site that is there."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"


class ChangeKind(StrEnum):
    """What a commit does at a path."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class ConflictKind(StrEnum):
    """Why a path may not be written to; only the first two can be overwritten on request."""

    # A file of ours has other bytes than we wrote.
    ALTERED = "altered"
    # A file that we did not write is where one of ours belongs.
    FOREIGN = "foreign"
    # A folder with files that are not ours is where a file of ours belongs.
    FOLDER = "folder"
    # A file is where a folder of ours belongs.
    FILE = "file"
    # A link, which may lead out of the site.
    LINK = "link"


class RecoveryKind(StrEnum):
    """What became of a switch that was cut off."""

    FINISHED = "finished"
    UNDONE = "undone"


class State(Struct, frozen=True, omit_defaults=True):
    """What an output was made of: the head of the audit log, the moment, and fingerprints by name."""

    head: Head
    moment: datetime
    fingerprints: dict[str, str] = {}


class FileRecord(Struct, frozen=True):
    """A file as it was last written: SHA-256 in hex, size in bytes, and what the planner said of it."""

    sha256: str
    size: int
    owner: str = ""
    revision: str = ""


class Change(Struct, frozen=True):
    """What a commit is to do at `path`."""

    path: str
    kind: ChangeKind
    owner: str = ""


class Conflict(Struct, frozen=True):
    """What is at `path`, below the target, that a commit may not destroy unasked."""

    path: str
    kind: ConflictKind

    @property
    def may_be_overwritten(self) -> bool:
        """Whether a commit that is asked to overwrite replaces it, and keeps it."""
        return self.kind in (ConflictKind.ALTERED, ConflictKind.FOREIGN)


class Switched(Struct, frozen=True):
    """How many files a commit or a rollback added, changed and removed; those of the manifest do not count.

    `generation` names what was kept of the site before, None where nothing was. `overwritten` are the
    paths of others' work that was replaced on request. `rebuilt` tells that the ledger had been lost.
    """

    added: int
    changed: int
    removed: int
    generation: int | None = None
    overwritten: tuple[str, ...] = ()
    rebuilt: bool = False


class Generation(Struct, frozen=True):
    """What was kept when an export replaced it: going back to before `number` undoes it and all later ones.

    `state` is that of the site that comes back, None where it is not known.
    """

    number: int
    state: State | None
    added: int
    changed: int
    removed: int


class Recovered(Struct, frozen=True):
    """A switch to `target` that was cut off, and what became of it."""

    target: Path
    kind: RecoveryKind
