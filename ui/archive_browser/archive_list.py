"""The list at the left: search, the articles, and the two ways to a new one."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from editor_app.translation import _
from ui.archive_browser.article_view import ArticleView
from ui.archive_browser.empty_words import empty_words
from ui.archive_browser.filter_choices import FilterChoices
from ui.archive_browser.finding import Finding
from ui.archive_browser.found_words import count_words
from ui.archive_browser.query_bar import QueryBar
from ui.theme.spacing import L, S
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.plain_button import plain_button
from ui.widgets.search_field import SearchField

TABLE_KEYS = "Ctrl+Shift+A"
NATIVE = QKeySequence.SequenceFormat.NativeText


class ArchiveList(QWidget):
    """Shows the archive's articles; `chosen` comes with the id of the one that somebody picks."""

    chosen = Signal(str)
    new_asked = Signal()
    take_in_asked = Signal()
    table_asked = Signal()

    def __init__(self, finding: Finding, choices: FilterChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(180)
        self._current: str | None = None
        self._finding = finding
        self._choices = choices
        self._chooses_first = False
        self.bar = QueryBar(finding, choices)
        self.bar.entered.connect(self._search_entered)
        self._count = QuietLabel()
        self._view = ArticleView(finding.rows)
        self._view.selectionModel().currentRowChanged.connect(self._current_changed)
        finding.found.connect(self._show_found)
        self._empty_heading = SectionHeading("")
        self._empty_words = QuietLabel()
        self._pages = QStackedLayout()
        self._lay_out()
        self._tell_if_empty()

    @property
    def search(self) -> SearchField:
        return self.bar.field

    @property
    def view(self) -> QTableView:
        return self._view

    def make_read_only(self, reason: str) -> None:
        """Let nothing new be begun, and say why."""
        for button in self._new_buttons:
            button.setEnabled(False)
            button.setToolTip(reason)

    def select(self, article_id: str | None) -> None:
        """Show that `article_id` is the open one, without `chosen`."""
        self._current = article_id
        self._restore()
        index = self._view.currentIndex()
        if index.isValid():
            self._view.scrollTo(index)

    def shown_titles(self) -> tuple[str | None, ...]:
        """Return the titles in the list, from the top; None for those that have not come yet."""
        rows = self._finding.rows
        return tuple(rows.index(row, 0).data() for row in range(rows.rowCount()))

    def _lay_out(self) -> None:
        new = plain_button(_("New article"), "new_article", "file-plus")
        self._new_buttons = [new]
        new.clicked.connect(self.new_asked)
        take_in = plain_button(_("Take in…"), "take_in", "clipboard-text")
        take_in.clicked.connect(self.take_in_asked)
        self._new_buttons.append(take_in)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(new, 1)
        buttons.addWidget(take_in, 1)
        top = QVBoxLayout()
        top.setContentsMargins(S, S, S, S)
        top.setSpacing(S)
        top.addLayout(buttons)
        top.addWidget(self.bar)
        top.addLayout(self._count_line())
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._pages, 1)

    def _count_line(self) -> QHBoxLayout:
        table = IconButton("table", _("Show as a table"), object_name="show_table_button")
        table.setToolTip(_("Show as a table ({keys})").format(keys=QKeySequence(TABLE_KEYS).toString(NATIVE)))
        table.clicked.connect(self.table_asked)
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(table)
        return line

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

    def _show_found(self) -> None:
        """Show what was found; the article that is open stays chosen and the list where it is."""
        self._tell_if_empty()
        self._view.show_passages(self._finding.is_ranked)
        self._restore()
        if self._chooses_first:
            self._choose_first()

    def _restore(self) -> None:
        rows = self._finding.rows
        row = rows.row_of(self._current)
        selection = self._view.selectionModel()
        selection.blockSignals(True)
        if row < 0:
            selection.clear()
        elif row != self._view.currentIndex().row() or not selection.isSelected(rows.index(row, 0)):
            self._view.setCurrentIndex(rows.index(row, 0))
        selection.blockSignals(False)
        self._view.viewport().update()

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        article_id = self._finding.rows.id_at(current)
        if article_id != self._current:
            self._current = article_id
            self.chosen.emit(article_id)

    def _search_entered(self) -> None:
        if self._finding.has_words and not self._finding.is_ranked:
            self._finding.search()
            return
        if self._finding.has_only_signs:
            return
        # What was typed last may still be under way.
        self._chooses_first = True
        self._finding.refresh()

    def _choose_first(self) -> None:
        self._chooses_first = False
        rows = self._finding.rows
        if rows.rowCount():
            self._view.setFocus()
            self._view.setCurrentIndex(rows.index(0, 0))

    def _tell_if_empty(self) -> None:
        rows = self._finding.rows
        if not rows.ids:
            heading, words = empty_words(
                self._finding,
                self._choices,
                advice=_("Try fewer words, take filters away, or empty the box with Esc."),
            )
            self._empty_heading.setText(heading)
            self._empty_words.setText(words)
        self._count.setText(count_words(self._finding))
        self._pages.setCurrentIndex(0 if rows.rowCount() else 1)
