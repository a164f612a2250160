"""Correcting what is published: what the readers are told of it, if anything."""

from PySide6.QtWidgets import QWidget

from editor_app.desk.values import WorkingCopy
from editor_app.translation import _
from ui.widgets.labels import SectionHeading, WrappingLabel
from ui.widgets.words_dialog import WordsDialog


class CorrectDialog(WordsDialog):
    """Asks what is corrected in `copy`; small things need no words."""

    def __init__(self, copy: WorkingCopy, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Correct"),
            _("What is corrected, in a sentence for the readers"),
            hint=_("It stands with today's date at the end of the page. Leave it empty for small things."),
            parent=parent,
        )
        self.lay_out(
            SectionHeading(copy.article.title or _("Without a title")),
            WrappingLabel(
                _("The article becomes a draft to be corrected. The published text stays until yours is.")
            ),
            button=_("Correct"),
        )
