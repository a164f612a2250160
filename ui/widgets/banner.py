"""A frame across the window that says something until it is dismissed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.spacing import M, S
from ui.widgets.icon_button import IconButton
from ui.widgets.tone import INSET, Tone, ToneFrame, ToneIcon


class Banner(ToneFrame):
    """Goes with Escape or its button, which says `close_words`; `dismissed` comes once, when it has gone.

    Subclasses fill `words`; the owner shows the banner by adding it to a layout.
    """

    dismissed = Signal()

    def __init__(self, tone: Tone, close_words: str, parent: QWidget | None = None) -> None:
        super().__init__(tone, parent)
        self._is_dismissed = False
        close = IconButton("x", close_words, object_name="dismiss")
        close.clicked.connect(self.dismiss)
        self.words = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET + S, S, S, S)
        row.setSpacing(M)
        row.addWidget(ToneIcon(tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def dismiss(self) -> None:
        """Take the banner away; one that has gone already stays away."""
        if self._is_dismissed:
            return
        self._is_dismissed = True
        self.hide()
        self.dismissed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
