"""A page that says one thing, where there is nothing else to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme.font_sizes import resized
from ui.theme.spacing import XL, M, S
from ui.widgets.announce import announce
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.message_bar import MessageAction
from ui.widgets.tone import Tone, ToneIcon

READING_WIDTH = 560
HEADLINE_SIZE = 1.35


class SentencePage(QWidget):
    """Says what there is to say in the middle of the window, with buttons for what can be done."""

    def __init__(
        self,
        what: str,
        next_step: str,
        actions: tuple[MessageAction, ...],
        tone: Tone,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.what = what
        self.next_step = next_step
        inside = QWidget()
        inside.setMaximumWidth(READING_WIDTH)
        row = QHBoxLayout(inside)
        row.setSpacing(M)
        row.addWidget(ToneIcon(tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._text(actions), 1)
        centred = QHBoxLayout()
        centred.addStretch()
        centred.addWidget(inside, 1)
        centred.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.addStretch(2)
        column.addLayout(centred)
        column.addStretch(3)
        announce(self, f"{what} {next_step}", urgent=tone is Tone.ERROR)

    def _text(self, actions: tuple[MessageAction, ...]) -> QVBoxLayout:
        headline = QLabel(self.what)
        headline.setObjectName("what")
        headline.setFont(resized(headline.font(), HEADLINE_SIZE))
        advice = QLabel(self.next_step)
        for label in (headline, advice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text = QVBoxLayout()
        text.setSpacing(M)
        text.addWidget(headline)
        text.addWidget(advice)
        text.addSpacing(S)
        text.addWidget(_buttons(actions))
        return text


def _buttons(actions: tuple[MessageAction, ...]) -> QWidget:
    """Return the buttons in as many lines as their words take."""
    buttons = QWidget()
    row = FlowLayout(buttons)
    row.setSpacing(S)
    for number, action in enumerate(actions):
        button = QPushButton(action.text)
        button.setDefault(number == 0)
        button.clicked.connect(action.act)
        row.addWidget(button)
    return buttons
