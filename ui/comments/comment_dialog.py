"""Writing a comment on the article or on a passage of it."""

from PySide6.QtWidgets import QWidget

from editor_app.domain.comment import Passage
from editor_app.translation import _
from ui.comments.comment_card import QuotedPassage
from ui.comments.comment_words import shortened
from ui.widgets.labels import SectionHeading
from ui.widgets.words_dialog import WordsDialog


class CommentDialog(WordsDialog):
    """Asks what there is to say about `passage`, or about the whole article where that is None."""

    def __init__(self, passage: Passage | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Comment"), _("Your comment"), _("Write a comment."), parent=parent)
        about = (
            SectionHeading(_("On the whole article"))
            if passage is None
            else QuotedPassage(shortened(passage.quoted))
        )
        self.lay_out(about, button=_("Comment"))
