"""The field in which a cell of a table is edited, and how cells look."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTextEdit,
    QWidget,
)

from editor_app.domain.document import Document, Mark, Paragraph, Spans, head_scope, spans_of
from editor_app.translation import _
from ui.editor.cell_text import CellLook, CellText
from ui.editor.commands import toggle_mark
from ui.editor.mapping import LINE_BREAK, read, write
from ui.editor.styling import BodyStyler
from ui.editor.table_model import Index, TableModel
from ui.theme.palette import colours
from ui.theme.spacing import S

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TAB = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
# The frame of the current cell is seen around the field.
FRAME = 2
# Another window or a menu in front: the field is wanted again as they go.
_STAYS_OPEN = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint


class CellEdit(QTextEdit):
    """Edits the words of one cell with their marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Cell"))
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(S - FRAME)
        self._styler = BodyStyler(self.document(), self.palette())

    def show_spans(self, spans: Spans) -> None:
        """Show `spans`, all of it selected."""
        write(Document((Paragraph(spans),)), self.document())
        self.selectAll()

    def spans(self) -> Spans:
        """Return what the field says."""
        blocks = read(self.document()).blocks
        return spans_of(blocks[0]) if blocks else ()

    def toggle(self, mark: Mark) -> None:
        """Set `mark` on what is selected, or on what is typed next; or take it off."""
        change = toggle_mark(self.textCursor(), mark)
        if not self.textCursor().hasSelection():
            self.mergeCurrentCharFormat(change)

    def break_line(self) -> None:
        """Start a new line in the cell."""
        self.insertPlainText(LINE_BREAK)


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of `view`, and edits them in a CellEdit.

    `stepped` carries the key that ended an edit: Enter, Tab or Backtab.
    """

    stepped = Signal(int)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.editor: CellEdit | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEdit(parent)
        editor.setFont(self._font(index))
        editor.setAutoFillBackground(True)
        editor.textChanged.connect(lambda: self._make_room(editor, index.row()))
        editor.destroyed.connect(self._forget)
        self.editor = editor
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(FRAME, FRAME, -FRAME, -FRAME))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        cast(CellEdit, editor).show_spans(self._model(index).spans(index))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        self._model(index).set_spans(index, cast(CellEdit, editor).spans())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.reason() in _STAYS_OPEN:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(cast(CellEdit, editor), event)
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = colours(self._view.palette())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = scheme.accent_ground if selected else scheme.window if self._heads(index) else scheme.base
        painter.save()
        painter.fillRect(option.rect, QColor(ground))
        painter.setClipRect(option.rect)
        painter.setPen(QColor(scheme.control_border))
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.setPen(QColor(scheme.text))
        cell = self._text(index, option.rect.width())
        cell.layout.draw(painter, QPointF(option.rect.topLeft()) + QPointF(S, S))
        if index == self._view.currentIndex():
            has_keyboard = self._view.hasFocus() or self.editor is not None
            painter.setPen(QPen(QColor(scheme.accent if has_keyboard else scheme.control_border), FRAME))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.columnWidth(index.column())
        return QSize(width, round(self._text(index, width).height) + 2 * S + 1)

    def natural_widths(self, index: Index) -> tuple[float, float]:
        """Return how wide the cell would like to be, and its longest word, both with their margins."""
        cell = CellText(self._model(index).spans(index), self._look(index))
        return cell.natural + 2 * S + 2, cell.least + 2 * S + 2

    def _take_key(self, editor: CellEdit, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closeEditor.emit(editor, _NO_HINT)
        elif event.key() in _ENTER and modifiers and not control:
            editor.break_line()
        elif event.key() in _ENTER | _TAB and not control:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, _NO_HINT)
            self.stepped.emit(event.key())
        else:
            return False
        return True

    def _make_room(self, editor: CellEdit, row: int) -> None:
        needed = round(editor.document().size().height()) + 2 * FRAME + 1
        if needed > self._view.rowHeight(row):
            self._view.setRowHeight(row, needed)
            self._view.updateEditorGeometries()

    def _forget(self) -> None:
        self.editor = None

    def _text(self, index: Index, width: int) -> CellText:
        cell = CellText(self._model(index).spans(index), self._look(index))
        cell.set_width(max(width - 2 * S, 1))
        return cell

    def _look(self, index: Index) -> CellLook:
        return CellLook(self._view.font(), QPalette(self._view.palette()), bold=self._heads(index))

    def _font(self, index: Index) -> QFont:
        font = QFont(self._view.font())
        font.setBold(self._heads(index))
        return font

    def _heads(self, index: Index) -> bool:
        return bool(head_scope(self._model(index).table(), index.row(), index.column()))

    def _model(self, index: Index) -> TableModel:
        return cast(TableModel, index.model())
