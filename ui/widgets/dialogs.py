"""What dialogs have in common: how they open, and the buttons that end them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox

from editor_app.translation import _
from ui.widgets.primary_button import PrimaryButton

_LETTERS = 60


def show_dialog(dialog: QDialog) -> None:
    """Open `dialog` over its window; Qt deletes it as it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def closing_buttons(dialog: QDialog, accept: PrimaryButton) -> QDialogButtonBox:
    """Return the row with `accept`, which accepts `dialog`, and the button that cancels it."""
    buttons = QDialogButtonBox()
    buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def make_wide_enough_for_words(dialog: QDialog) -> None:
    """Make `dialog` as many letters wide as sentences are wrapped for, however large they are."""
    dialog.setMinimumWidth(_LETTERS * dialog.fontMetrics().averageCharWidth())


def resize_by_letters(dialog: QDialog, letters: int, lines: int) -> None:
    """Make `dialog` so many letters wide and lines high, whatever their size, as far as the screen goes."""
    metrics = dialog.fontMetrics()
    wanted = QSize(letters * metrics.averageCharWidth(), lines * metrics.lineSpacing())
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize()))


def ask_to_discard(dialog: QDialog, question: str, stay: str) -> None:
    """Ask `question`, and reject `dialog` where what was written in it may go; `stay` goes on with it."""
    box = QMessageBox(dialog)
    box.setObjectName("discard_changes")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(dialog.windowTitle())
    box.setText(question)
    stay_button = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    discard = box.addButton(_("Throw away"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay_button)
    box.setEscapeButton(stay_button)
    discard.clicked.connect(lambda: QDialog.reject(dialog))
    show_dialog(box)
