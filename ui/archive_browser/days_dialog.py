"""The days between which an article was last changed."""

from datetime import date, timedelta

from msgspec.structs import replace
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor_app.domain.article_query import ArticleQuery
from editor_app.translation import _
from ui.pickers.day_field import DayField
from ui.theme.spacing import L, M
from ui.widgets.dialogs import closing_buttons, make_wide_enough_for_words
from ui.widgets.form_field import Problem
from ui.widgets.labels import WrappingLabel
from ui.widgets.primary_button import PrimaryButton

# What the days begin with where none are asked for.
USUAL_DAYS = 30


class DaysDialog(QDialog):
    """Asks for the days of the last change, both included; each may be left open."""

    def __init__(self, query: ArticleQuery, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Changed"))
        self.first = DayField(_("From"))
        self.last = DayField(_("To"))
        is_new = query.changed_from is None and query.changed_to is None
        self.first.show_day(today - timedelta(days=USUAL_DAYS) if is_new else query.changed_from)
        self.last.show_day(today if is_new else query.changed_to)
        make_wide_enough_for_words(self)
        self._problem = Problem()
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(WrappingLabel(_("Articles that were last changed in these days:")))
        column.addWidget(self.first)
        column.addWidget(self.last)
        column.addWidget(self._problem)
        column.addStretch()
        show = PrimaryButton(_("Filter"))
        show.setObjectName("accept")
        column.addWidget(closing_buttons(self, show))

    def in_days(self, query: ArticleQuery) -> ArticleQuery:
        """Return `query` for what was changed in the days that are chosen."""
        return replace(query, changed_from=self.first.day(), changed_to=self.last.day())

    def problem(self) -> str:
        """Return what is wrong with the days, empty where nothing was tried."""
        return self._problem.text()

    def accept(self) -> None:
        """Close with the days, unless the last one is before the first, which is said."""
        first, last = self.first.day(), self.last.day()
        if first is not None and last is not None and last < first:
            self._problem.show_sentence(_("The last day is before the first."))
            self.adjustSize()
        else:
            super().accept()
