"""What is painted around the words of a text and over them, in their order."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from ui.editor.decorations import Decorations
from ui.editor.object_frame import ObjectFrame
from ui.editor.underlines import Underlines


class Painting:
    """Paints into the viewport of `body`; areas are in its coordinates."""

    def __init__(self, body: QTextEdit, decorations: Decorations, underlines: Underlines) -> None:
        self._body = body
        self._decorations = decorations
        self._underlines = underlines
        self._frame = ObjectFrame(body, decorations)

    def paint_behind(self, area: QRect) -> None:
        """Paint what the words of `area` cover, and what stands beside them."""
        with QPainter(self._body.viewport()) as painter:
            seen = self._translated(painter, area)
            self._decorations.paint_behind(painter, seen, self._body.palette())
            self._decorations.paint_beside(painter, seen, self._body.palette())

    def paint_over(self, area: QRect) -> None:
        """Paint the frame around an object, and the lines below the words of `area`."""
        with QPainter(self._body.viewport()) as painter:
            seen = self._translated(painter, area)
            self._frame.paint(painter)
            self._underlines.paint(painter, self._positions_in(seen), lambda block: block.layout().position())

    def _translated(self, painter: QPainter, area: QRect) -> QRectF:
        """Let `painter` paint in the coordinates of the text; return `area` in them."""
        offset = QPoint(self._body.horizontalScrollBar().value(), self._body.verticalScrollBar().value())
        painter.translate(-offset)
        return QRectF(area.translated(offset))

    def _positions_in(self, seen: QRectF) -> tuple[int, int]:
        """Return from where to where what is in `seen` goes, whole blocks of it."""
        document = self._body.document()
        layout = document.documentLayout()
        first, last = (
            document.findBlock(max(layout.hitTest(corner, Qt.HitTestAccuracy.FuzzyHit), 0))
            for corner in (seen.topLeft(), seen.bottomRight())
        )
        return first.position(), last.position() + last.length()
