"""The articles of the archive as rows, newest first, those whose titles match."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor_app.desk.clock import utc_now
from editor_app.desk.values import ArticleSummary
from editor_app.domain.words import STATE_WORDS
from editor_app.translation import _
from ui.widgets.date_words import short_date
from ui.widgets.folding import matches

SUMMARY_ROLE = Qt.ItemDataRole.UserRole
DATE_ROLE = SUMMARY_ROLE + 1
Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """One row per article; rows are made when they are looked at."""

    def __init__(self, clock: Callable[[], datetime] = utc_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._all: tuple[ArticleSummary, ...] = ()
        self._shown: tuple[ArticleSummary, ...] = ()
        self._filter = ""

    @property
    def total(self) -> int:
        """How many articles there are, those that do not match included."""
        return len(self._all)

    def set_summaries(self, summaries: tuple[ArticleSummary, ...]) -> None:
        """Show `summaries` in their order."""
        self._all = summaries
        self._choose()

    def set_filter(self, text: str) -> None:
        """Show those whose titles hold every word of `text`."""
        self._filter = text
        self._choose()

    def row_of(self, article_id: str | None) -> int:
        """Return the row of the article, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._shown) if one.id == article_id), -1)

    def summary(self, index: Index) -> ArticleSummary:
        """Return what the row at `index` shows."""
        return self._shown[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        summary = self._shown[index.row()]
        if role == SUMMARY_ROLE:
            return summary
        if role == DATE_ROLE:
            return self._date_of(summary)
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(summary)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((title_of(summary), self._second_line(summary)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((title_of(summary), self._second_line(summary)))
        return None

    def _date_of(self, summary: ArticleSummary) -> str:
        """Return when the article was last edited, as the list says it."""
        return short_date(summary.updated_at, self._clock())

    def _second_line(self, summary: ArticleSummary) -> str:
        live = _("An approved version is there") if summary.is_live else ""
        parts = (_(STATE_WORDS[summary.state]), summary.category, self._date_of(summary), live)
        return ", ".join(part for part in parts if part)

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = tuple(one for one in self._all if matches(self._filter, one.title))
        self.endResetModel()


def title_of(summary: ArticleSummary) -> str:
    """Return the article's title, or what stands for one that has none."""
    return summary.title.strip() or _("No title yet")
