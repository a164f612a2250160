"""A dialog that says what comes next and asks one thing about it."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.theme.spacing import L, M
from ui.widgets.dialogs import closing_buttons, make_wide_enough_for_words
from ui.widgets.form_field import FormField
from ui.widgets.labels import WrappingLabel
from ui.widgets.primary_button import PrimaryButton


class QuestionDialog(QDialog):
    """Says `words` and asks for `label`, to be given in `field`; `button` is what accepts it."""

    def __init__(
        self, title: str, words: str, label: str, field: QWidget, *, button: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        make_wide_enough_for_words(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(WrappingLabel(words))
        column.addWidget(FormField(label, field))
        column.addStretch()
        accept = PrimaryButton(button)
        accept.setObjectName("accept")
        column.addWidget(closing_buttons(self, accept))
        # The text takes more lines than a layout asks for before it is shown.
        width = max(self.minimumWidth(), self.sizeHint().width())
        self.resize(width, column.totalHeightForWidth(width))
