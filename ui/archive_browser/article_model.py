"""The articles of the archive as rows, newest first, those whose titles match."""

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor_app.desk.values import ArticleSummary
from editor_app.translation import _
from ui.archive_browser.state_words import short_date, state_word

SUMMARY_ROLE = Qt.ItemDataRole.UserRole
DATE_ROLE = SUMMARY_ROLE + 1
Index = QModelIndex | QPersistentModelIndex

# In Swedish these are letters of their own, not letters with accents.
_LETTERS = frozenset("åäöæø")


def utc_now() -> datetime:
    """Return the present moment, aware and in UTC."""
    return datetime.now(UTC)


def fold(text: str) -> str:
    """Return `text` as it is compared in a search: é is e, but å, ä and ö stay letters."""
    folded = []
    for letter in unicodedata.normalize("NFC", text).casefold():
        bare = letter if letter in _LETTERS else unicodedata.normalize("NFD", letter)
        folded.append("".join(part for part in bare if not unicodedata.combining(part)))
    return "".join(folded)


class ArticleModel(QAbstractListModel):
    """One row per article; rows are made when they are looked at."""

    def __init__(self, clock: Callable[[], datetime] = utc_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._all: tuple[ArticleSummary, ...] = ()
        self._shown: tuple[ArticleSummary, ...] = ()
        self._words: tuple[str, ...] = ()

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
        self._words = tuple(fold(text).split())
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
        parts = (state_word(summary.state), summary.category, self._date_of(summary), live)
        return ", ".join(part for part in parts if part)

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = tuple(one for one in self._all if self._matches(one))
        self.endResetModel()

    def _matches(self, summary: ArticleSummary) -> bool:
        if not self._words:
            return True
        title = fold(summary.title)
        return all(word in title for word in self._words)


def title_of(summary: ArticleSummary) -> str:
    """Return the article's title, or what stands for one that has none."""
    return summary.title.strip() or _("No title yet")
