"""Sending a submitted article back, with what is to be done."""

from PySide6.QtWidgets import QWidget

from editor_app.desk.values import WorkingCopy
from editor_app.domain.comment import Passage
from editor_app.translation import _
from ui.comments.comment_card import QuotedPassage
from ui.comments.comment_words import shortened
from ui.widgets.labels import SectionHeading, WrappingLabel
from ui.widgets.words_dialog import WordsDialog


class ReturnDialog(WordsDialog):
    """Asks what has to be done with `copy`, or with a `passage` of it; without a word it is not sent back."""

    def __init__(
        self, copy: WorkingCopy, passage: Passage | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Return to the author"),
            _("What has to be done"),
            _("Write what has to be done, so that the author can go on."),
            parent=parent,
        )
        what_happens = _("The article becomes a draft again, and {name} sees your comment.").format(
            name=copy.submitted_by
        )
        above: list[QWidget] = [
            SectionHeading(copy.article.title or _("Without a title")),
            WrappingLabel(what_happens),
        ]
        if passage is not None:
            above.append(QuotedPassage(shortened(passage.quoted)))
        self.lay_out(*above, button=_("Return"))
