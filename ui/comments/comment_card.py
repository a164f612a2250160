"""One comment in the list beside the text."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from editor_app.desk.values import PlacedComment
from editor_app.translation import _
from ui.comments.comment_words import done_words, origin_words, quoted_words, spoken_words
from ui.theme.icons import icon
from ui.theme.palette import colours
from ui.theme.spacing import XS, M, S
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.tone import STRIPE, Tone, ToneFrame


class QuotedPassage(QuietLabel):
    """The words that a comment is about, with a line at the side where reading starts."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setContentsMargins(S + STRIPE, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        pen = QPen(QColor(colours(self.palette()).warning), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        left = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - 1
        painter.drawLine(left, 0, left, self.height())


class CommentCard(ToneFrame):
    """Shows `placed` at `now`; Enter or a click goes to its passage, and its button settles it.

    `chosen` comes when somebody turns to it, by keys or by mouse, `visit_asked` when they want to see
    its passage; `turned` when its button is pressed.
    """

    chosen = Signal()
    visit_asked = Signal()
    turned = Signal()

    def __init__(self, placed: PlacedComment, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(Tone.NEUTRAL, parent)
        self.placed = placed
        self.setObjectName("comment")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(spoken_words(placed, now))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.button = self._make_button()
        self.button.clicked.connect(self.turned)
        self._lay_out(now)

    def set_chosen(self, chosen: bool) -> None:
        """Stand out from the others, or not."""
        self.set_tone(Tone.INFO if chosen else Tone.NEUTRAL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.visit_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()
            self.visit_asked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _make_button(self) -> QPushButton:
        if self.placed.comment.is_open:
            button = QPushButton(icon("check"), _("Done"))
            button.setObjectName("settle")
        else:
            button = QPushButton(icon("arrow-back-up"), _("Open again"))
            button.setObjectName("reopen")
        button.setAutoDefault(False)
        button.setAccessibleDescription(self.placed.comment.words)
        return button

    def _lay_out(self, now: datetime) -> None:
        comment = self.placed.comment
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, S, S)
        column.setSpacing(XS)
        column.addWidget(SectionHeading(comment.written_by))
        column.addWidget(QuietLabel(origin_words(self.placed, now)))
        quoted = quoted_words(self.placed)
        if quoted:
            column.addWidget(QuotedPassage(quoted))
        if self.placed.is_lost:
            column.addWidget(QuietLabel(_("The passage is gone from the text.")))
        column.addWidget(WrappingLabel(comment.words))
        if not comment.is_open:
            column.addWidget(QuietLabel(done_words(comment)))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
