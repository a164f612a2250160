"""Whole releases behind one link, for those who serve straight from the folder: all files change at once."""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from editor_app.site.output.disk import link_or_copy, move_over, remove_tree
from editor_app.site.output.errors import NoReleases
from editor_app.site.output.ledger import Ledger
from editor_app.site.output.pending import REMOVALS, WRITES, marks
from editor_app.site.output.place import Place

KEPT_RELEASES = 5
_NEXT_LINK = "next"


def require_links(place: Place) -> None:
    """Raise NoReleases where the system or the disk has no links to be switched."""
    if sys.platform == "win32":
        raise NoReleases(place.target)
    trial = place.beside / _NEXT_LINK
    trial.unlink(missing_ok=True)
    try:
        trial.symlink_to(place.beside)
        trial.unlink()
    except OSError as error:
        raise NoReleases(place.target) from error


def release_numbers(place: Place) -> list[int]:
    """Return the numbers of the releases that are there, oldest first."""
    if not place.releases.is_dir():
        return []
    return sorted(int(folder.name) for folder in place.releases.iterdir() if folder.name.isdecimal())


def prepare_release(place: Place, ledger: Ledger) -> int:
    """Make a release of the files that readers see, without those that go, and of the stage.

    Return its number; the one before it is left free for a folder that was no release. Files that stay
    are the same files in both releases, so that only what changes takes room.
    """
    number = max((*release_numbers(place), 0)) + 2
    release = place.releases / str(number)
    release.parent.mkdir(exist_ok=True)
    live = place.live
    if not live.is_dir():
        place.stage.replace(release)
        return number
    release.mkdir()
    shutil.copymode(live, release)
    going = _Going(ledger)
    for here, folders, files in os.walk(live):
        folder = Path(here).relative_to(live)
        # A link to a folder is listed as a folder, and not followed.
        links = [name for name in folders if Path(here, name).is_symlink()]
        for name in (*files, *links):
            path = folder / name
            if not going.has(path.as_posix()):
                link_or_copy(live / path, release / path)
        if not folders and not files:
            (release / folder).mkdir(parents=True, exist_ok=True)
    for (path,) in ledger.run(f"SELECT path FROM pending WHERE step IN ({marks(WRITES)})"):
        move_over(place.stage / path, release / path)
    return number


class _Going:
    """The paths of the files that a new release does not take over from the one before."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._statement = f"SELECT 1 FROM pending WHERE path = ? AND step IN ({marks(WRITES + REMOVALS)})"

    def has(self, path: str) -> bool:
        return self._ledger.value(self._statement, (path,)) is not None


def show_release(place: Place, number: int) -> None:
    """Let the target be a link to the release `number`; a folder there becomes the release before it."""
    if place.release == number:
        return
    if place.target.is_dir() and not place.target.is_symlink():
        place.target.rename(place.releases / str(number - 1))
    link = place.beside / _NEXT_LINK
    link.unlink(missing_ok=True)
    link.symlink_to(Path(place.beside.name, place.releases.name, str(number)))
    link.replace(place.target)


def show_before(place: Place, number: int, before: int | None) -> None:
    """Undo `show_release`: let the target be the release `before` again, or the folder that it was."""
    folder = place.releases / str(number - 1)
    if place.release == number:
        place.target.unlink()
    if not os.path.lexists(place.target):
        if before is not None:
            show_release(place, before)
        elif folder.is_dir():
            folder.rename(place.target)
    with suppress(OSError):
        remove_tree(place.releases / str(number))


def become_folder(place: Place, number: int) -> None:
    """Let the target be a folder again, the one that the release `number` is."""
    release = place.releases / str(number)
    if release.is_dir():
        if place.target.is_symlink():
            place.target.unlink()
        release.rename(place.target)


def become_link(place: Place, number: int, before: int | None) -> None:
    """Undo `become_folder`: let the target be a link to the release `before` again."""
    if place.target.is_dir() and not place.target.is_symlink():
        place.target.rename(place.releases / str(number))
    if before is not None:
        show_release(place, before)
    with suppress(OSError):
        remove_tree(place.releases / str(number))


def prune_releases(place: Place) -> None:
    """Let the releases go that are older than the last `KEPT_RELEASES`, and what was cut off.

    Where the target is no link, somebody may have removed it: the releases may be all that there is.
    """
    (place.beside / _NEXT_LINK).unlink(missing_ok=True)
    shown = place.release
    numbers = release_numbers(place)
    kept = [number for number in numbers if shown is None or number <= shown][-KEPT_RELEASES:]
    for number in numbers:
        if number not in kept:
            remove_tree(place.releases / str(number))
