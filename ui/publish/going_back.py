"""Undoing the newest export to a folder, after a look at what that brings back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from editor_app.desk.export_words import going_back_sentences, nothing_kept_sentence
from editor_app.desk.plan_words import went_back_sentences
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.settings.preferences import Preferences
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import show_dialog

if TYPE_CHECKING:
    from editor_app.desk.export_progress import Generation


class GoingBack(QObject):
    """Asks over `window`, one time at a time.

    `done` carries sentences on what was done, `failed` an EditorAppError.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: DeskWorker, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._worker = worker
        self._preferences = preferences
        self._window = window
        self._is_under_way = False
        self.done.connect(self._end)
        self.failed.connect(self._end)

    def ask(self, target: Path, overwrite: bool) -> None:
        """Show what would come back at `target`, and do it if that is wanted."""
        if self._is_under_way:
            # Done twice, it would bring back what it has just undone.
            return
        self._is_under_way = True
        # Another export to the folder may have its turn first: what is typed is saved meanwhile.
        self._worker.run_beside(
            lambda desk: desk.last_kept(target),
            while_alive(self, lambda kept: self._show(target, overwrite, kept)),
            while_alive(self, self.failed.emit),
        )

    def _show(self, target: Path, overwrite: bool, kept: "Generation | None") -> None:
        if kept is None:
            self.done.emit([nothing_kept_sentence(target)])
            return
        box = QMessageBox(self._window)
        box.setObjectName("going_back")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Undo the last export"))
        box.setText(_("Undo the last export to {folder}?").format(folder=target))
        box.setInformativeText("\n".join(going_back_sentences(kept)))
        undo = box.addButton(_("Undo the export"), QMessageBox.ButtonRole.AcceptRole)
        undo.setObjectName("undo_export")
        stay = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.rejected.connect(self._end)
        undo.clicked.connect(lambda: self._go_back(target, overwrite))
        show_dialog(box)

    def _go_back(self, target: Path, overwrite: bool) -> None:
        name = self._preferences.name
        self._worker.run_beside(
            lambda desk: desk.roll_back(target, by=name, overwrite=overwrite),
            while_alive(self, lambda switched: self.done.emit(went_back_sentences(switched))),
            while_alive(self, self.failed.emit),
        )

    def _end(self) -> None:
        self._is_under_way = False
