"""How the worker comes to a desk on a damaged archive, or on one that is brought back first."""

from pathlib import Path
from typing import TYPE_CHECKING

from ui.archive_opening import opener
from ui.desk_worker import OpenDesk

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk


def opener_of_what_is_left(path: Path, read: "Desk | None" = None) -> OpenDesk:
    """Return what opens for reading what can still be read of the damaged archive at `path`.

    That is `read` the first time, where it was read before.
    """

    def open_it() -> "Desk":
        nonlocal read
        if read is not None:
            first, read = read, None
            return first
        from editor_app.desk.opening import open_what_is_left

        return open_what_is_left(path)

    return open_it


def opener_after_restoring(backup: Path, path: Path, by: str) -> OpenDesk:
    """Return what lets the archive be what it was in `backup`, once, and opens it; `by` is logged."""
    open_archive = opener(path)
    is_restored = False

    def open_it() -> "Desk":
        nonlocal is_restored
        if not is_restored:
            # By now the window before has closed the archive, which nobody may have open.
            from editor_app.desk.clock import utc_now
            from editor_app.desk.keeping import restore_backup

            restore_backup(backup, path, now=utc_now(), by=by)
            is_restored = True
        return open_archive()

    return open_it
