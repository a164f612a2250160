"""The folder that a demonstration leaves its archive, site and pictures in."""

from pathlib import Path

from editor_app.translation import _

MARK = ".pressklar-demonstration"
ARCHIVE = "archive.sqlite3"


class FolderTaken(Exception):
    """The folder cannot be used: it holds other things, or cannot be written."""


def prepare(out: Path, archive: Path | None) -> Path:
    """Make `out` ready and return the archive to work on: `archive`, else a new one in `out`.

    Of an earlier demonstration in `out`, the archive is taken away. Raises FolderTaken.
    """
    try:
        if out.exists() and any(out.iterdir()) and not (out / MARK).exists():
            raise FolderTaken(_("{path} holds other files. Name a new or an empty folder.").format(path=out))
        out.mkdir(parents=True, exist_ok=True)
        (out / MARK).touch()
        if archive is not None:
            return archive
        for ending in ("", "-wal", "-shm"):
            (out / (ARCHIVE + ending)).unlink(missing_ok=True)
    except OSError as error:
        raise FolderTaken(
            _("{path} cannot be used: {reason}").format(path=out, reason=error.strerror)
        ) from error
    return out / ARCHIVE
