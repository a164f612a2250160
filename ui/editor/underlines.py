"""Lines below words and beside blocks that say how serious something is, by colour and by pattern."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import floor
from typing import cast

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from editor_app.checks.findings import Severity
from ui.editor.blocks import first_line
from ui.theme.palette import Colours, colours
from ui.theme.spacing import S

# From the baseline down to the line, and from one line of a double one to the other.
_BELOW, _APART = 2, 2
PlaceOf = Callable[[QTextBlock], QPointF]


@dataclass(frozen=True)
class Underline:
    """A line below what `cursor` selects, whatever is typed around it; or `beside` the lines of it."""

    cursor: QTextCursor
    severity: Severity
    beside: bool = False


class Underlines:
    """Paints lines into `field`: double where something blocks, dashed for a warning, dotted for a hint."""

    def __init__(self, field: QTextEdit | QPlainTextEdit) -> None:
        self._field = field
        self._lines: tuple[Underline, ...] = ()

    def show(self, lines: Sequence[Underline]) -> None:
        """Paint `lines` from now on; the more serious ones are on top."""
        # Whatever is typed, cursors stay in their order.
        self._lines = tuple(sorted(lines, key=_start_of))
        self._field.viewport().update()

    def shown(self) -> tuple[Underline, ...]:
        """Return what is painted, from the top."""
        return self._lines

    def paint(self, painter: QPainter, positions: tuple[int, int], place_of: PlaceOf) -> None:
        """Paint the lines of the blocks from one position to another; `place_of` tells where one begins."""
        first, last = (bisect_left(self._lines, position, key=_start_of) for position in positions)
        strokes: dict[Severity, list[QLineF]] = {severity: [] for severity in Severity}
        for line in self._lines[first:last]:
            block = line.cursor.block()
            place = place_of(block)
            found = self._beside(line, block, place) if line.beside else _below(line, block, place)
            strokes[line.severity] += found
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scheme = colours(self._field.palette())
        for severity in reversed(Severity):
            draw_strokes(painter, strokes[severity], severity, scheme)

    def _beside(self, line: Underline, block: QTextBlock, place: QPointF) -> Iterator[QLineF]:
        rows = [row for row, _start, _end in _rows(line.cursor, block)]
        if not rows and (first := first_line(block)) is not None:
            rows = [first]
        if rows:
            document = self._field.document()
            away = document.documentMargin() - S
            runs_left = block.textDirection() == Qt.LayoutDirection.RightToLeft
            x = away if runs_left else document.textWidth() - away
            top, bottom = place.y() + rows[0].rect().top(), place.y() + rows[-1].rect().bottom()
            yield QLineF(floor(x) + 0.5, top + 1, floor(x) + 0.5, bottom - 1)


def _rows(cursor: QTextCursor, block: QTextBlock) -> Iterator[tuple[QTextLine, int, int]]:
    """Yield the lines of `block` that `cursor` selects something of, and from where to where that goes."""
    layout = block.layout()
    first = cursor.selectionStart() - block.position()
    last = min(cursor.selectionEnd() - block.position(), block.length() - 1)
    for number in range(layout.lineCount()):
        row = layout.lineAt(number)
        start, end = max(first, row.textStart()), min(last, row.textStart() + row.textLength())
        if start < end:
            yield row, start, end


def _below(line: Underline, block: QTextBlock, place: QPointF) -> Iterator[QLineF]:
    for row, start, end in _rows(line.cursor, block):
        # In the middle of a pixel, so that lines one apart stay two.
        y = floor(place.y() + row.y() + row.ascent()) + _BELOW + 0.5
        yield QLineF(place.x() + _x(row, start), y, place.x() + _x(row, end), y)


def _x(row: QTextLine, position: int) -> float:
    # Beside the place, Qt tells the position that it took.
    x, _position = cast("tuple[float, int]", row.cursorToX(position))
    return x


def _pen(severity: Severity, scheme: Colours) -> QPen:
    if severity is Severity.BLOCKS:
        return QPen(QColor(scheme.danger), 1)
    if severity is Severity.WARNS:
        pen = QPen(QColor(scheme.warning), 1.8)
        pen.setDashPattern([3.2, 1.8])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen
    pen = QPen(QColor(scheme.accent), 1.8)
    pen.setDashPattern([0.01, 2.0])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def draw_strokes(painter: QPainter, strokes: Sequence[QLineF], severity: Severity, scheme: Colours) -> None:
    """Draw lines in the colour and the pattern of `severity`; a second one is right of each or below."""
    if not strokes:
        return
    painter.setPen(_pen(severity, scheme))
    painter.drawLines(list(strokes))
    if severity is Severity.BLOCKS:
        painter.drawLines([_second(stroke) for stroke in strokes])


def _second(stroke: QLineF) -> QLineF:
    is_upright = stroke.x1() == stroke.x2()
    return stroke.translated(_APART if is_upright else 0, 0 if is_upright else _APART)


def _start_of(line: Underline) -> int:
    return line.cursor.selectionStart()
