"""Words beside the fields: headings, quiet lines and lines that are cut to fit."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QStaticText, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class WrappingLabel(QLabel):
    """Plain text that wraps at words and, where a word is too long, inside it.

    So a long Swedish word never makes the form wider than its column.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        # By width: a layout asks several times for each before it settles.
        self._heights: dict[int, float] = {}
        self._measured: tuple[str, str, bool] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height_for(width)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * 40
        lines = (self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n"))
        width = min(width, max(lines, default=0) + 1)
        return QSize(width, self._height_for(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        inside = self.contentsRect()
        words = self._laid_out(inside.width())
        spare = inside.height() - words.size().height()
        top = 0.0 if self.alignment() & Qt.AlignmentFlag.AlignTop else max(0.0, spare / 2)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawStaticText(QPointF(inside.left(), inside.top() + top), words)

    def _height_for(self, width: int) -> int:
        edges = self.contentsMargins()
        looks = self.text(), self.font().key(), self.wordWrap()
        if looks != self._measured:
            self._measured = looks
            self._heights.clear()
        inside = width - edges.left() - edges.right()
        if inside not in self._heights:
            self._heights[inside] = self._laid_out(inside).size().height()
        return round(self._heights[inside] + 0.49) + edges.top() + edges.bottom()

    def _laid_out(self, width: int) -> QStaticText:
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        wrapping = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        option.setWrapMode(wrapping if self.wordWrap() else QTextOption.WrapMode.NoWrap)
        option.setTextDirection(self.layoutDirection())
        words = QStaticText(self.text().replace("\n", "\u2028"))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextOption(option)
        words.setTextWidth(max(1, width))
        words.prepare(font=self.font())
        return words


class SectionHeading(WrappingLabel):
    """The quiet heading of a group of fields."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)


class QuietLabel(WrappingLabel):
    """A line that matters less than what it stands beside."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room; the whole of it is the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show `text`."""
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def elided(self) -> str:
        """Return what there is room for."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment() | Qt.TextFlag.TextSingleLine, self.elided())
