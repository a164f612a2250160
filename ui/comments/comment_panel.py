"""The list of comments beside the text."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor_app.desk.clock import utc_now
from editor_app.desk.values import PlacedComment
from editor_app.translation import _
from ui.comments.comment_card import CommentCard
from ui.comments.comment_words import count_words, open_count
from ui.theme.spacing import M, S
from ui.widgets.announce import announce
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.plain_button import plain_button

COMMENT_KEYS = "Ctrl+Alt+M"
FEWEST_LETTERS = 24


class CommentPanel(QFrame):
    """Lists what is said about the article, open ones first, in the order of the text.

    Signals carry the id of a comment. `chosen` comes when somebody turns to one, `visit_asked` when
    they want to see its passage.
    """

    comment_asked = Signal()
    chosen = Signal(str)
    visit_asked = Signal(str)
    settle_asked = Signal(str)
    reopen_asked = Signal(str)

    def __init__(self, clock: Callable[[], datetime] = utc_now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._cards: dict[str, CommentCard] = {}
        self._chosen = ""
        self.setAccessibleName(_("Comments"))
        self._heading = SectionHeading(_("Comments"))
        self._empty = QuietLabel(
            _("Nobody has commented on this article. Select words in the text and press {keys}.").format(
                keys=QKeySequence(COMMENT_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
            )
        )
        self.add_button = plain_button(_("Comment…"), "add_comment", "message-plus")
        self.add_button.clicked.connect(self.comment_asked)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._lay_out()
        self.show_comments(())

    def show_comments(self, placed: Sequence[PlacedComment]) -> None:
        """List `placed`, which are in their order; where the focus was, it stays."""
        focused = next((key for key, card in self._cards.items() if _has_focus(card)), "")
        before = self._cards
        for card in self._cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        now = self._clock()
        self._cards = {one.comment.id: self._make_card(one, now) for one in placed}
        for place, card in enumerate(self._cards.values()):
            self._column.insertWidget(place, card)
            # What is not shown yet cannot have the focus.
            card.show()
        self._empty.setVisible(not placed)
        self._tell_count(open_count(placed))
        self.choose(self._chosen)
        if focused:
            self._focus_near(focused, before)

    def choose(self, comment_id: str) -> None:
        """Let one comment stand out, in sight; none where there is no such one."""
        self._chosen = comment_id
        for key, card in self._cards.items():
            card.set_chosen(key == comment_id)
        card_chosen = self._cards.get(comment_id)
        if card_chosen is not None:
            # A card that has just been made has no place yet.
            QTimer.singleShot(0, card_chosen, lambda: self._scroll.ensureWidgetVisible(card_chosen, 0, S))

    def focus_on(self, comment_id: str) -> None:
        """Give the focus to one comment."""
        card = self._cards.get(comment_id)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def cards(self) -> list[CommentCard]:
        """Return what is listed, from the top."""
        return list(self._cards.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._step(step):
            super().keyPressEvent(event)

    def _step(self, step: int) -> bool:
        keys = list(self._cards)
        here = next((place for place, key in enumerate(keys) if self._cards[key].hasFocus()), None)
        if here is None or not 0 <= here + step < len(keys):
            return False
        self.focus_on(keys[here + step])
        return True

    def _focus_near(self, comment_id: str, before: dict[str, CommentCard]) -> None:
        """Give the focus to the comment that had it; once that is settled, to the one that came after it."""
        order = list(before)
        after = (key for key in order[order.index(comment_id) :] if self._is_as_open(key, before))
        near = next(after, next(iter(self._cards), ""))
        if near:
            self.focus_on(near)
        else:
            self.add_button.setFocus()

    def _is_as_open(self, comment_id: str, before: dict[str, CommentCard]) -> bool:
        card = self._cards.get(comment_id)
        return card is not None and card.placed.comment.is_open == before[comment_id].placed.comment.is_open

    def _make_card(self, placed: PlacedComment, now: datetime) -> CommentCard:
        card = CommentCard(placed, now)
        comment_id = placed.comment.id
        card.chosen.connect(lambda: self.chosen.emit(comment_id))
        card.visit_asked.connect(lambda: self.visit_asked.emit(comment_id))
        turned = self.settle_asked if placed.comment.is_open else self.reopen_asked
        card.turned.connect(lambda: turned.emit(comment_id))
        return card

    def _tell_count(self, count: int) -> None:
        words = count_words(count)
        if words != self._heading.text() and self.isVisible():
            announce(self, words if count else _("No open comments"))
        self._heading.setText(words)
        self.setAccessibleDescription(words if count else _("No open comments"))

    def _lay_out(self) -> None:
        self._column.setContentsMargins(M, 0, M, M)
        self._column.setSpacing(S)
        self._column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._list)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QVBoxLayout()
        head.setContentsMargins(M, M, M, 0)
        head.setSpacing(S)
        head.addWidget(self._heading)
        head.addWidget(self._empty)
        head.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * FEWEST_LETTERS)


def _has_focus(card: CommentCard) -> bool:
    return card.hasFocus() or card.button.hasFocus()
