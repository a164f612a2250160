"""A line that finds an article while its title is typed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from editor_app.desk.values import ArticleSummary
from editor_app.domain.words import LIVE_WORDS
from editor_app.translation import _
from ui.archive_browser.finding import NEWEST_FIRST, ArticleSource, Ids
from ui.pickers.title_source import title_words
from ui.widgets.alive import while_alive
from ui.widgets.suggestion_field import SuggestionField
from ui.widgets.suggestion_list import Suggestion

MOST_SUGGESTIONS = 20


class ArticleField(SuggestionField):
    """Suggests articles from `source`, but not `own_id`, as it answers; one of them may be chosen.

    `failed` gets what stands in the way of an answer.
    """

    def __init__(
        self,
        name: str,
        source: ArticleSource,
        failed: Callable[[Any], Any],
        own_id: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, lambda _typed: (), parent)
        self._source = source
        self._failed = failed
        self._own_id = own_id
        self._asked: str | None = None
        self._found: dict[str, str] = {}
        self._chosen = ""
        self.picked.connect(self._choose)
        self.textEdited.connect(self._forget)
        self.abandoned.connect(self.clear)

    def chosen(self) -> str:
        """Return the id of the chosen article, empty where none is."""
        return self._chosen if self.text() else ""

    def suggest(self) -> None:
        """Ask for what fits the typed words; of the answers only that to the last question counts."""
        typed = self.text() if self.isModified() else ""
        self._asked = typed
        self._source.ids(
            typed,
            NEWEST_FIRST,
            while_alive(self, partial(self._fetch, typed)),
            while_alive(self, self._failed),
        )

    def _fetch(self, typed: str, ids: Ids) -> None:
        if typed == self._asked:
            wanted = [article_id for article_id in ids if article_id != self._own_id][:MOST_SUGGESTIONS]
            self._source.rows(
                wanted, while_alive(self, partial(self._offer, typed)), while_alive(self, self._failed)
            )

    def _offer(self, typed: str, rows: Sequence[ArticleSummary]) -> None:
        if typed != self._asked or not self.hasFocus():
            return
        self._found = {row.id: title_words(row) for row in rows}
        details = {row.id: " · ".join(filter(None, (row.category, _(LIVE_WORDS[row.live])))) for row in rows}
        self._suggestions().offer(
            [Suggestion(id_, title, details[id_]) for id_, title in self._found.items()],
            choose_first=bool(typed.strip()),
        )

    def _choose(self, article_id: str) -> None:
        self._asked = None
        self._chosen = article_id
        self.setText(self._found[article_id])

    def _forget(self) -> None:
        self._chosen = ""
