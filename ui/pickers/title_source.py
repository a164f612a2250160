"""Where articles are found by their titles, and titles by the ids of articles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from editor_app.desk.values import ArticleSummary
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.desk_worker import Failed
from ui.widgets.alive import while_alive

Summaries = Sequence[ArticleSummary]
TakeSummaries = Callable[[Summaries], Any]


@dataclass(frozen=True)
class TitleSource:
    """The archive, asked for articles and answering later.

    `find` gives those whose titles or leads have the words that were typed, the newest first; `rows`
    those with the ids, but for what is not in the archive.
    """

    find: Callable[[str, TakeSummaries, Failed], Any]
    rows: Callable[[Sequence[str], TakeSummaries, Failed], Any]

    def look_up(self, article_id: str, done: Callable[[ArticleSummary | None], Any], failed: Failed) -> None:
        """Give `done` the article, None where it is not in the archive."""
        self.rows((article_id,), lambda found: done(next(iter(found), None)), failed)


NO_ARTICLES = TitleSource(
    find=lambda _typed, done, _failed: done(()), rows=lambda _ids, done, _failed: done(())
)


def title_words(article: ArticleSummary) -> str:
    """Return what `article` is called where it is offered or led to."""
    return article.title or _("Without a title")


class TitleSearch(QObject):
    """Finds articles while somebody types; `answered` comes when `found` fits what was asked for last."""

    answered = Signal()

    def __init__(self, source: TitleSource, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._asked: str | None = None
        self.found: tuple[ArticleSummary, ...] = ()

    def ask(self, typed: str) -> tuple[ArticleSummary, ...]:
        """Return what was found last, and ask for what fits `typed` unless that is what was asked for."""
        if typed != self._asked:
            self._asked = typed
            take = while_alive(self, partial(self._take, typed))
            self._source.find(typed, take, while_alive(self, self._take_nothing))
        return self.found

    def forget(self) -> None:
        """Ask again, whatever is typed: what was found before may be another answer by now."""
        self._asked = None

    def _take(self, typed: str, found: Summaries) -> None:
        # Of several questions only the answer to the last matters.
        if typed == self._asked:
            self.found = tuple(found)
            self.answered.emit()

    def _take_nothing(self, _error: EditorAppError) -> None:
        # It is asked again with the next letter; what is wrong with the archive others have said.
        self._asked = None
