"""The list at the left: search, the articles, and the two ways to a new one."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import ArticleSummary
from editor_app.translation import _
from ui.archive_browser.article_delegate import ArticleDelegate
from ui.archive_browser.article_model import ArticleModel
from ui.theme.icons import icon
from ui.theme.spacing import L, S
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.search_field import SearchField


class ArchiveList(QWidget):
    """Shows the archive's articles; `chosen` comes with the id of the one that somebody picks."""

    chosen = Signal(str)
    new_asked = Signal()
    take_in_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(180)
        self._current: str | None = None
        self._is_open = False
        self._model = ArticleModel(parent=self)
        self._search = SearchField(_("Search titles"))
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self._choose_first)
        self._view = self._make_view()
        self._empty_heading = SectionHeading("")
        self._empty_words = QuietLabel()
        self._pages = QStackedLayout()
        self._lay_out()
        self._tell_if_empty()

    @property
    def search(self) -> SearchField:
        return self._search

    @property
    def view(self) -> QListView:
        return self._view

    def show_summaries(self, summaries: tuple[ArticleSummary, ...]) -> None:
        """Show the articles; the one that is open stays chosen and the list where it is."""
        place = self._view.verticalScrollBar().value()
        self._is_open = True
        self._model.set_summaries(summaries)
        self._view.verticalScrollBar().setValue(place)
        self._restore()

    def select(self, article_id: str | None) -> None:
        """Show that `article_id` is the open one, without `chosen`."""
        self._current = article_id
        self._restore()
        index = self._view.currentIndex()
        if index.isValid():
            self._view.scrollTo(index)

    def shown_titles(self) -> tuple[str, ...]:
        """Return the titles in the list, from the top."""
        return tuple(self._model.index(row).data() for row in range(self._model.rowCount()))

    def _make_view(self) -> QListView:
        view = QListView()
        view.setObjectName("articles")
        view.setAccessibleName(_("Articles"))
        view.setModel(self._model)
        view.setItemDelegate(ArticleDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(self._current_changed)
        return view

    def _lay_out(self) -> None:
        new = self._button(_("New article"), "file-plus", "new_article")
        new.clicked.connect(self.new_asked)
        take_in = self._button(_("Take in…"), "clipboard-text", "take_in")
        take_in.clicked.connect(self.take_in_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(new, 1)
        buttons.addWidget(take_in, 1)
        top = QVBoxLayout()
        top.setContentsMargins(S, S, S, S)
        top.setSpacing(S)
        top.addLayout(buttons)
        top.addWidget(self._search)
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._pages, 1)

    def _button(self, text: str, icon_name: str, name: str) -> QPushButton:
        button = QPushButton(icon(icon_name), text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _empty_page(self) -> QWidget:
        page = QFrame()
        page.setAutoFillBackground(True)
        page.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(page)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(S)
        column.addWidget(self._empty_heading)
        column.addWidget(self._empty_words)
        column.addStretch()
        return page

    def _filter(self, text: str) -> None:
        self._model.set_filter(text)
        self._restore()

    def _restore(self) -> None:
        row = self._model.row_of(self._current)
        selection = self._view.selectionModel()
        selection.blockSignals(True)
        if row < 0:
            selection.clear()
        else:
            self._view.setCurrentIndex(self._model.index(row))
        selection.blockSignals(False)
        self._view.viewport().update()
        self._tell_if_empty()

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        article_id = self._model.summary(current).id
        if article_id != self._current:
            self._current = article_id
            self.chosen.emit(article_id)

    def _choose_first(self) -> None:
        if self._model.rowCount():
            self._view.setFocus()
            self._view.setCurrentIndex(self._model.index(0))

    def _tell_if_empty(self) -> None:
        if not self._is_open:
            self._empty_heading.setText(_("The archive is being opened"))
            self._empty_words.setText(_("The first time, this takes a few seconds."))
        elif self._model.total == 0:
            self._empty_heading.setText(_("No articles yet"))
            self._empty_words.setText(_("Write a new one, or take in a page that you have copied."))
        else:
            self._empty_heading.setText(_("No title matches"))
            self._empty_words.setText(_("Try fewer words, or empty the search field with Esc."))
        self._pages.setCurrentIndex(0 if self._model.rowCount() else 1)
