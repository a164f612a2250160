"""What is looked for in the archive, and the rows that were found: one for all views of the list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article_query import ArticleSort
from editor_app.domain.query_parser import parse_query
from editor_app.domain.snippets import Snippet
from editor_app.domain.wanted_words import have_words
from ui.archive_browser.article_rows import ArticleRows
from ui.desk_worker import Failed
from ui.widgets.timers import once_after

# Autosaves come often; the list need not run after each of them.
SAVED_PAUSE_MS = 50

NEWEST_FIRST = ArticleSort()
Ids = Sequence[str]
Summaries = Sequence[ArticleSummary]
Snippets = Mapping[str, Snippet]


@dataclass(frozen=True)
class ArticleSource:
    """Where the list gets articles from: the ids of all that match a query, and what some of them show."""

    ids: Callable[[str, ArticleSort, Callable[[Ids], Any], Failed], Any]
    rows: Callable[[Ids, Callable[[Summaries], Any], Failed], Any]


@dataclass(frozen=True)
class TextSource:
    """Where articles are looked for in their whole texts, and the passages that show why they were found."""

    ids: Callable[[str, ArticleSort, Callable[[Ids], Any], Failed], Any]
    snippets: Callable[[str, Ids, Callable[[Snippets], Any], Failed], Any]


class Finding(QObject):
    """Asks for what is looked for; one question at a time, and of those that wait only the last.

    While a query is typed that is in titles and leads; `search` looks in the whole texts.

    `found` comes when `rows` show the answer, `query_changed` with what is looked for from now on.
    """

    found = Signal()
    query_changed = Signal(str)
    failed = Signal(object)

    def __init__(self, source: ArticleSource, texts: TextSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._texts = texts
        self._is_ranked = False
        self._query = ""
        self._sort = NEWEST_FIRST
        self._has_found = False
        self._is_asking = False
        self._asks_again = False
        self._afterwards: list[tuple[Callable[[], Any], Failed]] = []
        self._saved: set[str] = set()
        self._saved_timer = once_after(SAVED_PAUSE_MS, self._fetch_saved, self)
        self.rows = ArticleRows(parent=self)
        self.rows.rows_wanted.connect(self._fetch_rows)

    @property
    def query(self) -> str:
        """What is looked for, as it was typed."""
        return self._query

    @property
    def sort(self) -> ArticleSort:
        """The order of the rows."""
        return self._sort

    @property
    def has_words(self) -> bool:
        """Tell whether words are looked for, and not only filters set."""
        return have_words(parse_query(self._query).terms)

    @property
    def has_only_signs(self) -> bool:
        """Tell whether what stands in the box asks for nothing at all."""
        query = parse_query(self._query)
        return bool(query.terms) and not (self.has_words or query.has_filters or query.unknown)

    @property
    def is_ranked(self) -> bool:
        """Tell whether whole texts are looked through, and the best articles come first."""
        return self._is_ranked

    @property
    def has_found(self) -> bool:
        """Tell whether there was any answer yet."""
        return self._has_found

    def look_for(self, query: str) -> None:
        """Show what matches `query`, as a person would type it; an empty one matches all."""
        if query != self._query:
            self._query = query
            self._is_ranked = False
            self.query_changed.emit(query)
            self.refresh()

    def search(self) -> None:
        """Look for the words of the query in the whole texts, the best articles first."""
        if self.has_words:
            self._is_ranked = True
            self.refresh()

    def sort_by(self, sort: ArticleSort) -> None:
        """Show what was found in another order."""
        if sort != self._sort:
            self._sort = sort
            self.refresh()

    def refresh(self) -> None:
        """Ask again: the archive has changed."""
        if self._is_asking:
            self._asks_again = True
        else:
            self._is_asking = True
            source = self._texts if self._is_ranked else self._source
            source.ids(self._query, self._sort, self._show, self._fail)

    def refresh_before(self, then: Callable[[], Any], failed: Failed) -> None:
        """Ask again, and call `then` once the answer is there and its first rows are asked for.

        Where there is no answer, the error goes to `failed`.
        """
        self._afterwards.append((then, failed))
        self.refresh()

    def note_saved(self, article_id: str) -> None:
        """Let the list show soon what was saved of an article, without asking for all others."""
        self._saved.add(article_id)
        self._saved_timer.start()

    def _show(self, ids: Ids) -> None:
        self._is_asking = False
        if self._ask_again():
            return
        self._has_found = True
        self.rows.show_ids(ids)
        self.rows.fetch_first()
        self.found.emit()
        for then, _failed in self._take_afterwards():
            then()

    def _fail(self, error: Any) -> None:
        self._is_asking = False
        if self._ask_again():
            return
        waiting = self._take_afterwards()
        if not waiting:
            self.failed.emit(error)
        for _then, failed in waiting:
            failed(error)

    def _take_afterwards(self) -> list[tuple[Callable[[], Any], Failed]]:
        afterwards, self._afterwards = self._afterwards, []
        return afterwards

    def _ask_again(self) -> bool:
        again, self._asks_again = self._asks_again, False
        if again:
            self.refresh()
        return again

    def _fetch_rows(self, ids: Ids) -> None:
        self._source.rows(ids, self.rows.take, self._miss_rows)
        if self._is_ranked:
            self._texts.snippets(self._query, ids, self.rows.take_snippets, self.failed.emit)

    def _miss_rows(self, error: Any) -> None:
        # Empty rows, not the same question at each repaint.
        self.rows.take(())
        self.failed.emit(error)

    def _fetch_saved(self) -> None:
        saved, self._saved = self._saved, set()
        if all(self.rows.row_of(article_id) >= 0 for article_id in saved):
            self._source.rows(tuple(saved), self._show_saved, self.failed.emit)
        else:
            self.refresh()

    def _show_saved(self, summaries: Summaries) -> None:
        for summary in summaries:
            self.rows.update(summary, to_top=not self._query.strip() and self._sort == NEWEST_FIRST)
