"""Whether an export that is under way is to be stopped, where somebody closes its dialog."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMessageBox

from editor_app.translation import _
from ui.widgets.dialogs import show_dialog


class StopQuestion(QObject):
    """Asks over `dialog`, one time at a time; `answered` comes where the export is to be stopped."""

    answered = Signal()

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._box: QMessageBox | None = None

    def ask(self) -> None:
        """Ask, unless that is being asked."""
        if self._box is not None:
            return
        self._box = box = QMessageBox(self._dialog)
        box.setObjectName("stop_export")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self._dialog.windowTitle())
        box.setText(_("Stop the export and close?"))
        box.setInformativeText(_("Nothing in the folder is changed then."))
        go_on = box.addButton(_("Go on exporting"), QMessageBox.ButtonRole.RejectRole)
        go_on.setObjectName("go_on")
        stop = box.addButton(_("Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
        stop.setObjectName("stop_and_close")
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        stop.clicked.connect(self.answered)
        box.finished.connect(self._forget)
        show_dialog(box)

    def withdraw(self) -> None:
        """Ask no more: there is nothing left to stop."""
        if self._box is not None:
            self._box.reject()

    def _forget(self) -> None:
        self._box = None
