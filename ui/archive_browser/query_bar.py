"""The one search box of the list, with the filters beside and below it: what is typed in it counts."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from editor_app.domain.article_query import ArticleQuery
from editor_app.domain.query_parser import parse_query
from editor_app.domain.query_writer import write_query
from editor_app.domain.workflow import LiveSide, State
from editor_app.translation import _
from ui.archive_browser.filter_chips import FilterChips
from ui.archive_browser.filter_choices import FilterChoices
from ui.archive_browser.filter_menu import FilterMenu
from ui.archive_browser.finding import Finding
from ui.archive_browser.saved_filters_menu import SavedFiltersMenu
from ui.theme.spacing import XS
from ui.widgets.icon_button import IconButton
from ui.widgets.search_field import SearchField


class QueryBar(QWidget):
    """Lets `finding` look for what is typed, as it is typed; `entered` comes with Enter.

    Filters that are chosen are written into the box, and bars on one `finding` show the same.
    """

    entered = Signal()

    def __init__(self, finding: Finding, choices: FilterChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self.field = SearchField(_("Search the archive"))
        self.field.setObjectName("archive_search")
        self.field.setToolTip(_how_to_search())
        self.field.setAccessibleDescription(_how_to_search())
        self.field.textChanged.connect(finding.look_for)
        self.field.returnPressed.connect(self._enter)
        self.filters = FilterMenu(self._query, choices, self)
        self.filters.changed.connect(self.write)
        self.saved = SavedFiltersMenu(choices.saved, self)
        self.saved.picked.connect(self._look_for)
        self.chips = FilterChips()
        self.chips.changed.connect(self.write)
        finding.query_changed.connect(self._follow)
        self._row = row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        row.addWidget(self.field, 1)
        for name, words, menu in (
            ("filter", _("Filter"), self.filters),
            ("bookmark", _("Saved filters"), self.saved),
        ):
            button = IconButton(name, words, object_name=f"{name}_button")
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(row)
        column.addWidget(self.chips)
        self._follow(finding.query)

    def add(self, button: QWidget) -> None:
        """Put another button beside those for the filters."""
        self._row.addWidget(button)

    def write(self, query: ArticleQuery) -> None:
        """Write `query` into the box, and look for it."""
        self.field.setText(write_query(query))

    def _enter(self) -> None:
        self.chips.show_query(self._query())
        self.entered.emit()

    def _look_for(self, query: str) -> None:
        self.field.setText(query)
        self._finding.search()

    def _query(self) -> ArticleQuery:
        return parse_query(self.field.text())

    def _follow(self, query: str) -> None:
        if self.field.text() != query:
            self.field.setText(query)
            # Somebody else wrote it: what it begins with says more.
            self.field.setCursorPosition(0)
        self.chips.show_query(self._as_far_as_typed(parse_query(query)))
        self.saved.follow(query)

    def _as_far_as_typed(self, query: ArticleQuery) -> ArticleQuery:
        """Return `query` without what somebody has only begun to type, and which means nothing yet."""
        if not self.field.hasFocus():
            return query
        known = tuple(piece for piece in query.unknown if not self.field.text().casefold().endswith(piece))
        return replace(query, unknown=known)


def _how_to_search() -> str:
    filters = ArticleQuery(categories=(_("Traffic"),), states=(State.DRAFT,), mine=True)
    return _(
        "Words, a “phrase”, begin*, or -word for what may not be there. Enter looks in whole texts.\n"
        "Filters, also in the menu beside: {filters}\n"
        "{published} is what is on the website now; what is planned or was taken down has filters of its own."
    ).format(filters=write_query(filters), published=write_query(ArticleQuery(live_sides=(LiveSide.LIVE,))))
