"""The ways to a new article: an empty one, a copied page, a dropped file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from editor_app.desk.values import TakenIn
from ui.desk_worker import DeskWorker, Failed
from ui.editing import Editing
from ui.widgets.dialogs import show_dialog

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})


class NewArticles(QObject):
    """Lets the desk make articles in the name of `name`, and goes on with them in the window."""

    def __init__(
        self, worker: DeskWorker, editing: Editing, name: Callable[[], str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._worker = worker
        self._editing = editing
        self._name = name
        self._window = window

    def begin(self) -> None:
        """Begin an empty article; the open one is saved first."""
        name = self._name()
        self._worker.run(lambda desk: desk.create(by=name), self._editing.begin, self._editing.say)

    def take_in(self) -> None:
        """Take in a copied news page, pasted or from a file."""
        # Loaded as it is opened: the first paint does not wait for it.
        from ui.intake_dialog.intake_dialog import IntakeDialog

        dialog = IntakeDialog(self._take_in_text, self._take_in_file, self._window)
        dialog.taken.connect(self._editing.take_over)
        show_dialog(dialog)

    def take_dropped(self, dropped: QMimeData) -> None:
        """Take in each text file of `dropped`."""
        for path in text_files(dropped):
            self._take_in_file(path, self._editing.take_over, self._editing.say)

    def _take_in_text(self, text: str, done: Callable[[TakenIn], Any], failed: Failed) -> None:
        name = self._name()
        self._worker.run(lambda desk: desk.take_in(text, by=name), done, failed)

    def _take_in_file(self, path: Path, done: Callable[[TakenIn], Any], failed: Failed) -> None:
        name = self._name()
        self._worker.run(lambda desk: desk.take_in_file(path, by=name), done, failed)


def text_files(dropped: QMimeData) -> list[Path]:
    """Return the text files among what is dropped, by the endings of their names."""
    paths = (Path(url.toLocalFile()) for url in dropped.urls())
    return [path for path in paths if path.suffix.lower() in TEXT_SUFFIXES]
