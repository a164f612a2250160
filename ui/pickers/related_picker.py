"""Choosing the articles that a page leads on to."""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.desk.values import ArticleSummary
from editor_app.translation import _
from ui.pickers.ordered_cards import OrderedCards
from ui.theme.spacing import S
from ui.widgets.folding import matches
from ui.widgets.labels import WrappingLabel
from ui.widgets.suggestion_field import SuggestionField
from ui.widgets.suggestion_list import Suggestion

MOST_SUGGESTIONS = 50


class RelatedPicker(QWidget):
    """Related articles in order; `changed` comes when somebody added, moved or removed one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_id = ""
        self._summaries: dict[str, ArticleSummary] = {}
        self.cards = OrderedCards(self._card_content, self._title)
        self.field = SuggestionField(_("Add an article"), self._find)
        self.field.setObjectName("related_field")
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.cards)
        column.addWidget(self.field)
        self.cards.changed.connect(self.changed)
        self.cards.emptied.connect(self.field.setFocus)
        self.field.picked.connect(self._add)
        self.field.abandoned.connect(self.field.clear)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen articles in order, also those that are not in the archive."""
        return self.cards.keys()

    def set_summaries(self, summaries: Iterable[ArticleSummary]) -> None:
        """Offer the articles of `summaries`, in their order; what is chosen stays chosen."""
        before = [self._title(key) for key in self.chosen()]
        self._summaries = {summary.id: summary for summary in summaries}
        if before != [self._title(key) for key in self.chosen()]:
            self.cards.show_keys(self.chosen())

    def show_related(self, article_ids: Iterable[str], *, own_id: str) -> None:
        """Show what the article `own_id`, which is not offered, leads on to, without telling anybody."""
        self._own_id = own_id
        self.field.clear()
        keys = tuple(article_ids)
        if keys != self.chosen():
            self.cards.show_keys(keys)

    def _title(self, article_id: str) -> str:
        summary = self._summaries.get(article_id)
        if summary is None:
            return _("An article that is not in the archive")
        return summary.title or _("Without a title")

    def _find(self, typed: str) -> list[Suggestion]:
        taken = {self._own_id, *self.chosen()}
        found = (
            Suggestion(summary.id, self._title(summary.id), summary.category)
            for summary in self._summaries.values()
            if summary.id not in taken and matches(typed, summary.title)
        )
        return list(islice(found, MOST_SUGGESTIONS))

    def _add(self, article_id: str) -> None:
        self.field.clear()
        self.cards.show_keys((*self.chosen(), article_id))
        self.changed.emit()

    def _card_content(self, article_id: str) -> QWidget:
        return WrappingLabel(self._title(article_id))
