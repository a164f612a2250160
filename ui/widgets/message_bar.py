"""A banner that says what happened and offers what to do about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.theme.icons import icon
from ui.theme.spacing import M, S
from ui.widgets.announce import announce
from ui.widgets.tone import INSET, Tone, ToneFrame, ToneIcon


@dataclass(frozen=True)
class MessageAction:
    """A button in a message: what it says and what it does; the message closes after it."""

    text: str
    act: Callable[[], Any]


class MessageBar(ToneFrame):
    """Says `text`, read aloud as it is shown, until it is dismissed or one of its actions is taken.

    The owner shows it by adding it to a layout; `dismissed` comes once, when it has gone.
    """

    dismissed = Signal()

    def __init__(
        self,
        tone: Tone,
        text: str,
        actions: Sequence[MessageAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tone, parent)
        self.setObjectName("message")
        self.setAccessibleName(text)
        self._label = QLabel(text)
        self._label.setObjectName("message_text")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        # A policy of our own takes away what word wrap had set.
        policy.setHeightForWidth(True)
        self._label.setSizePolicy(policy)
        self._lay_out(actions)
        announce(self, text, urgent=tone is Tone.ERROR)

    def text(self) -> str:
        """Return what the message says."""
        return self._label.text()

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.dismissed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, actions: Sequence[MessageAction]) -> None:
        words = QVBoxLayout()
        words.setSpacing(S)
        words.addWidget(self._label)
        if actions:
            buttons = QHBoxLayout()
            buttons.setSpacing(S)
            for action in actions:
                buttons.addWidget(self._button(action))
            buttons.addStretch()
            words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET + S, S, S, S)
        row.setSpacing(M)
        row.addWidget(ToneIcon(self.tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._close_button(), 0, Qt.AlignmentFlag.AlignTop)

    def _button(self, action: MessageAction) -> QPushButton:
        button = QPushButton(action.text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._take(action))
        return button

    def _take(self, action: MessageAction) -> None:
        self.dismiss()
        action.act()

    def _close_button(self) -> QToolButton:
        close = QToolButton()
        close.setObjectName("dismiss")
        close.setIcon(icon("x"))
        close.setAutoRaise(True)
        close.setAccessibleName(_("Close the message"))
        close.setToolTip(_("Close the message"))
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.clicked.connect(self.dismiss)
        return close
