"""Sending a submitted article back, with what is to be done."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor_app.desk.values import WorkingCopy
from editor_app.domain.comment import Passage
from editor_app.translation import _
from ui.comments.comment_card import QuotedPassage
from ui.comments.comment_words import shortened
from ui.theme.spacing import L, M
from ui.widgets.dialogs import ask_to_discard, closing_buttons
from ui.widgets.form_field import FormField
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.labels import SectionHeading, WrappingLabel
from ui.widgets.primary_button import PrimaryButton

# As many letters wide as the words below are wrapped for, however large they are.
LETTERS = 60


class ReturnDialog(QDialog):
    """Asks what has to be done with `copy`, or with a `passage` of it; without a word it is not sent back."""

    def __init__(
        self, copy: WorkingCopy, passage: Passage | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Return to the author"))
        self.setMinimumWidth(LETTERS * self.fontMetrics().averageCharWidth())
        self._words = GrowingTextEdit(fewest=4)
        self._words.setObjectName("comment")
        self._field = FormField(_("What has to be done"), self._words)
        self._words.textChanged.connect(lambda: self._field.show_problem(""))
        self._lay_out(copy, passage)

    def words(self) -> str:
        """Return the comment."""
        return self._words.text().strip()

    def problem(self) -> str:
        """Return the sentence on what is missing, empty where nothing was tried."""
        return self._field.problem()

    def accept(self) -> None:
        """Close with the comment, unless there is none."""
        if self.words():
            super().accept()
            return
        self._field.show_problem(_("Write what has to be done, so that the author can go on."))
        self._words.setFocus()

    def reject(self) -> None:
        """Close without it; what was written is not thrown away unasked."""
        if self.words():
            ask_to_discard(self, _("Throw away what you have written?"), _("Go on writing"))
        else:
            super().reject()

    def _lay_out(self, copy: WorkingCopy, passage: Passage | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(SectionHeading(copy.article.title or _("Without a title")))
        column.addWidget(
            WrappingLabel(
                _("The article becomes a draft again, and {name} sees your comment.").format(
                    name=copy.submitted_by
                )
            )
        )
        if passage is not None:
            column.addWidget(QuotedPassage(shortened(passage.quoted)))
        column.addWidget(self._field)
        column.addStretch()
        accept = PrimaryButton(_("Return"))
        accept.setObjectName("accept")
        column.addWidget(closing_buttons(self, accept))
        self._words.setFocus()
