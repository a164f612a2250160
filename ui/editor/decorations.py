"""What stands beside and behind the words: bullets, numbers, the dash of speech and fact boxes."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextLine,
)

from editor_app.domain.document import ListItem, Quote
from ui.editor.block_shapes import BOX_PADDING, GIVEN_NUMBER, BlockShape, shape_of
from ui.editor.blocks import box_title, first_line, is_object, last_in_box
from ui.editor.quote_marks import QuoteMarks
from ui.theme.palette import colours
from ui.theme.spacing import M, S

DASH = "–"
_STRIPE = 3
# As a share of the height of small letters.
_BULLET_SIZE = 0.6


class Decorations:
    """Paints on the part of `document` that is in sight; nothing of it is in the text."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self.quotes = QuoteMarks()

    def paint_behind(self, painter: QPainter, seen: QRectF, palette: QPalette) -> None:
        """Paint the fact boxes in `seen`, in the document's coordinates."""
        scheme = colours(palette)
        painted_to = -1
        for block in self._blocks(seen):
            title = box_title(block)
            if title is None or block.position() < painted_to:
                continue
            last = last_in_box(title)
            painted_to = last.position() + last.length()
            box = self._box(title, last)
            painter.fillRect(box, QColor(scheme.accent_ground))
            edge = box.right() - _STRIPE if _runs_left(title) else box.left()
            painter.fillRect(QRectF(edge, box.top(), _STRIPE, box.height()), QColor(scheme.accent))

    def paint_beside(self, painter: QPainter, seen: QRectF, palette: QPalette) -> None:
        """Paint bullets, numbers and dashes in `seen`, in the document's coordinates."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._document.defaultFont())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        numbers = Numbers()
        for block in self._blocks(seen):
            first = first_line(block)
            if first is None:
                continue
            start = _first_baseline(block, first)
            shape = shape_of(block)
            if shape.kind is Quote:
                _draw_sign(painter, block, start, DASH)
                self.quotes.paint(painter, block, palette)
            elif shape.kind is ListItem and shape.ordered:
                _draw_sign(painter, block, start, f"{numbers.of(block)}.")
            elif shape.kind is ListItem:
                _draw_bullet(painter, block, start, shape)

    def paint_frame(self, painter: QPainter, block: QTextBlock, palette: QPalette) -> None:
        """Paint a frame around `block` where it is an object."""
        if not is_object(block):
            return
        frame = block.layout().boundingRect().translated(block.layout().position())
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
        painter.drawRect(frame.adjusted(-3, -3, 3, 3))

    def _blocks(self, seen: QRectF) -> Iterator[QTextBlock]:
        layout = self._document.documentLayout()
        position = layout.hitTest(QPointF(0, seen.top()), Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(position, 0))
        while block.isValid():
            if layout.blockBoundingRect(block).top() - 2 * BOX_PADDING > seen.bottom():
                return
            yield block
            block = block.next()

    def _box(self, title: QTextBlock, last: QTextBlock) -> QRectF:
        margin = self._document.documentMargin()
        first_line = title.layout().boundingRect().translated(title.layout().position())
        last_line = last.layout().boundingRect().translated(last.layout().position())
        width = self._document.textWidth() - 2 * margin
        top = first_line.top() - M
        return QRectF(margin, top, width, last_line.bottom() + M - top)


class Numbers:
    """The numbers of items, each counted on from the one before that was asked for."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def of(self, block: QTextBlock) -> int:
        """Return the number that a numbered item has in its list, from 1, or that it was given."""
        given = block.blockFormat().intProperty(GIVEN_NUMBER)
        if given:
            return given
        shape = shape_of(block)
        number = 1
        above = block.previous()
        while above.isValid() and not is_object(above):
            other = shape_of(above)
            if other.kind is not ListItem or other.boxed != shape.boxed or other.level < shape.level:
                break
            if other.level == shape.level:
                if other.ordered != shape.ordered:
                    break
                known = self._known.get(above.blockNumber())
                if known is not None:
                    number += known
                    break
                number += 1
            above = above.previous()
        self._known[block.blockNumber()] = number
        return number


def _first_baseline(block: QTextBlock, line: QTextLine) -> QPointF:
    """Return where the words of `block` begin, on the baseline of its first `line`."""
    start = line.rect().right() if _runs_left(block) else line.x()
    return block.layout().position() + QPointF(start, line.y() + line.ascent())


def _runs_left(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def _draw_sign(painter: QPainter, block: QTextBlock, start: QPointF, sign: str) -> None:
    width = QFontMetricsF(painter.font()).horizontalAdvance(sign)
    away = S - 1 if _runs_left(block) else -(width + S - 1)
    painter.drawText(start + QPointF(away, 0), sign)


def _draw_bullet(painter: QPainter, block: QTextBlock, start: QPointF, shape: BlockShape) -> None:
    height = QFontMetricsF(painter.font()).xHeight()
    away = block.document().indentWidth() / 2 * (1 if _runs_left(block) else -1)
    half = height * _BULLET_SIZE / 2
    middle = QPointF(start.x() + away, start.y() - height / 2)
    bullet = QRectF(middle - QPointF(half, half), middle + QPointF(half, half))
    painter.setBrush(Qt.BrushStyle.NoBrush if shape.level == 2 else painter.pen().color())
    if shape.level == 3:
        painter.drawRect(bullet.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.drawEllipse(bullet)
