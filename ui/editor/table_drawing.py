"""A table as the editor draws it: laid out once for a width, then painted as often as needed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen

from editor_app.domain.document import Span, Table, head_scope, plain_text
from editor_app.translation import _
from ui.editor.cell_text import CellLook, CellText
from ui.theme.font_sizes import resized
from ui.theme.palette import colours
from ui.theme.spacing import XS, S

CELL_MARGIN = S
CELL_SIZE, WORDS_SIZE = 0.92, 0.88
# What a column without words has, so that it is still seen to be one.
NARROWEST = 40.0


class TableDrawing:
    """`table` laid out in at most `width` pixels, the caption above it, what it lacks below."""

    def __init__(self, table: Table, width: float, font: QFont, palette: QPalette) -> None:
        self.width = width
        self._table = table
        self._scheme = colours(palette)
        self._cells = [
            [CellText(cell, self._look(row, column, font, palette)) for column, cell in enumerate(cells)]
            for row, cells in enumerate(table.rows)
        ]
        self._columns = self._fit_columns()
        self._rows = [max(cell.height for cell in cells) + 2 * CELL_MARGIN for cells in self._cells]
        self._caption = self._line(table.caption, resized(font, CELL_SIZE), palette, bold=True)
        self._note = self._line(note_on(table), resized(font, WORDS_SIZE), palette)
        self.height = _height_with_gap(self._caption) + sum(self._rows) + 1 + _height_with_gap(self._note)

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Paint the table with its upper left corner at `place`."""
        painter.save()
        painter.setPen(QColor(self._scheme.text))
        if self._caption is not None:
            self._caption.layout.draw(painter, place)
        top = place.y() + _height_with_gap(self._caption)
        self._draw_grid(painter, QPointF(place.x(), top))
        self._draw_cells(painter, QPointF(place.x(), top))
        if self._note is not None:
            painter.setPen(QColor(self._scheme.muted if has_heads(self._table) else self._scheme.warning))
            self._note.layout.draw(painter, QPointF(place.x(), top + sum(self._rows) + 1 + XS))
        painter.restore()

    def _look(self, row: int, column: int, font: QFont, palette: QPalette) -> CellLook:
        return CellLook(resized(font, CELL_SIZE), palette, bold=bool(head_scope(self._table, row, column)))

    def _fit_columns(self) -> list[float]:
        padding = 2 * CELL_MARGIN
        columns = list(zip(*self._cells, strict=True))
        natural = [max(cell.natural for cell in cells) or NARROWEST for cells in columns]
        least = [max(cell.least for cell in cells) or NARROWEST for cells in columns]
        widths = share_width(natural, least, self.width - 1 - padding * len(columns))
        for cells, width in zip(columns, widths, strict=True):
            for cell in cells:
                cell.set_width(width)
        return [width + padding for width in widths]

    def _line(self, text: str, font: QFont, palette: QPalette, *, bold: bool = False) -> CellText | None:
        if not text:
            return None
        line = CellText((Span(text),), CellLook(font, palette, bold))
        line.set_width(self.width)
        return line

    def _draw_grid(self, painter: QPainter, corner: QPointF) -> None:
        whole = QRectF(corner.x(), corner.y(), sum(self._columns), sum(self._rows))
        ground = QColor(self._scheme.window)
        if self._table.header_row:
            painter.fillRect(QRectF(whole.topLeft(), whole.topRight() + QPointF(0, self._rows[0])), ground)
        if self._table.header_column:
            bottom = whole.bottomLeft() + QPointF(self._columns[0], 0)
            painter.fillRect(QRectF(whole.topLeft(), bottom), ground)
        painter.setPen(QPen(QColor(self._scheme.control_border), 1))
        for x in _edges(whole.left(), self._columns):
            painter.drawLine(QPointF(x, whole.top()), QPointF(x, whole.bottom()))
        for y in _edges(whole.top(), self._rows):
            painter.drawLine(QPointF(whole.left(), y), QPointF(whole.right(), y))

    def _draw_cells(self, painter: QPainter, corner: QPointF) -> None:
        painter.setPen(QColor(self._scheme.text))
        for y, cells in zip(_edges(corner.y(), self._rows), self._cells, strict=False):
            for x, cell in zip(_edges(corner.x(), self._columns), cells, strict=False):
                cell.layout.draw(painter, QPointF(x + CELL_MARGIN, y + CELL_MARGIN))


def share_width(natural: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Return the widths of columns in `room` pixels: the `natural` ones, where they fit.

    Where they do not fit, each has at least its longest word and a share of what is left by how
    much more it would like; where not even those fit, the longest words are broken.
    """
    room = max(room, len(least))
    if sum(natural) <= room:
        return list(natural)
    if sum(least) >= room:
        return _cut_longest(least, room)
    wanted = sum(natural) - sum(least)
    spare = room - sum(least)
    return [low + (high - low) * spare / wanted for low, high in zip(least, natural, strict=True)]


def _cut_longest(widths: Sequence[float], room: float) -> list[float]:
    """Return `widths` with the largest of them cut to one size, so that together they fill `room`."""
    most = 0.0
    for place, width in enumerate(sorted(widths)):
        most = room / (len(widths) - place)
        if width > most:
            break
        room -= width
    return [min(width, most) for width in widths]


def has_heads(table: Table) -> bool:
    """Tell whether any cells head others, which a page must have."""
    return table.header_row or table.header_column


def note_on(table: Table) -> str:
    """Return the sentence on what a table lacks, empty where it lacks nothing."""
    if not plain_text(table).strip():
        return _("Press Enter or double-click to fill in the table.")
    if not has_heads(table):
        return _("The table has no header cells. Press Enter to choose them.")
    return ""


def _height_with_gap(line: CellText | None) -> float:
    return 0.0 if line is None else line.height + XS + 1


def _edges(start: float, sizes: Sequence[float]) -> list[float]:
    """Return where the lines between the cells are, on whole pixels and a half, so that they are sharp."""
    edges = [start]
    for size in sizes:
        edges.append(edges[-1] + size)
    return [round(edge) + 0.5 for edge in edges]
