"""The list of findings beside the text, with what can be done about the one that is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from editor_app.checks.findings import Finding
from editor_app.translation import _
from ui.checking.dismissed_list import DismissedList
from ui.checking.finding_delegate import FindingDelegate
from ui.checking.finding_details import FindingDetails
from ui.checking.finding_model import FindingModel, Row
from ui.checking.finding_words import count_words
from ui.theme.spacing import M, S
from ui.widgets.announce import announce
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.timers import once_after

FEWEST_LETTERS = 24
# A screen reader that speaks while somebody types is in the way.
QUIET_MS = 1500


class FindingsPanel(QFrame):
    """Lists what the rules found. Signals carry a finding.

    `chosen` comes when somebody turns to one, `visit_asked` when they want to see its passage.
    """

    chosen = Signal(object)
    visit_asked = Signal(object)
    fix_asked = Signal(object)
    fix_all_asked = Signal(object)
    dismiss_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Checks"))
        self._model = FindingModel(self)
        self._heading = SectionHeading(_("Checks"))
        self._counts = QuietLabel()
        self._counts.setObjectName("finding_counts")
        self._readability = QuietLabel()
        self._readability.setObjectName("readability")
        self.list = QListView()
        self.details = FindingDetails()
        self.dismissed = DismissedList()
        self._said = ""
        self._tell_later = once_after(QUIET_MS, self._tell, self)
        self._make_list()
        self._lay_out()
        self.details.visit_asked.connect(self._ask(self.visit_asked.emit))
        self.details.fix_asked.connect(self._ask(self.fix_asked.emit))
        self.details.fix_all_asked.connect(self._ask(self.fix_all_asked.emit))
        self.details.dismiss_asked.connect(self._ask(self.dismiss_asked.emit))
        self.show_rows((), "")

    def show_rows(self, rows: Sequence[Row], readability: str) -> None:
        """List `rows`, the worst first; the one that was chosen stays, or the one that takes its place."""
        self._readability.setText(readability)
        self._readability.setVisible(bool(readability))
        before, number = self.current(), self.list.currentIndex().row()
        if self._model.set_rows(rows):
            self._choose_near(before, number)
        counts = count_words([row.finding for row in rows if row.finding is not None])
        self._counts.setText(counts)
        self.setAccessibleDescription(counts)
        self.list.setVisible(bool(rows))
        self._tell_later.start()

    def current(self) -> Finding | None:
        """Return the finding that is chosen, or None."""
        row = self._model.row(self.list.currentIndex().row())
        return None if row is None else row.finding

    def choose(self, finding: Finding) -> None:
        """Turn to `finding`, in sight."""
        number = self._model.number_of(finding)
        if number >= 0:
            self.list.setCurrentIndex(self._model.index(number))

    def rows(self) -> tuple[Row, ...]:
        """Return what is listed, from the top, with the headings."""
        return self._model.rows()

    def _choose_near(self, before: Finding | None, number: int) -> None:
        if before is None:
            self._show_current()
            return
        rows = self._model.rows()
        same = self._model.number_of(before)
        alike = (
            place
            for place, row in enumerate(rows)
            if row.finding is not None and _is_like(row.finding, before)
        )
        after = (place for place, row in enumerate(rows) if place >= number and row.finding is not None)
        found = (place for place, row in enumerate(rows) if row.finding is not None)
        place = same if same >= 0 else next(alike, next(after, next(found, -1)))
        if place >= 0:
            self.list.setCurrentIndex(self._model.index(place))
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_details()

    def _fit_details(self) -> None:
        """Give the list the room that the explanation does not need."""
        self.details.setMaximumHeight(self.details.heightForWidth(self.width()))

    def _show_current(self) -> None:
        row = self._model.row(self.list.currentIndex().row())
        has_one = row is not None and row.finding is not None
        self.details.setVisible(has_one)
        if row is not None and row.finding is not None:
            self.details.show_finding(row.finding, row.passage, self._alike(row.finding))
            self._fit_details()
            self.chosen.emit(row.finding)

    def _alike(self, finding: Finding) -> int:
        if not finding.is_safe:
            return 0
        return sum(
            row.finding is not None and row.finding.is_safe and row.finding.rule == finding.rule
            for row in self._model.rows()
        )

    def _ask(self, tell: Callable[[Finding], None]) -> Callable[[], None]:
        def ask() -> None:
            finding = self.current()
            if finding is not None:
                tell(finding)

        return ask

    def _tell(self) -> None:
        words = self._counts.text()
        if self.isVisible() and words != self._said:
            announce(self, words)
        self._said = words

    def _make_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(FindingDelegate(self.list))
        self.list.setAccessibleName(_("Findings"))
        self.list.setObjectName("findings")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        # A long list is laid out a part at a time, and what is chosen may come with the last of them, or lie
        # where the explanation of it takes room.
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.verticalScrollBar().rangeChanged.connect(self._bring_in_sight)
        # So the list asks for heights again where it becomes wider or narrower.
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.clicked.connect(self._visit)
        self.list.activated.connect(self._visit)

    def _bring_in_sight(self) -> None:
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())

    def _visit(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None and row.finding is not None:
            self.visit_asked.emit(row.finding)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(M, M, M, S)
        head.setSpacing(S // 2)
        for label in (self._heading, self._counts, self._readability):
            head.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.details, 1)
        column.addWidget(self.dismissed)
        column.addStretch(0)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * FEWEST_LETTERS)


def _is_like(one: Finding, other: Finding) -> bool:
    return (one.rule, one.place.part, one.place.block) == (other.rule, other.place.part, other.place.block)
