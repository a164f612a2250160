"""How the worker comes to its desk."""

from pathlib import Path
from typing import TYPE_CHECKING

from ui.desk_worker import OpenDesk

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk


def opener(path: Path, *, create: bool = False, with_samples: bool = False) -> OpenDesk:
    """Return what opens the archive at `path`, as `editor_app.desk.opening.open_desk` does with the rest."""

    def open_it() -> "Desk":
        # Runs on the worker: the database libraries are not for the window's thread to load.
        from editor_app.desk.opening import open_desk

        return open_desk(path, create=create, with_samples=with_samples)

    return open_it
