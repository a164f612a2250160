"""The field in which a date and a time are typed."""

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDateTimeEdit

SEPARATORS = frozenset("-:. ")


class MomentEdit(QDateTimeEdit):
    """Takes a date as people type it, with its hyphens."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt goes on by itself after the last digit of a part; the separator that is typed then would go on
        # once more, so that 2026-12-24 became the 12th.
        if event.text() in SEPARATORS and self._is_part_untouched():
            event.accept()
        elif event.matches(QKeySequence.StandardKey.MoveToStartOfLine):
            # Before the year there is no room for a digit: Qt would drop the whole year that is typed.
            self.setSelectedSection(self.sectionAt(0))
        else:
            super().keyPressEvent(event)

    def _is_part_untouched(self) -> bool:
        return self.lineEdit().selectedText() == self.sectionText(self.currentSection())
