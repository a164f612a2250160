"""The menu of what the list can be filtered by; what is chosen is written into the search box."""

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from editor_app.domain.article_query import ArticleQuery
from editor_app.translation import _
from ui.archive_browser.filter_choices import FilterChoices
from ui.archive_browser.filters import (
    FIXED_CHOICES,
    FLAGS,
    NAMED_CHOICES,
    STAGE_FIELDS,
    STAGES,
    Period,
    periods,
    toggled,
    without_filters,
)
from ui.widgets.choice_search import Choice, ChoiceSearch
from ui.widgets.dialogs import show_dialog


class FilterMenu(QMenu):
    """Filled anew each time that it opens; `changed` carries the query as it is to be."""

    changed = Signal(object)

    def __init__(self, query: Callable[[], ArticleQuery], choices: FilterChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self._query = query
        self._choices = choices
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        query = self._query()
        self.clear()
        for field, words in FLAGS.items():
            is_set = getattr(query, field)
            self._add(self, _(words), replace(query, **{field: not is_set}), is_set)
        self.addSeparator()
        stages = self.addMenu(_("State"))
        for words, *asked in STAGES:
            chosen = asked == [getattr(query, field) for field in STAGE_FIELDS]
            values = [()] * len(asked) if chosen else asked
            then = replace(query, **dict(zip(STAGE_FIELDS, values, strict=True)))
            self._add(stages, _(words), then, chosen)
        for field, (heading, all_words) in FIXED_CHOICES.items():
            if field in STAGE_FIELDS:
                continue
            menu = self.addMenu(_(heading))
            for value, words in all_words.items():
                chosen = value in getattr(query, field)
                self._add(menu, _(words), toggled(query, field, value), chosen)
        for field, heading in NAMED_CHOICES.items():
            action = self.addAction(_("{field}…").format(field=_(heading)))
            action.setObjectName(f"filter_{field}")
            action.triggered.connect(partial(self._choose_name, field, _(heading)))
        menu = self.addMenu(_("Changed"))
        for period in periods(self._choices.today()):
            self._add_period(menu, query, period)
        menu.addSeparator()
        other = menu.addAction(_("Other days…"))
        other.setObjectName("filter_days")
        other.triggered.connect(self._choose_days)
        self.addSeparator()
        none = self.addAction(_("Remove all filters"))
        none.setEnabled(query.has_filters or bool(query.unknown))
        none.triggered.connect(lambda: self.changed.emit(without_filters(query)))

    def _add(self, menu: QMenu, words: str, then: ArticleQuery, chosen: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda: self.changed.emit(then))

    def _add_period(self, menu: QMenu, query: ArticleQuery, period: Period) -> None:
        chosen = (query.changed_from, query.changed_to) == (period.first, period.last)
        first, last = (None, None) if chosen else (period.first, period.last)
        self._add(menu, period.words, replace(query, changed_from=first, changed_to=last), chosen)

    def _choose_days(self) -> None:
        from ui.archive_browser.days_dialog import DaysDialog

        dialog = DaysDialog(self._query(), self._choices.today(), self.window())
        dialog.accepted.connect(lambda: self.changed.emit(dialog.in_days(self._query())))
        show_dialog(dialog)

    def _choose_name(self, field: str, heading: str, *_checked: Any) -> None:
        """Offer the names in a list that follows the typing: there may be hundreds."""
        names = self._choices.names().get(field, ())
        dialog = ChoiceSearch(
            heading, [Choice(name, name) for name in names], _("Nothing has such a name."), self.window()
        )
        dialog.picked.connect(lambda name: self.changed.emit(toggled(self._query(), field, name)))
        show_dialog(dialog)
