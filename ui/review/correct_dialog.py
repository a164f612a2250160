"""Correcting what is published: what the readers are told of it, if anything."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor_app.desk.values import WorkingCopy
from editor_app.translation import _
from ui.theme.spacing import L, M
from ui.widgets.dialogs import ask_to_discard, closing_buttons
from ui.widgets.form_field import FormField
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.labels import SectionHeading, WrappingLabel
from ui.widgets.primary_button import PrimaryButton

# As many letters wide as the words below are wrapped for, however large they are.
LETTERS = 60


class CorrectDialog(QDialog):
    """Asks what is corrected in `copy`; small things need no words."""

    def __init__(self, copy: WorkingCopy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Correct"))
        self.setMinimumWidth(LETTERS * self.fontMetrics().averageCharWidth())
        self._words = GrowingTextEdit(fewest=3)
        self._words.setObjectName("correction_words")
        self._lay_out(copy)

    def words(self) -> str:
        """Return what the readers are told, empty for a silent correction."""
        return self._words.text().strip()

    def reject(self) -> None:
        """Close without it; what was written is not thrown away unasked."""
        if self.words():
            ask_to_discard(self, _("Throw away what you have written?"), _("Go on writing"))
        else:
            super().reject()

    def _lay_out(self, copy: WorkingCopy) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(SectionHeading(copy.article.title or _("Without a title")))
        column.addWidget(
            WrappingLabel(
                _("The article becomes a draft to be corrected. The published text stays until yours is.")
            )
        )
        column.addWidget(
            FormField(
                _("What is corrected, in a sentence for the readers"),
                self._words,
                _("It stands with today's date at the end of the page. Leave it empty for small things."),
            )
        )
        column.addStretch()
        accept = PrimaryButton(_("Correct"))
        accept.setObjectName("accept")
        column.addWidget(closing_buttons(self, accept))
        self._words.setFocus()
