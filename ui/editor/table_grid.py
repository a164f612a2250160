"""The grid in which a table is filled in, with the keys of a spreadsheet."""

from collections.abc import Callable, Mapping
from math import ceil
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from editor_app.domain.document import Document, Mark, Paragraph, Table
from editor_app.translation import _
from ui.editor import copying, table_edits
from ui.editor.cell_edit import CellDelegate, CellEdit
from ui.editor.cell_paste import cells_in
from ui.editor.clipboard import on_clipboard
from ui.editor.table_drawing import share_width
from ui.editor.table_edits import Place
from ui.editor.table_model import TableModel

NARROWEST, WIDEST = 96.0, 320.0
ROW_NUMBER_WIDTH = 28
_Key = Qt.Key
_ENTER = frozenset({_Key.Key_Return, _Key.Key_Enter})


class TableGrid(QTableView):
    """Edits the table of `model`; Tab goes through the cells and adds a row after the last one."""

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cells")
        self.setAccessibleName(_("Cells of the table"))
        self._model = model
        self._delegate = CellDelegate(self)
        self._delegate.stepped.connect(self._step)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setMinimumWidth(ROW_NUMBER_WIDTH)
        self._place = (0, 0)
        model.modelReset.connect(self._restore_place)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        self.go_to((0, 0))
        self.fit()

    def place(self) -> Place:
        """Return the row and the column of the current cell."""
        return self.currentIndex().row(), self.currentIndex().column()

    def go_to(self, place: Place) -> None:
        """Make the cell at `place` the current one."""
        self.setCurrentIndex(self._model.index(*place))
        self.setFocus()

    def selected_places(self) -> list[Place]:
        """Return the selected cells, row by row; the current one where nothing is selected."""
        places = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        return places or [self.place()]

    def change(self, table: Table, place: Place) -> None:
        """Let the table be `table` and the cell at `place` the current one."""
        self.finish_cell()
        self._place = place
        self._model.change(table)
        self.go_to(place)

    def finish_cell(self) -> None:
        """Take over what is being written in a cell."""
        editor = self.cell_editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, CellDelegate.EndEditHint.NoHint)

    def cell_editor(self) -> CellEdit | None:
        """Return the field of the cell that is being edited."""
        editing = self.state() == QAbstractItemView.State.EditingState
        return self._delegate.editor if editing else None

    def open_cell(self) -> CellEdit | None:
        """Edit the current cell, if it is not edited already, and return its field."""
        if self.cell_editor() is None:
            self.edit(self.currentIndex())
        return self.cell_editor()

    def toggle(self, mark: Mark) -> None:
        """Set `mark` on what is selected in the cell, or on the selected cells; or take it off."""
        editor = self.cell_editor()
        if editor is not None:
            editor.toggle(mark)
        else:
            self._model.change(table_edits.toggle_mark(self._model.table(), self.selected_places(), mark))

    def undo(self) -> None:
        """Take the last change of the table back."""
        self._place = self.place()
        self._model.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._place = self.place()
        self._model.redo()

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self._clear()

    def copy(self) -> None:
        """Put the selected cells on the clipboard: the words of one, a table of several."""
        rows = table_edits.block_of(self._model.table(), self.selected_places())
        alone = len(rows) == 1 and len(rows[0]) == 1
        block = Paragraph(rows[0][0]) if alone else Table(rows, header_row=False)
        QGuiApplication.clipboard().setMimeData(copying.to_mime(Document((block,))))

    def paste(self) -> None:
        """Fill the cells from the current one on with what is on the clipboard."""
        rows = cells_in(on_clipboard())
        if rows:
            self.change(table_edits.fill(self._model.table(), self.place(), rows), self.place())

    def fit(self) -> None:
        """Give columns and rows the room that their words need."""
        if self.cell_editor() is not None:
            return
        wishes = [self._wish(column) for column in range(self._model.columnCount())]
        natural, least = zip(*wishes, strict=True)
        # The line beside each column takes one of its pixels.
        room = self.viewport().width() - len(wishes)
        spare = max(room - sum(natural), 0) / len(natural)
        widths = share_width([wish + spare for wish in natural], least, max(room, sum(least)))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, ceil(width))
        self.resizeRowsToContents()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._step(_Key.Key_Tab if forward else _Key.Key_Backtab):
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_for(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
            event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _act_for(self, event: QKeyEvent) -> Callable[[], Any] | None:
        for keys, act in self._standard_acts().items():
            if event.matches(keys):
                return act
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (_Key.Key_Delete, _Key.Key_Backspace) and not modifiers:
            return self._clear
        if event.key() in _ENTER and not control:
            up = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            return lambda: self._step(_Key.Key_Up if up else _Key.Key_Down)
        if event.key() in (_Key.Key_Tab, _Key.Key_Backtab) and control:
            return lambda: super(TableGrid, self).focusNextPrevChild(event.key() == _Key.Key_Tab)
        return None

    def _standard_acts(self) -> Mapping[QKeySequence.StandardKey, Callable[[], Any]]:
        keys = QKeySequence.StandardKey
        return {
            keys.Undo: self.undo,
            keys.Redo: self.redo,
            keys.Cut: self.cut,
            keys.Copy: self.copy,
            keys.Paste: self.paste,
        }

    def _clear(self) -> None:
        self._model.change(table_edits.clear(self._model.table(), self.selected_places()))

    def _step(self, key: int) -> bool:
        """Go on as `key` asks; False where there is no cell to go to."""
        row, column = self.place()
        rows, columns = self._model.rowCount(), self._model.columnCount()
        if key in (_Key.Key_Tab, _Key.Key_Backtab):
            number = row * columns + column + (1 if key == _Key.Key_Tab else -1)
            row, column = divmod(number, columns)
        else:
            row = min(max(row + (-1 if key == _Key.Key_Up else 1), 0), rows - 1)
        if row < 0:
            return False
        if row == rows:
            self.change(table_edits.insert_row(self._model.table(), rows), (row, column))
        else:
            self.go_to((row, column))
        return True

    def _wish(self, column: int) -> tuple[float, float]:
        cells = [
            self._delegate.natural_widths(self._model.index(row, column))
            for row in range(self._model.rowCount())
        ]
        natural = max(wish for wish, _least in cells)
        least = max(least for _wish, least in cells)
        return max(natural, NARROWEST), min(max(least, NARROWEST), WIDEST)

    def _restore_place(self) -> None:
        row, column = self._place
        self.go_to((min(row, self._model.rowCount() - 1), min(column, self._model.columnCount() - 1)))
