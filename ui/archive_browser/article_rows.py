"""The articles that were found as rows: all ids are known, and what they show comes a page at a time."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QPalette

from editor_app.desk.clock import utc_now
from editor_app.desk.values import ArticleSummary
from editor_app.domain.snippets import Snippet
from editor_app.translation import _
from ui.archive_browser.columns import COLUMNS, spoken_line, title_of
from ui.archive_browser.stage_looks import look_of
from ui.theme.icons import icon
from ui.widgets.date_words import short_date
from ui.widgets.timers import once_after

SUMMARY_ROLE = Qt.ItemDataRole.UserRole
DATE_ROLE = SUMMARY_ROLE + 1
SNIPPET_ROLE = SUMMARY_ROLE + 2
STAGE_ROLE = SUMMARY_ROLE + 3
PAGE = 200
# Some twenty screens of a large window; what came longest ago is fetched again when it is seen again.
KEPT = 20 * PAGE
# Of the pages that somebody scrolled past, only the last ones are still worth fetching.
WAITING_PAGES = 2
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class ArticleRows(QAbstractTableModel):
    """One row per article, with COLUMNS.

    `rows_wanted` carries the ids of rows that somebody looks at; `take` brings what they show. One
    page is asked for at a time, so that fast scrolling leaves no queue behind.
    """

    rows_wanted = Signal(object)

    def __init__(self, clock: Callable[[], datetime] = utc_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._ids: list[str] = []
        # By id, with the number of the list that it was fetched for; None is an article that is gone.
        self._known: OrderedDict[str, tuple[int, ArticleSummary | None]] = OrderedDict()
        self._snippets: dict[str, Snippet] = {}
        self._number = 0
        self._wanted: list[int] = []
        self._asked: tuple[int, tuple[str, ...]] | None = None
        # Qt paints row after row: they are asked for together.
        self._asking = once_after(0, self._ask, self)

    @property
    def ids(self) -> Sequence[str]:
        """The articles in the order of the rows."""
        return self._ids

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these articles; each row keeps what it showed until it has been fetched anew."""
        self._number += 1
        self._wanted.clear()
        self._asked = None
        self._snippets = {}
        if list(ids) == self._ids:
            self._changed(0, len(self._ids) - 1)
            return
        self.beginResetModel()
        self._ids = list(ids)
        self.endResetModel()

    def fetch_first(self) -> None:
        """Ask for what the first rows show, before anything else is asked for and before they are painted."""
        if self._ids:
            self._want(0)
            self._ask()

    def take(self, summaries: Iterable[ArticleSummary]) -> None:
        """Show what was asked for last with `rows_wanted`; what does not come stays an empty row."""
        if self._asked is None:
            return
        (page, ids), self._asked = self._asked, None
        found = {summary.id: summary for summary in summaries}
        for article_id in ids:
            self._know(article_id, found.get(article_id))
        self._changed(page * PAGE, (page + 1) * PAGE)
        self._ask()

    def take_snippets(self, snippets: Mapping[str, Snippet]) -> None:
        """Show the passages that tell why the articles were found."""
        self._snippets |= snippets
        self._changed(0, len(self._ids) - 1)

    def snippet(self, index: Index) -> Snippet | None:
        """Return the passage that tells why the article at `index` was found, None where there is none."""
        return self._snippets.get(self._ids[index.row()])

    def update(self, summary: ArticleSummary, *, to_top: bool) -> None:
        """Show an article as it is after it was saved, `to_top` also before all others if it is as new."""
        row = self.row_of(summary.id)
        if row < 0:
            return
        self._know(summary.id, summary)
        if to_top and row > 0 and self._is_newest(summary):
            self.beginMoveRows(NOWHERE, row, row, NOWHERE, 0)
            self._ids.insert(0, self._ids.pop(row))
            self.endMoveRows()
            row = 0
        self._changed(row, row)

    def _is_newest(self, summary: ArticleSummary) -> bool:
        _number, first = self._known.get(self._ids[0], (0, None))
        # What is not known may be anything; and not every look at an article made it newer.
        return first is None or summary.updated_at >= first.updated_at

    def row_of(self, article_id: str | None) -> int:
        """Return the row of the article, -1 where it is not shown."""
        try:
            return self._ids.index(article_id or "")
        except ValueError:
            return -1

    def id_at(self, index: Index) -> str:
        """Return which article the row at `index` shows."""
        return self._ids[index.row()]

    def summary(self, index: Index) -> ArticleSummary | None:
        """Return what the row at `index` shows, None where that has not come yet; then it is asked for."""
        number, summary = self._known.get(self._ids[index.row()], (0, None))
        if number != self._number:
            self._want(index.row() // PAGE)
        return summary

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section].heading)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == SNIPPET_ROLE:
            return self.snippet(index)
        say = _SAID.get(role)
        if say is None:
            return None
        summary = self.summary(index)
        if summary is None:
            return _("Being fetched") if role == Qt.ItemDataRole.AccessibleTextRole else None
        return say(summary, index.column(), self._clock())

    def _know(self, article_id: str, summary: ArticleSummary | None) -> None:
        self._known[article_id] = self._number, summary
        self._known.move_to_end(article_id)
        if len(self._known) > KEPT:
            self._known.popitem(last=False)

    def _want(self, page: int) -> None:
        if page in self._wanted or (self._asked is not None and self._asked[0] == page):
            return
        self._wanted.append(page)
        del self._wanted[:-WAITING_PAGES]
        if self._asked is None:
            self._asking.start()

    def _ask(self) -> None:
        if self._wanted and self._asked is None:
            page = self._wanted.pop()
            ids = tuple(self._ids[page * PAGE : (page + 1) * PAGE])
            self._asked = page, ids
            self.rows_wanted.emit(ids)

    def _changed(self, first: int, last: int) -> None:
        last = min(last, len(self._ids) - 1)
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))


def _display(summary: ArticleSummary, column: int, now: datetime) -> str:
    return COLUMNS[column].text(summary, now)


def _tooltip(summary: ArticleSummary, column: int, now: datetime) -> str:
    return _display(summary, column, now) if column else f"{title_of(summary)}\n{spoken_line(summary, now)}"


def _spoken(summary: ArticleSummary, column: int, now: datetime) -> str:
    return _display(summary, column, now) if column else f"{title_of(summary)}, {spoken_line(summary, now)}"


def _icon(summary: ArticleSummary, column: int, now: datetime) -> QIcon | None:
    name = COLUMNS[column].icon
    return None if name is None else icon(name(summary, now), QPalette.ColorRole.WindowText)


_SAID: dict[int, Callable[[ArticleSummary, int, datetime], Any]] = {
    SUMMARY_ROLE: lambda summary, _column, _now: summary,
    DATE_ROLE: lambda summary, _column, now: short_date(summary.updated_at, now),
    STAGE_ROLE: lambda summary, _column, now: look_of(summary, now),
    Qt.ItemDataRole.DisplayRole: _display,
    Qt.ItemDataRole.DecorationRole: _icon,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
}
