"""A dialog that asks for a few sentences, with its field, its question and its buttons."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.theme.spacing import L, M
from ui.widgets.dialogs import ask_to_discard, closing_buttons, make_wide_enough_for_words
from ui.widgets.form_field import FormField
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.primary_button import PrimaryButton

FEWEST_LINES = 3


class WordsDialog(QDialog):
    """Asks for what `label` says; what is written is never thrown away unasked.

    `missing` is the sentence that stands at the field when it is left empty; where that is empty
    itself, no word need be written. `hint` stands below the field.
    """

    def __init__(
        self, title: str, label: str, missing: str = "", *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        make_wide_enough_for_words(self)
        self._missing = missing
        self._words = GrowingTextEdit(fewest=FEWEST_LINES)
        self._words.setObjectName("words")
        self._field = FormField(label, self._words, hint)
        self._words.textChanged.connect(lambda: self._field.show_problem(""))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    def words(self) -> str:
        """Return what was written."""
        return self._words.text().strip()

    def problem(self) -> str:
        """Return the sentence on what is missing, empty where nothing was tried."""
        return self._field.problem()

    def accept(self) -> None:
        """Close with what was written; where words are missing, they are asked for at the field."""
        if self.words() or not self._missing:
            super().accept()
        else:
            self._field.show_problem(self._missing)
            self._words.setFocus()

    def reject(self) -> None:
        """Close without it, after a question where something is written."""
        if self.words():
            ask_to_discard(self, _("Throw away what you have written?"), _("Go on writing"))
        else:
            super().reject()

    def lay_out(self, *above: QWidget, button: str) -> None:
        """Put what the words are about above their field, and the button that sends them below."""
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        for widget in above:
            column.addWidget(widget)
        column.addWidget(self._field)
        column.addStretch()
        accept = PrimaryButton(button)
        accept.setObjectName("accept")
        column.addWidget(closing_buttons(self, accept))
        self._words.setFocus()
