"""Findings as rows, the worst first, with a heading above each group."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor_app.checks.findings import Finding, Severity
from editor_app.translation import _
from ui.checking.finding_words import SEVERITY_WORDS, group_words

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Row(Struct, frozen=True):
    """A finding as it is listed: what is wrong, and the passage; without a finding, a heading."""

    severity: Severity
    message: str
    passage: str = ""
    finding: Finding | None = None


class FindingModel(QAbstractListModel):
    """A row for each finding, grouped by severity."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> bool:
        """List `rows`, which are in their order; tells whether that changes anything."""
        listed: list[Row] = []
        for severity in Severity:
            group = [row for row in rows if row.severity is severity]
            if group:
                listed += [Row(severity, group_words(severity, len(group))), *group]
        if tuple(listed) == self._rows:
            return False
        self.beginResetModel()
        self._rows = tuple(listed)
        self.endResetModel()
        return True

    def row(self, number: int) -> Row | None:
        """Return what is listed in row `number`, None where there is no such row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rows(self) -> tuple[Row, ...]:
        """Return what is listed, from the top."""
        return self._rows

    def number_of(self, finding: Finding) -> int:
        """Return in which row `finding` is, -1 where it is not listed."""
        return next((number for number, row in enumerate(self._rows) if row.finding == finding), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Keys pass over what is not enabled.
        is_heading = self._rows[index.row()].finding is None
        return Qt.ItemFlag.NoItemFlags if is_heading else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.message
        if role == Qt.ItemDataRole.AccessibleTextRole and row.finding is not None:
            return ". ".join((_(SEVERITY_WORDS[row.severity]), row.message, row.passage))
        if role == Qt.ItemDataRole.ToolTipRole and row.finding is not None:
            return "\n".join((row.message, row.passage))
        return None
