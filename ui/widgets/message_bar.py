"""A banner that says what happened and offers what to do about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from editor_app.translation import _
from ui.theme.spacing import S
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.tone import Tone


@dataclass(frozen=True)
class MessageAction:
    """A button in a message: what it says and what it does; the message closes after it."""

    text: str
    act: Callable[[], Any]


class MessageBar(Banner):
    """Says `text`, read aloud as it is shown, until it is dismissed or one of its actions is taken."""

    def __init__(
        self,
        tone: Tone,
        text: str,
        actions: Sequence[MessageAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tone, _("Close the message"), parent)
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

    def _lay_out(self, actions: Sequence[MessageAction]) -> None:
        self.words.setSpacing(S)
        self.words.addWidget(self._label)
        if actions:
            buttons = QHBoxLayout()
            buttons.setSpacing(S)
            for action in actions:
                buttons.addWidget(self._button(action))
            buttons.addStretch()
            self.words.addLayout(buttons)

    def _button(self, action: MessageAction) -> QPushButton:
        button = QPushButton(action.text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._take(action))
        return button

    def _take(self, action: MessageAction) -> None:
        self.dismiss()
        action.act()
