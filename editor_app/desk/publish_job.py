"""A publishing that is ready to be done, on any thread: it needs the archive no more."""

from pathlib import Path

from editor_app.domain.publish_target import PublishTarget
from editor_app.intake.files import read_file
from editor_app.site.targets.errors import HostKeyUnknown, WouldOverwrite
from editor_app.site.targets.publishing import publish, try_connection
from editor_app.site.targets.values import IsStopped, Progress, Published, Tell, never, tell_nobody

# What the window has to know of a publishing.
__all__ = [
    "HostKeyUnknown",
    "IsStopped",
    "Progress",
    "PublishJob",
    "Published",
    "Tell",
    "WouldOverwrite",
    "read_key",
    "tell_nobody",
]


# Keys are some kilobytes at most.
_KEY_BYTES = 65536


def read_key(path: Path) -> str:
    """Return the private key in the file at `path`; raises what `read_file` does."""
    return read_file(path, _KEY_BYTES).decode(errors="replace")


class PublishJob:
    """The export in `folder` on its way to `target`; the password is in nobody's sight."""

    def __init__(self, target: PublishTarget, folder: Path, password: str) -> None:
        self.target = target
        self.folder = folder
        self._password = password

    def run(
        self,
        *,
        tell: Tell = tell_nobody,
        is_stopped: IsStopped = never,
        overwrite: bool = False,
        dry_run: bool = False,
    ) -> Published:
        """Publish, or with `dry_run` say what that would do.

        `tell` is called in this thread and `is_stopped` asked before each file; `overwrite` allows to
        replace and remove what others did there. Raises PublishError, NoExport and ExportAltered.
        """
        return publish(
            self.target,
            self._password,
            self.folder,
            tell=tell,
            is_stopped=is_stopped,
            overwrite=overwrite,
            dry_run=dry_run,
        )

    def try_connection(self) -> bool:
        """Log in and return whether a website of ours, or nothing, is there; raises PublishError."""
        return try_connection(self.target, self._password)
