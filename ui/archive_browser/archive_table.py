"""The archive as a table: columns to choose, to sort by and to move, and articles to select."""

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QItemSelectionModel, QModelIndex, QSettings, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from editor_app.domain.article_query import ArticleSort, SortKey
from editor_app.translation import _
from ui.archive_browser.cell_delegate import CellDelegate
from ui.archive_browser.columns import COLUMNS
from ui.archive_browser.finding import NEWEST_FIRST, Finding
from ui.theme.spacing import S

STATE = "archive/table"
# To be raised when COLUMNS change, so that an older arrangement is not taken for one of these.
ARRANGEMENT = 2
FALLING_FIRST = frozenset({SortKey.CHANGED, SortKey.PUBLISHED, SortKey.TAKE_DOWN})


class ArchiveTable(QTableView):
    """Shows what `finding` found; `opened` carries the article that somebody wants to open."""

    opened = Signal(str)
    selected = Signal()
    menu_asked = Signal(QContextMenuEvent)

    def __init__(self, finding: Finding, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self._settings = settings
        self.setObjectName("archive_table")
        self.setAccessibleName(_("Articles"))
        self.setModel(finding.rows)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._prepare_header()
        self._fit_rows()
        self._restore()
        finding.found.connect(self._show_sort)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda *_changes: self.selected.emit())

    def selected_ids(self) -> tuple[str, ...]:
        """Return the selected articles from the top."""
        ids = self._finding.rows.ids
        # Asked for range by range: Qt would make an index of each row.
        ranges = self.selectionModel().selection().toList()
        rows = {row for one in ranges for row in range(one.top(), one.bottom() + 1)}
        return tuple(ids[row] for row in sorted(rows))

    def column_menu(self, parent: QWidget) -> QMenu:
        """Return a menu in which columns are shown and hidden; the title stays."""
        menu = QMenu(parent)
        for place, column in enumerate(COLUMNS[1:], start=1):
            action = menu.addAction(_(column.heading))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(partial(self._show_column, place))
        menu.addSeparator()
        menu.addAction(_("As at first")).triggered.connect(self._arrange_as_at_first)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and not event.modifiers() & control:
            # In a table these go to the first and the last column.
            last = self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_rows()

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        # With the table's own selection the header asks for each selected row at each paint: a second
        # where all of 100,000 are.
        header.setSelectionModel(QItemSelectionModel(self._finding.rows, header))
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(self._sort_by)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda place: self.column_menu(header).popup(header.mapToGlobal(place))
        )
        header.sectionMoved.connect(self._keep)
        header.sectionResized.connect(self._keep)

    def _sort_by(self, place: int) -> None:
        key = COLUMNS[place].sort
        if key is not None:
            now = self._finding.sort
            falls = not now.descending if now.key is key else key in FALLING_FIRST
            self._finding.sort_by(ArticleSort(key, falls))
        self._show_sort()

    def _show_sort(self) -> None:
        sort = self._finding.sort
        if self._finding.is_ranked and sort == NEWEST_FIRST:
            # The best come first, and no column says so.
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        place = next(place for place, column in enumerate(COLUMNS) if column.sort is sort.key)
        order = Qt.SortOrder.DescendingOrder if sort.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)

    def _show_column(self, place: int, shown: bool) -> None:
        self.setColumnHidden(place, not shown)
        self._keep()

    def _arrange_as_at_first(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        header = self.horizontalHeader()
        for place, column in enumerate(COLUMNS):
            header.moveSection(header.visualIndex(place), place)
            self.setColumnWidth(place, column.width * letter)
            self.setColumnHidden(place, not column.is_shown_first)
        self._keep()

    def _restore(self) -> None:
        self._arranging = True
        self._arrange_as_at_first()
        kept = self._settings.value(f"{STATE}/{ARRANGEMENT}")
        if isinstance(kept, QByteArray):
            self.horizontalHeader().restoreState(kept)
        self._arranging = False
        self._show_sort()

    def _keep(self, *_change: int) -> None:
        if not self._arranging:
            self._settings.setValue(f"{STATE}/{ARRANGEMENT}", self.horizontalHeader().saveState())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._finding.rows.id_at(index))

    def _fit_rows(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + S)
