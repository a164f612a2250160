"""The compact list: one article below the other, however many there are."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from editor_app.translation import _
from ui.archive_browser.article_delegate import ArticleDelegate
from ui.archive_browser.article_rows import ArticleRows


class ArticleView(QTableView):
    """Shows `rows` in one column.

    It is a table because Qt asks a list for every one of its rows before it shows the first.
    """

    def __init__(self, rows: ArticleRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articles")
        self.setAccessibleName(_("Articles"))
        self._delegate = ArticleDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(rows)
        for column in range(1, rows.columnCount()):
            self.hideColumn(column)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._has_passages = False
        self._fit_rows()

    def show_passages(self, shown: bool) -> None:
        """Give each row room for the passage that tells why it was found, or take the room back."""
        if shown != self._has_passages:
            self._has_passages = shown
            self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # In a table these go to the first and the last column.
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.model().rowCount():
            row = 0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(row, 0))
        else:
            super().keyPressEvent(event)

    def _fit_rows(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        height = self._delegate.height(self.font(), with_passages=self._has_passages)
        self.verticalHeader().setDefaultSectionSize(height)
