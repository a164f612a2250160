"""Other archives than the one that the program was started on."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk


def opener(path: Path, *, create: bool = False) -> "Callable[[], Desk]":
    """Return what the worker calls to open the archive at `path`, or to make it with `create`."""

    def open_it() -> "Desk":
        # Runs on the worker: the database libraries are not for the window's thread to load.
        from editor_app.desk.opening import open_desk

        return open_desk(path, create=create)

    return open_it
