"""What publishing to a target is asked and answers."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct


class Doing(StrEnum):
    """What an upload is at."""

    COMPARING = "comparing"
    SENDING = "sending"
    REMOVING = "removing"
    FINISHING = "finishing"


class Progress(Struct, frozen=True):
    """How far an upload is with what it is `doing`; `seconds_left` is None where that is not known yet.

    Bytes are counted of what is sent, and are 0 else.
    """

    doing: Doing
    files: int
    all_files: int
    bytes: int = 0
    all_bytes: int = 0
    seconds_left: float | None = None


class RemoteConflictKind(StrEnum):
    """Why a path is not written to unasked."""

    # A file that was published has other bytes than were sent.
    ALTERED = "altered"
    # A file that was never published is where one of ours belongs.
    FOREIGN = "foreign"


class RemoteConflict(Struct, frozen=True):
    """What others did at `path` below the target."""

    path: str
    kind: RemoteConflictKind


class Published(Struct, frozen=True):
    """What publishing did, or with `dry_run` would do: files that were added, changed and removed.

    `already` were there, sent by a run that was cut off. Files of the manifest do not count but in
    `sent_bytes`. `overwritten` are the paths of others' work that was replaced or removed on request.
    """

    where: str
    files: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    already: int = 0
    sent_bytes: int = 0
    overwritten: tuple[str, ...] = ()


Tell = Callable[[Progress], None]
IsStopped = Callable[[], bool]


def tell_nobody(_progress: Progress) -> None:
    """Take a progress that nobody follows."""


def never() -> bool:
    """Say that nobody stopped anything."""
    return False
