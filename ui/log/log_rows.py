"""Entries of the audit log as rows: all numbers are known, and what they show comes a page at a time."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor_app.desk.values import LogLine
from editor_app.domain.swedish_time import wall_time
from editor_app.translation import N_, _
from ui.widgets.date_words import clock_text
from ui.widgets.number_words import number
from ui.widgets.timers import once_after

PAGE = 200
KEPT = 20 * PAGE
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


def _act(line: LogLine) -> str:
    from editor_app.desk.log_words import act_words

    return act_words(line.entry.act)


def _details(line: LogLine) -> str:
    from editor_app.desk.log_words import details_words

    return details_words(line.entry)


COLUMNS: Mapping[str, Callable[[LogLine], str]] = {
    N_("Number"): lambda line: number(line.entry.number),
    N_("Time"): lambda line: f"{wall_time(line.entry.at):%Y-%m-%d} {clock_text(line.entry.at)}",
    N_("Person"): lambda line: line.entry.by,
    N_("Act"): _act,
    N_("Article"): lambda line: line.title or line.entry.details.get("title", ""),
    N_("Details"): _details,
}
_SAYERS = tuple(COLUMNS.values())
# In this column a row says that its entry is missing.
MISSING = tuple(COLUMNS).index("Act")


class LogRows(QAbstractTableModel):
    """One row per entry, with COLUMNS; `lines_wanted` carries the numbers that somebody looks at.

    `take` brings what was asked for last; an entry that does not come was removed from the log.
    """

    lines_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers: Sequence[int] = ()
        self._known: OrderedDict[int, LogLine | None] = OrderedDict()
        self._asked: tuple[int, ...] = ()
        self._wanted: int | None = None
        self._asking = once_after(0, self._ask, self)

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """Show the entries with these numbers, in their order."""
        self.beginResetModel()
        self._numbers = numbers
        self._known.clear()
        self._asked, self._wanted = (), None
        self.endResetModel()

    def take(self, lines: Iterable[LogLine]) -> None:
        """Show what was asked for last."""
        found = {line.entry.number: line for line in lines}
        for wanted in self._asked:
            self._known[wanted] = found.get(wanted)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self._asked = ()
        if self._numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._numbers) - 1, len(COLUMNS) - 1))
        self._ask()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(tuple(COLUMNS)[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        wanted = self._numbers[index.row()]
        if wanted not in self._known:
            self._want(index.row() // PAGE)
            return None
        line = self._known[wanted]
        if line is None:
            words = _("Entry {number} is missing").format(number=number(wanted))
            return words if index.column() == MISSING else ""
        return _SAYERS[index.column()](line)

    def _want(self, page: int) -> None:
        # Of the pages that somebody scrolled past, only the last one is still worth fetching.
        self._wanted = page
        if not self._asked:
            self._asking.start()

    def _ask(self) -> None:
        if self._wanted is None or self._asked:
            return
        page, self._wanted = self._wanted, None
        self._asked = tuple(self._numbers[page * PAGE : (page + 1) * PAGE])
        if self._asked:
            self.lines_wanted.emit(self._asked)
