"""Choosing the articles that a page leads on to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.desk.values import ArticleSummary
from editor_app.domain.workflow import LiveSide
from editor_app.translation import _
from ui.desk_worker import Failed
from ui.pickers.ordered_cards import OrderedCards
from ui.pickers.related_suggestions import RelatedSuggestions
from ui.pickers.title_source import (
    Summaries,
    TakeSummaries,
    TitleSearch,
    TitleSource,
    title_words,
)
from ui.theme.spacing import XS, S
from ui.widgets.alive import while_alive
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.suggestion_field import SuggestionField
from ui.widgets.suggestion_list import Suggestion
from ui.widgets.timers import SETTLED_MS, once_after


@dataclass(frozen=True)
class RelatedSource(TitleSource):
    """Where articles to lead on to come from; `suggest` gives those about the same as the one with an id."""

    suggest: Callable[[str, TakeSummaries, Failed], Any]


class RelatedPicker(QWidget):
    """Related articles in order; `changed` comes when somebody added, moved or removed one."""

    changed = Signal()

    def __init__(self, source: RelatedSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._own_id = ""
        # What the archive has answered: None of an article that is not in it.
        self._known: dict[str, ArticleSummary | None] = {}
        self._search = TitleSearch(source, self)
        self._settling = once_after(SETTLED_MS, self._ask_for_suggestions, self)
        self.cards = OrderedCards(self._card_content, self._title)
        self.field = SuggestionField(_("Add an article"), self._find)
        self.field.setObjectName("related_field")
        self.suggestions = RelatedSuggestions()
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.cards)
        column.addWidget(self.field)
        column.addWidget(self.suggestions)
        self.cards.changed.connect(self._cards_changed)
        self.cards.emptied.connect(self.field.setFocus)
        self.field.picked.connect(self._add)
        self.field.abandoned.connect(self.field.clear)
        self.suggestions.chosen.connect(self._add)
        self._search.answered.connect(self._offer_found)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen articles in order, also those that are not in the archive."""
        return self.cards.keys()

    def look_again(self) -> None:
        """Ask what the chosen articles are called by now, and where they stand."""
        self._search.forget()
        keys = self.chosen()
        if keys:
            # Without an answer the cards stay as they are.
            self._source.rows(keys, while_alive(self, partial(self._take_titles, keys)), lambda _error: None)

    def show_related(self, article_ids: Iterable[str], *, own_id: str) -> None:
        """Show what the article `own_id`, which is not offered, leads on to, without telling anybody."""
        self.field.clear()
        keys = tuple(article_ids)
        if keys != self.chosen():
            self.cards.show_keys(keys)
        self.look_again()
        if own_id != self._own_id:
            self._own_id = own_id
            self.suggestions.show_articles(())
            self._settling.start()

    def _ask_for_suggestions(self) -> None:
        if self._own_id:
            take = partial(self._show_suggestions, self._own_id)
            # Without suggestions the editor finds articles by their titles as before.
            self._source.suggest(self._own_id, while_alive(self, take), lambda _error: None)

    def _show_suggestions(self, asked_for: str, summaries: Summaries) -> None:
        if asked_for == self._own_id:
            self._learn(summaries)
            taken = {self._own_id, *self.chosen()}
            self.suggestions.show_articles(tuple(one for one in summaries if one.id not in taken))

    def _learn(self, summaries: Summaries) -> None:
        self._known |= {summary.id: summary for summary in summaries}

    def _take_titles(self, keys: Sequence[str], summaries: Summaries) -> None:
        found = {summary.id: summary for summary in summaries}
        answer = {key: found.get(key) for key in keys}
        if any(key not in self._known or self._known[key] != answer[key] for key in keys):
            self._known |= answer
            self.cards.show_keys(self.chosen())

    def _title(self, article_id: str) -> str:
        if article_id not in self._known:
            return "…"
        summary = self._known[article_id]
        return _("An article that is not in the archive") if summary is None else title_words(summary)

    def _find(self, typed: str) -> list[Suggestion]:
        """Return what was found last, and ask for what fits the words that were typed since."""
        taken = {self._own_id, *self.chosen()}
        return [
            Suggestion(one.id, title_words(one), one.category)
            for one in self._search.ask(typed)
            if one.id not in taken
        ]

    def _offer_found(self) -> None:
        self._learn(self._search.found)
        if self.field.hasFocus():
            self.field.suggest()

    def _add(self, article_id: str) -> None:
        self.field.clear()
        self.cards.show_keys((*self.chosen(), article_id))
        self._cards_changed()

    def _cards_changed(self) -> None:
        self.suggestions.leave_out(self.chosen())
        self.changed.emit()

    def _card_content(self, article_id: str) -> QWidget:
        title = WrappingLabel(self._title(article_id))
        summary = self._known.get(article_id)
        if summary is None or summary.live is not LiveSide.WITHDRAWN:
            return title
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(title)
        column.addWidget(QuietLabel(_("Withdrawn, so the page does not lead to it any more.")))
        return content
