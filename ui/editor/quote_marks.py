"""The mark after a quote: a ring, with a tick in it where the speaker has approved the words."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen, QTextBlock

from editor_app.domain.quotes import quote_hash
from ui.theme.palette import colours
from ui.theme.spacing import S

# As a share of the height of capitals.
_SIZE = 1.1


class QuoteMarks:
    """Knows the hashes of the approved quotes; nothing is painted before that."""

    def __init__(self) -> None:
        self._approved: frozenset[str] | None = None

    def show(self, approved: frozenset[str]) -> None:
        """Take these quotes to be approved, and no others."""
        self._approved = approved

    def paint(self, painter: QPainter, block: QTextBlock, palette: QPalette) -> None:
        """Paint the mark of the quote in `block`, in the document's coordinates."""
        words = block.text()
        if self._approved is None or not words.strip():
            return
        scheme = colours(palette)
        is_approved = quote_hash(words) in self._approved
        ring = _place(painter, block)
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(scheme.success if is_approved else scheme.muted), 1.4))
        painter.drawEllipse(ring)
        if is_approved:
            painter.drawLines(_tick(ring))
        painter.restore()


def _place(painter: QPainter, block: QTextBlock) -> QRectF:
    """Return where the mark stands: after the last word, where reading ends."""
    layout = block.layout()
    line = layout.lineAt(layout.lineCount() - 1)
    height = QFontMetricsF(painter.font()).capHeight() * _SIZE
    text = line.naturalTextRect()
    leftwards = block.textDirection() == Qt.LayoutDirection.RightToLeft
    left = text.left() - S - height if leftwards else text.right() + S
    top = line.y() + line.ascent() - height
    corner = layout.position() + QPointF(left, top)
    return QRectF(corner, corner + QPointF(height, height))


def _tick(ring: QRectF) -> list[QLineF]:
    def at(across: float, down: float) -> QPointF:
        return ring.topLeft() + QPointF(across * ring.width(), down * ring.height())

    return [QLineF(at(0.28, 0.52), at(0.44, 0.68)), QLineF(at(0.44, 0.68), at(0.72, 0.34))]
