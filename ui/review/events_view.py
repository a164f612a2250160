"""All that was done to an article, in one list that can be searched and narrowed down."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor_app.desk.log_words import act_words
from editor_app.desk.version_values import StoryEvent
from editor_app.domain.audit import Act
from editor_app.translation import N_, _, ngettext
from ui.review.event_delegate import EVENT_ROLE, EventDelegate, event_lines
from ui.theme.spacing import S
from ui.widgets.announce import announce
from ui.widgets.folding import matches
from ui.widgets.labels import QuietLabel
from ui.widgets.search_field import SearchField
from ui.widgets.wheel import WheelGuard


class Part(Enum):
    """What of the story is shown."""

    ALL = "all"
    APPROVAL = "approval"
    TEXT = "text"


PART_WORDS: Mapping[Part, str] = {
    Part.ALL: N_("Everything"),
    Part.APPROVAL: N_("Approval and publishing"),
    Part.TEXT: N_("The text"),
}
APPROVING = frozenset(
    {
        Act.SUBMITTED,
        Act.TAKEN_BACK,
        Act.RETURNED,
        Act.APPROVED,
        Act.APPROVED_BY_FORCE,
        Act.PUBLISHED,
        Act.CORRECTED,
        Act.WITHDRAWN,
        Act.QUOTE_APPROVED,
        Act.QUOTE_APPROVAL_WITHDRAWN,
    }
)


class EventsView(QWidget):
    """Shows events, the newest first, as at `now`; `version_asked` carries the number of a version."""

    version_asked = Signal(int)

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.search = SearchField(_("Search in the events"))
        self.search.textChanged.connect(self._narrow)
        self.part = QComboBox()
        self.part.setObjectName("part")
        self.part.setAccessibleName(_("Which events"))
        for part, words in PART_WORDS.items():
            self.part.addItem(_(words), part)
        WheelGuard(self.part)
        self.part.activated.connect(self._narrow)
        self.list = QListWidget()
        self.list.setObjectName("events")
        self.list.setAccessibleName(_("Events"))
        self.list.setItemDelegate(EventDelegate(now, self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._ask_for_version)
        self._count = QuietLabel()
        self._count.setObjectName("event_count")
        self._lay_out()

    def show_events(self, events: Sequence[StoryEvent]) -> None:
        """Show `events` in their order."""
        self.list.clear()
        for event in events:
            item = QListWidgetItem(act_words(event.act), self.list)
            item.setData(EVENT_ROLE, event)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(event_lines(event, self._now)))
        self._narrow()
        self.list.setCurrentRow(0)

    def _narrow(self) -> None:
        part, typed = self.part.currentData(), self.search.text()
        shown = 0
        for row in range(self.list.count()):
            event: StoryEvent = self.list.item(row).data(EVENT_ROLE)
            fits = _is_part(event, part) and matches(typed, *event_lines(event, self._now))
            self.list.setRowHidden(row, not fits)
            shown += fits
        words = ngettext("{count} event", "{count} events", shown).format(count=shown)
        if words != self._count.text():
            self._count.setText(words)
            announce(self, words)

    def _ask_for_version(self, item: QListWidgetItem) -> None:
        event: StoryEvent = item.data(EVENT_ROLE)
        if event.number:
            self.version_asked.emit(event.number)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.search, 1)
        row.addWidget(self.part)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(QuietLabel(_("Enter or a double click shows the version.")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addLayout(foot)


def _is_part(event: StoryEvent, part: Part) -> bool:
    return part is Part.ALL or (event.act in APPROVING) is (part is Part.APPROVAL)
