"""Files in groups that unfold, quick however many there are."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTreeView, QWidget

from editor_app.desk.plan_words import FileGroup
from editor_app.translation import _

_Index = QModelIndex | QPersistentModelIndex
# What the indexes of groups carry; those of files carry the row of their group.
_GROUP = 2**31 - 1
_LINES = 7


class _Files(QAbstractItemModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.groups: tuple[FileGroup, ...] = ()

    def show_groups(self, groups: tuple[FileGroup, ...]) -> None:
        """Hold `groups` in place of those before."""
        self.beginResetModel()
        self.groups = groups
        self.endResetModel()

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() if parent.isValid() else _GROUP)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId(), 0, _GROUP)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self.groups)
        return len(self.groups[parent.row()].files) if parent.internalId() == _GROUP else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if index.internalId() == _GROUP:
            return self.groups[index.row()].words
        how, path = self.groups[index.internalId()].files[index.row()]
        return f"{path} · {how}"


class FileGroups(QTreeView):
    """Shows groups of files, hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("files")
        self.setAccessibleName(_("Files"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._files = _Files(self)
        self.setModel(self._files)
        self.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.hide()

    def show_groups(self, groups: Sequence[FileGroup], *, unfolded: bool = False) -> None:
        """Show `groups`, the first of them unfolded if asked."""
        self._files.show_groups(tuple(groups))
        if groups:
            first = self._files.index(0, 0)
            self.setCurrentIndex(first)
            self.setExpanded(first, unfolded)
        self.setVisible(bool(groups))
