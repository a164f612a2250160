"""Comments that come in, each with the words that it is about, before they are put beside the text."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor_app.desk.clock import utc_now
from editor_app.desk.values import PlacedComment
from editor_app.translation import _
from ui.comments.comment_card import QuotedPassage
from ui.comments.comment_words import done_words, origin_words, quoted_words
from ui.theme.spacing import XS, M
from ui.widgets.labels import QuietLabel, WrappingLabel


class CommentList(QScrollArea):
    """Shows comments one below the other; with `names`, who wrote each."""

    def __init__(self, parent: QWidget | None = None, *, names: bool = False) -> None:
        super().__init__(parent)
        self._names = names
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Comments"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_comments(self, comments: Sequence[PlacedComment], known_ids: Collection[str]) -> None:
        """Show `comments`; of those with `known_ids` it says that they were taken in before."""
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, M, 0)
        column.setSpacing(M)
        for placed in comments:
            column.addLayout(self._one(placed, is_known=placed.comment.id in known_ids))
        column.addStretch()
        self.setWidget(listed)

    def _one(self, placed: PlacedComment, *, is_known: bool) -> QVBoxLayout:
        comment = placed.comment
        column = QVBoxLayout()
        column.setSpacing(XS)
        quoted = quoted_words(placed)
        column.addWidget(QuotedPassage(quoted) if quoted else QuietLabel(_("On the whole article")))
        if placed.is_lost:
            column.addWidget(QuietLabel(_("The passage is gone from the text.")))
        column.addWidget(WrappingLabel(comment.words))
        origin = origin_words(placed, utc_now())
        facts = [_("{name}, {time}.").format(name=comment.written_by, time=origin) if self._names else origin]
        if not comment.is_open:
            facts.append(done_words(comment))
        if is_known:
            facts.append(_("Taken in before."))
        column.addWidget(QuietLabel(" ".join(facts)))
        return column
