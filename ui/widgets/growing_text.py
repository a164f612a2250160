"""A field for a few lines of plain text that is as tall as what it holds."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.theme.spacing import XS


class GrowingTextEdit(QPlainTextEdit):
    """Plain text, between `fewest` and `most` lines tall; Tab moves on to the next field."""

    left = Signal()

    def __init__(self, *, fewest: int = 2, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest = fewest
        self._most = most
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(XS)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return the words, lines parted by newlines."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show other words; where they are the same, the cursor and undo stay as they are."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_for(self.document().size().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.height_for(self._fewest))

    def height_for(self, lines: float) -> int:
        """Return the height in pixels that shows `lines`, within the bounds of this field."""
        shown = max(self._fewest, min(lines, self._most))
        # Without a pixel to spare QPlainTextEdit believes that the last line does not fit, and scrolls.
        edges = 2 * self.frameWidth() + 2 * self.document().documentMargin() + 1
        return round(shown * self.fontMetrics().lineSpacing() + edges)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
