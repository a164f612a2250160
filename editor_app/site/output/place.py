"""Where an output and what belongs to it are on the disk."""

import os
import re
from pathlib import Path

from editor_app.site.errors import TargetNotWritable
from editor_app.site.output.cut_off import folder_beside, mark_beside
from editor_app.site.output.errors import TargetIsDisk

_RELEASE_LINK = re.compile(r"\.(?P<name>.+)\.pressklar[/\\]releases[/\\](?P<number>\d+)")


class Place:
    """The folder `target`, and the folder beside it that holds what the site must not show.

    `target` is the folder itself, or in releases mode the link that is switched from one release to the
    next. Everything else is below `beside`, on the same disk, so that a rename moves a file at once.
    """

    def __init__(self, target: Path) -> None:
        if release_of(target) is None:
            # Somebody else's link stays as it is: the site is where it leads to.
            target = Path(os.path.realpath(target))
        else:
            target = Path(os.path.realpath(target.parent)) / target.name
        if not target.name:
            raise TargetNotWritable(target, "the root of a disk cannot be replaced")
        self.target = target
        self.beside = folder_beside(target)
        self.mark = mark_beside(target)
        self.lock = self.beside / "lock"
        self.ledger = self.beside / "ledger"
        self.stage = self.beside / "stage"
        self.kept = self.beside / "kept"
        self.releases = self.beside / "releases"

    @property
    def release(self) -> int | None:
        """The number of the release that the target shows, None where it is a folder."""
        return release_of(self.target)

    @property
    def live(self) -> Path:
        """The folder with the files that readers see now, which may not be there."""
        release = self.release
        return self.target if release is None else self.releases / str(release)

    def kept_of(self, generation: int) -> Path:
        """Return the folder with what the export `generation` replaced."""
        return self.kept / str(generation)

    def require_one_disk(self) -> None:
        """Raise TargetIsDisk where a rename from `beside` to the target cannot work."""
        if self.target.is_dir() and self.target.stat().st_dev != self.target.parent.stat().st_dev:
            raise TargetIsDisk(self.target, "it is a disk of its own")


def release_of(target: Path) -> int | None:
    """Return the number of the release that `target` links to, None where it is no such link."""
    if not target.is_symlink():
        return None
    match = _RELEASE_LINK.fullmatch(str(target.readlink()))
    return int(match["number"]) if match is not None and match["name"] == target.name else None
