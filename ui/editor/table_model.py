"""A table for a view, with the way back to what it was."""

from string import ascii_uppercase
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor_app.domain.document import Spans, Table, head_scope
from editor_app.translation import _
from ui.editor.table_edits import columns_of, with_cell

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel):
    """Holds `table`; each `change` can be undone."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._before: list[Table] = []
        self._after: list[Table] = []

    def table(self) -> Table:
        """Return the table as it is now."""
        return self._table

    def change(self, table: Table) -> None:
        """Hold `table` instead; undo brings back the one before."""
        if table != self._table:
            self._before.append(self._table)
            self._after.clear()
            self._hold(table)

    def undo(self) -> None:
        """Hold the table of before the last change."""
        if self._before:
            self._after.append(self._table)
            self._hold(self._before.pop())

    def redo(self) -> None:
        """Hold again what was undone."""
        if self._after:
            self._before.append(self._table)
            self._hold(self._after.pop())

    def spans(self, index: Index) -> Spans:
        """Return what the cell says."""
        return self._table.rows[index.row()][index.column()]

    def set_spans(self, index: Index, spans: Spans) -> None:
        """Let the cell say `spans`."""
        self.change(with_cell(self._table, (index.row(), index.column()), spans))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else columns_of(self._table)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return "".join(span.text for span in self.spans(index))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            scope = head_scope(self._table, index.row(), index.column())
            return {"col": _("Heads its column"), "row": _("Heads its row"), "": ""}[scope]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal and section < len(ascii_uppercase):
            return ascii_uppercase[section]
        return str(section + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def _hold(self, table: Table) -> None:
        # A reset would close the editor that a changed cell comes from.
        same_shape = (len(table.rows), columns_of(table)) == (self.rowCount(), self.columnCount())
        if same_shape:
            self._table = table
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self._table = table
            self.endResetModel()
