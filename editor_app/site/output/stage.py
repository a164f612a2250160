"""The folder for the files of a run, to which several processes may write."""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from editor_app.site.output.disk import has_digest, write_new
from editor_app.site.output.failures import WORLDLY, typed_error
from editor_app.site.output.place import Place


class StagedFile(NamedTuple):
    """A file of a run: where on the site, its SHA-256 and size, who has it, and what revision it shows.

    `time` is when it was written, in nanoseconds; None where it was not, because the target has the same.
    """

    path: str
    digest: bytes
    size: int
    time: int | None
    owner: str = ""
    revision: str = ""


class Stage:
    """The files of the run that writes to `place`."""

    def __init__(self, place: Place) -> None:
        self._target = place.target
        self._folder = f"{place.stage.as_posix()}/"
        self._live = f"{place.live.as_posix()}/"
        self._has_site = place.live.exists()

    def write(self, path: str, data: bytes) -> int:
        """Write `data` for `path`, over what the run has there; return its time in nanoseconds.

        Raises OSError where the disk does not take it.
        """
        try:
            return write_new(self._folder + path, data)
        except FileExistsError:
            Path(self._folder, path).unlink()
            return write_new(self._folder + path, data)

    def add(self, path: str, data: bytes, owner: str, revision: str) -> StagedFile:
        """Write `data` for `path`, unless the target has the same.

        Raises TargetNotWritable and what derives from it.
        """
        digest, size = sha256(data).digest(), len(data)
        try:
            # To make a folder and a file that nobody needs takes longer than to read the one that is there.
            is_there = self._has_site and has_digest(self._live + path, size, digest)
            time = None if is_there else self.write(path, data)
        except WORLDLY as error:
            raise typed_error(error, self._target) from error
        return StagedFile(path, digest, size, time, owner, revision)

    def remove(self, path: str) -> None:
        """Take away what the run has at `path`."""
        Path(self._folder, path).unlink()
