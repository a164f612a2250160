"""What is said at a time in the nights when clocks in Sweden are changed."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from editor_app.domain.swedish_time import Wall, moment_at, wall_kind, wall_time
from editor_app.translation import _
from ui.theme.spacing import XS
from ui.widgets.date_words import wall_clock_text
from ui.widgets.form_field import Problem
from ui.widgets.tone import Tone


class ClockChange(QWidget):
    """Explains a time that comes twice or never, and lets the person say which of two is meant.

    Hidden for every other time. `chosen` comes when somebody has said it.
    """

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Wall.ONCE
        self.note = Problem(Tone.INFO)
        self.first = QRadioButton(_("The first time (summer time)"))
        self.second = QRadioButton(_("The second time (winter time)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.note)
        for button in (self.first, self.second):
            button.setAccessibleName(f"{name}: {button.text()}")
            column.addWidget(button)
        self.first.setChecked(True)
        self.first.toggled.connect(self._tell)
        self.hide()

    def is_later(self) -> bool:
        """Tell whether the second of two equal times is meant."""
        return self._kind is Wall.TWICE and self.second.isChecked()

    def has_something_to_say(self) -> bool:
        """Tell whether the time is not an ordinary one."""
        return self._kind is not Wall.ONCE

    def explain(self, wall: datetime, *, later: bool) -> None:
        """Say what there is to know about `wall`, without telling anybody; `later` means the second one."""
        self._kind = wall_kind(wall)
        is_twice = self._kind is Wall.TWICE
        self.first.blockSignals(True)
        self.first.setChecked(not (is_twice and later))
        self.second.setChecked(is_twice and later)
        self.first.blockSignals(False)
        for button in (self.first, self.second):
            button.setVisible(is_twice)
        self.setVisible(self.has_something_to_say())
        self.note.show_sentence(_sentence(wall, self._kind))

    def _tell(self) -> None:
        self.chosen.emit()


def _sentence(wall: datetime, kind: Wall) -> str:
    clock = wall_clock_text(wall)
    if kind is Wall.TWICE:
        return _("{time} comes twice this night, when the clocks are put back. Which one is meant?").format(
            time=clock
        )
    if kind is Wall.NEVER:
        meant = wall_clock_text(wall_time(moment_at(wall)))
        return _(
            "There is no {time} this night: the clocks are put forward an hour. It becomes {meant}."
        ).format(time=clock, meant=meant)
    return ""
