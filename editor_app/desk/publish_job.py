"""A publishing that is ready to be done, on any thread: it needs the archive no more."""

from pathlib import Path

from editor_app.domain.publish_target import PublishTarget
from editor_app.site.targets.publishing import publish, try_connection
from editor_app.site.targets.values import IsStopped, Published, Tell, never, tell_nobody


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
