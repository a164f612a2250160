"""Draws a table in the text."""

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPalette, QPyTextObject, QTextDocument, QTextFormat

from editor_app.domain.document import Table
from ui.editor.object_format import OBJECT_TYPES, object_of_format
from ui.editor.table_drawing import TableDrawing

# Tables change with each edit of theirs, and undo brings old ones back.
_MOST_KEPT = 64


class TableObject(QPyTextObject):
    """The handler for tables in `document`."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._document = document
        self._palette = palette
        self._font = document.defaultFont()
        self._drawings: dict[Table, TableDrawing] = {}
        document.documentLayout().registerHandler(OBJECT_TYPES[Table], self)

    def wear(self, palette: QPalette) -> None:
        """Take the colours of `palette` from now on."""
        self._palette = palette
        self._drawings.clear()

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, form: QTextFormat) -> QSizeF:
        table = object_of_format(form)
        if not isinstance(table, Table):
            return QSizeF()
        width = max(doc.textWidth() - 2 * doc.documentMargin(), 1.0)
        return QSizeF(width, self._drawing(table, width).height)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        form: QTextFormat,
    ) -> None:
        table = object_of_format(form)
        if isinstance(table, Table):
            place = QRectF(rect)
            self._drawing(table, place.width()).draw(painter, place.topLeft())

    def _drawing(self, table: Table, width: float) -> TableDrawing:
        font = self._document.defaultFont()
        if font != self._font or len(self._drawings) > _MOST_KEPT:
            self._font = font
            self._drawings.clear()
        drawing = self._drawings.get(table)
        if drawing is None or drawing.width != width:
            drawing = self._drawings[table] = TableDrawing(table, width, font, self._palette)
        return drawing
