"""Writing a comment on the article or on a passage of it."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor_app.domain.comment import Passage
from editor_app.translation import _
from ui.comments.comment_card import QuotedPassage
from ui.comments.comment_words import shortened
from ui.theme.spacing import L, M
from ui.widgets.dialogs import ask_to_discard, closing_buttons
from ui.widgets.form_field import FormField
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.labels import SectionHeading
from ui.widgets.primary_button import PrimaryButton

WIDTH = 440


class CommentDialog(QDialog):
    """Asks what there is to say about `passage`, or about the whole article where that is None."""

    def __init__(self, passage: Passage | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Comment"))
        self.setMinimumWidth(WIDTH)
        self._words = GrowingTextEdit(fewest=3)
        self._words.setObjectName("comment_words")
        self._field = FormField(_("Your comment"), self._words)
        self._words.textChanged.connect(lambda: self._field.show_problem(""))
        self._lay_out(passage)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    def words(self) -> str:
        """Return what was written."""
        return self._words.text().strip()

    def accept(self) -> None:
        """Close with what was written; a comment without a word is asked for at the field."""
        if self.words():
            super().accept()
        else:
            self._field.show_problem(_("Write a comment."))
            self._words.setFocus()

    def reject(self) -> None:
        """Close without a comment, after a question where one is written."""
        if self.words():
            ask_to_discard(self, _("Throw away what you have written?"), _("Go on writing"))
        else:
            super().reject()

    def _lay_out(self, passage: Passage | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        if passage is None:
            column.addWidget(SectionHeading(_("On the whole article")))
        else:
            column.addWidget(QuotedPassage(shortened(passage.quoted)))
        column.addWidget(self._field)
        column.addStretch()
        accept = PrimaryButton(_("Comment"))
        accept.setObjectName("accept")
        column.addWidget(closing_buttons(self, accept))
        self._words.setFocus()
