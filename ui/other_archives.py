"""Going to another archive than the one in the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from editor_app.translation import _
from ui.archive_opening import opener
from ui.leaving import Leaving


class OtherArchives(QObject):
    """Asks for an archive and leaves the open one for it: `asked` carries what opens it, and its path."""

    asked = Signal(object, object)

    def __init__(self, here: Path, leaving: Leaving, window: QWidget) -> None:
        super().__init__(window)
        self._here = here
        self._leaving = leaving
        self._window = window

    def open(self) -> None:
        """Work with another archive, chosen from the disk."""
        path, _kind = QFileDialog.getOpenFileName(
            self._window, _("Open archive"), str(self._here.parent), _archive_filter()
        )
        if path:
            self._go_to(Path(path), create=False)

    def make(self) -> None:
        """Work with a new archive, empty, where the person says."""
        path, _kind = QFileDialog.getSaveFileName(
            self._window, _("New archive"), str(self._here.parent), _archive_filter()
        )
        if path:
            self._go_to(Path(path), create=True)

    def _go_to(self, path: Path, *, create: bool) -> None:
        self._leaving.leave(lambda: self.asked.emit(opener(path, create=create), path))


def _archive_filter() -> str:
    return ";;".join((_("Archives (*.sqlite3)"), _("All files (*)")))
