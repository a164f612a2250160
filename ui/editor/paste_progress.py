"""How far a long paste has come, with a way to take it all back."""

from PySide6.QtCore import QLocale, QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from editor_app.translation import _, interface_language, ngettext
from ui.theme.spacing import L, M
from ui.widgets.announce import announce
from ui.widgets.labels import WrappingLabel

WIDTH = 380


class PasteProgress(QDialog):
    """Stands over the window while nothing may be changed there; `rejected` asks to take the paste back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paste_progress")
        self.setWindowTitle(_("Paste"))
        self._label = WrappingLabel(_("Reading what was copied…"))
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self._label.text())
        buttons = QDialogButtonBox()
        cancel = buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        # Whoever goes on typing as it comes up does not press it.
        cancel.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self._label)
        column.addWidget(self._bar)
        column.addWidget(buttons)
        self.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def tell_inserting(self, total: int) -> None:
        """Say that `total` blocks are being inserted, none of which is there yet."""
        words = ngettext("Inserting {count} paragraph…", "Inserting {count} paragraphs…", total)
        self._label.setText(words.format(count=QLocale(interface_language()).toString(total)))
        self._bar.setRange(0, total)
        self._bar.setValue(0)
        self._bar.setAccessibleName(self._label.text())
        announce(self, self._label.text())

    def show_count(self, inserted: int) -> None:
        """Show that so many blocks are there."""
        self._bar.setValue(inserted)
