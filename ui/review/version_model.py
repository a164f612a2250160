"""The versions of an article as rows, made when they are looked at."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor_app.desk.version_values import VersionSummary
from editor_app.translation import _
from ui.review.version_words import approval_lines, kept_line, version_line, version_name

VERSION_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class VersionModel(QAbstractListModel):
    """A row for each version, the newest first, their times as at `now`.

    With `with_present` there is one for the present text above them.
    """

    def __init__(self, now: datetime, *, with_present: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._fixed: tuple[VersionSummary | None, ...] = (None,) if with_present else ()
        self._rows: tuple[VersionSummary | None, ...] = ()

    def set_versions(self, versions: Sequence[VersionSummary]) -> None:
        """Show `versions`; those that are as many as before take their places."""
        rows = (*self._fixed, *versions)
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def version(self, row: int) -> VersionSummary | None:
        """Return the version in `row`, None for the present text and where there is no such row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, number: int | None) -> int:
        """Return the row of version `number`, the first one where there is no such version."""
        return next((row for row, one in enumerate(self._rows) if one and one.number == number), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        version = self._rows[index.row()]
        if role == VERSION_ROLE:
            return version
        if role == Qt.ItemDataRole.DisplayRole:
            return _("The present text") if version is None else version_line(version, self._now)
        if version is None:
            return None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            separator = "\n" if role == Qt.ItemDataRole.ToolTipRole else ", "
            return separator.join((version_line(version, self._now), *approval_lines(version, self._now)))
        return None


def row_lines(version: VersionSummary, now: datetime) -> tuple[str, ...]:
    """Return what a row of the list says below each other: name, keeper and the newest approval."""
    return (version_name(version), kept_line(version, now), *approval_lines(version, now)[:1])
