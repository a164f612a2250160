"""What an expert says about an article, before it is put beside its words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor_app.desk.clock import utc_now
from editor_app.desk.values import IncomingReply, PlacedComment
from editor_app.translation import _
from ui.comments.comment_card import QuotedPassage
from ui.comments.comment_words import origin_words, quoted_words
from ui.theme.spacing import XS, M
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel


class ReplyPage(QWidget):
    """Shows the comments of one IncomingReply, each with the words that it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = SectionHeading("")
        self._sentence = QuietLabel("")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(_("Comments"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addWidget(self._scroll, 1)
        self.setFocusProxy(self._scroll)

    def sentence(self) -> str:
        """Return what it says of the reply as a whole."""
        return self._sentence.text()

    def show_reply(self, incoming: IncomingReply) -> None:
        """Show what `incoming` says."""
        title = incoming.title or _("Untitled")
        self._heading.setText(_("Comments from {name} on “{title}”").format(name=incoming.name, title=title))
        if incoming.is_known:
            self._sentence.setText(_("All of these comments were taken in before."))
        else:
            self._sentence.setText(
                _("They are on version {number}. Each is put beside the words that it is about.").format(
                    number=incoming.number
                )
            )
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for placed in incoming.comments:
            column.addLayout(_one(placed, is_known=placed.comment.id in incoming.known_ids))
        column.addStretch()
        self._scroll.setWidget(listed)


def _one(placed: PlacedComment, *, is_known: bool) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(XS)
    quoted = quoted_words(placed)
    column.addWidget(QuotedPassage(quoted) if quoted else QuietLabel(_("On the whole article")))
    if placed.is_lost:
        column.addWidget(QuietLabel(_("The passage is gone from the text.")))
    column.addWidget(WrappingLabel(placed.comment.words))
    when = origin_words(placed, utc_now())
    column.addWidget(QuietLabel(_("{time}. Taken in before.").format(time=when) if is_known else when))
    return column
