"""Choosing the articles that a page leads on to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.desk.values import ArticleSummary
from editor_app.domain.errors import EditorAppError
from editor_app.domain.workflow import LiveSide
from editor_app.translation import _
from ui.desk_worker import Failed
from ui.pickers.ordered_cards import OrderedCards
from ui.pickers.related_suggestions import RelatedSuggestions
from ui.theme.spacing import XS, S
from ui.widgets.alive import while_alive
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.suggestion_field import SuggestionField
from ui.widgets.suggestion_list import Suggestion

Summaries = Sequence[ArticleSummary]
TakeSummaries = Callable[[Summaries], Any]


@dataclass(frozen=True)
class RelatedSource:
    """The archive, asked for articles and answering later.

    `find` gives those whose titles or leads have the words that were typed, the newest first; `suggest`
    those that are about the same as the article with an id.
    """

    find: Callable[[str, TakeSummaries, Failed], Any]
    suggest: Callable[[str, TakeSummaries, Failed], Any]


class RelatedPicker(QWidget):
    """Related articles in order; `changed` comes when somebody added, moved or removed one."""

    changed = Signal()

    def __init__(self, source: RelatedSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._own_id = ""
        self._summaries: dict[str, ArticleSummary] = {}
        # What was asked for last, and what was answered to it or to what was asked before.
        self._asked: str | None = None
        self._answer: tuple[str, ...] = ()
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

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen articles in order, also those that are not in the archive."""
        return self.cards.keys()

    def set_summaries(self, summaries: Iterable[ArticleSummary]) -> None:
        """Know what the articles are called, and where they stand; what is chosen stays chosen."""
        before = [self._summaries.get(key) for key in self.chosen()]
        self._learn(summaries)
        # What was found before may be another answer by now.
        self._asked = None
        if before != [self._summaries.get(key) for key in self.chosen()]:
            self.cards.show_keys(self.chosen())

    def show_related(self, article_ids: Iterable[str], *, own_id: str) -> None:
        """Show what the article `own_id`, which is not offered, leads on to, without telling anybody."""
        self.field.clear()
        keys = tuple(article_ids)
        if keys != self.chosen():
            self.cards.show_keys(keys)
        if own_id != self._own_id:
            self._own_id = own_id
            self._asked = None
            self.suggestions.show_articles(())
            self._ask_for_suggestions()

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

    def _learn(self, summaries: Iterable[ArticleSummary]) -> None:
        self._summaries |= {summary.id: summary for summary in summaries}

    def _title(self, article_id: str) -> str:
        summary = self._summaries.get(article_id)
        if summary is None:
            return _("An article that is not in the archive")
        return summary.title or _("Without a title")

    def _find(self, typed: str) -> list[Suggestion]:
        """Return what is known to fit, and ask for what fits the words that were typed since."""
        if typed != self._asked:
            self._asked = typed
            take = while_alive(self, partial(self._take_found, typed))
            self._source.find(typed, take, while_alive(self, self._take_nothing))
        taken = {self._own_id, *self.chosen()}
        return [
            Suggestion(key, self._title(key), self._summaries[key].category)
            for key in self._answer
            if key not in taken
        ]

    def _take_found(self, typed: str, summaries: Summaries) -> None:
        # Of several questions only the answer to the last matters.
        if typed == self._asked:
            self._learn(summaries)
            self._answer = tuple(summary.id for summary in summaries)
            if self.field.hasFocus():
                self.field.suggest()

    def _take_nothing(self, _error: EditorAppError) -> None:
        # It is asked again with the next letter; what is wrong with the archive others have said.
        self._asked = None

    def _add(self, article_id: str) -> None:
        self.field.clear()
        self.cards.show_keys((*self.chosen(), article_id))
        self._cards_changed()

    def _cards_changed(self) -> None:
        self.suggestions.leave_out(self.chosen())
        self.changed.emit()

    def _card_content(self, article_id: str) -> QWidget:
        title = WrappingLabel(self._title(article_id))
        summary = self._summaries.get(article_id)
        if summary is None or summary.live is not LiveSide.WITHDRAWN:
            return title
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(title)
        column.addWidget(QuietLabel(_("Withdrawn, so the page does not lead to it any more.")))
        return content
