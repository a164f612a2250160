"""Marks in the text where the rules found something: seen, walked through, never part of the article."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from editor_app.checks.findings import Finding, Place
from ui.checking.finding_places import Field, FindingPlace, FindingPlaces
from ui.editor.underlines import Underline

Say = Callable[[Finding], str]


class FindingMarks(QObject):
    """Marks the words of findings in the fields of `places`; what `say` makes of one is its tooltip."""

    def __init__(self, places: FindingPlaces, say: Say, parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        self._say = say
        self._marks: Sequence[FindingPlace] = ()
        self._places_of: dict[tuple[str, Place], FindingPlace] = {}
        for field in places.fields:
            field.viewport().installEventFilter(self)

    def show(self, marks: Iterable[FindingPlace]) -> None:
        """Mark these, in place of what was marked."""
        self._marks = sorted(marks, key=self._order)
        self._places_of = {(mark.finding.rule, mark.finding.place): mark for mark in self._marks}
        for field in self._places.fields:
            lines = [
                Underline(mark.cursor, mark.finding.severity, mark.beside)
                for mark in self._marks
                if mark.field is field
            ]
            field.underlines.show(lines)

    def at(self, field: Field, position: int) -> list[Finding]:
        """Return what is marked at `position`, the shortest passage first."""
        here = [
            mark
            for mark in self._marks
            if mark.field is field and mark.cursor.selectionStart() <= position <= mark.cursor.selectionEnd()
        ]
        here.sort(key=lambda mark: mark.cursor.selectionEnd() - mark.cursor.selectionStart())
        return [mark.finding for mark in here]

    def place_of(self, finding: Finding) -> FindingPlace | None:
        """Return where `finding` is marked, None where it is not."""
        return self._places_of.get((finding.rule, finding.place))

    def go_to(self, finding: Finding) -> bool:
        """Select the passage of `finding`, in sight; tell whether it has one in the text."""
        mark = self.place_of(finding)
        if mark is None:
            return False
        for field in self._places.fields:
            # What was gone to before in another field would still look chosen.
            cursor = field.textCursor()
            cursor.clearSelection()
            field.setTextCursor(cursor)
        mark.field.setFocus()
        mark.field.setTextCursor(mark.cursor)
        mark.field.ensureCursorVisible()
        return True

    def beside_cursor(self, step: int) -> Finding | None:
        """Return the finding after the cursor (`step` 1) or before it (-1), going round at the ends."""
        here = self._here(step)
        marks = list(self._marks)[::step]
        beyond = [
            mark for mark in marks if (self._order(mark) > here if step > 0 else self._order(mark) < here)
        ]
        return next((mark.finding for mark in (*beyond, *marks)), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for field in self._places.fields:
                if watched is field.viewport():
                    return self._tell(field, event)
        return False

    def _tell(self, field: Field, event: QHelpEvent) -> bool:
        found = self.at(field, field.cursorForPosition(event.pos()).position())
        if found:
            QToolTip.showText(event.globalPos(), "\n".join(map(self._say, found)), field)
        return bool(found)

    def _here(self, step: int) -> tuple[int, int, int]:
        for number, field in enumerate(self._places.fields):
            if field.hasFocus():
                cursor = field.textCursor()
                if cursor.hasSelection():
                    return number, cursor.selectionStart(), cursor.selectionEnd()
                return number, cursor.position(), cursor.position() - (step > 0)
        return -1, -1, -1

    def _order(self, mark: FindingPlace) -> tuple[int, int, int]:
        cursor: QTextCursor = mark.cursor
        return self._places.fields.index(mark.field), cursor.selectionStart(), cursor.selectionEnd()
