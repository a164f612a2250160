"""A date and time that may be left open, in Swedish time on the screen and in UTC within."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor_app.desk.clock import utc_now
from editor_app.domain.swedish_time import begin_of_day, is_later, moment_at, wall_time
from editor_app.translation import _
from ui.details.clock_change import ClockChange
from ui.details.moment_edit import MomentEdit
from ui.theme.icons import icon
from ui.theme.spacing import XS
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.icon_button import IconButton
from ui.widgets.wheel import WheelGuard

MOMENT, DAY = "yyyy-MM-dd HH:mm", "yyyy-MM-dd"


class MomentField(QWidget):
    """A moment or none; `changed` comes when somebody set, changed or cleared it.

    A moment that was shown and not changed is given back to the microsecond. A time that clocks in
    Sweden show twice, or never, is explained below, and which one is meant can be chosen.

    With `by_day` it is a day that is asked for, which means its begin, and a time of day only where
    somebody wants one.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        clock: Callable[[], datetime] = utc_now,
        parent: QWidget | None = None,
        *,
        by_day: bool = False,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._by_day = by_day
        self._shown: datetime | None = None
        self._showing = False
        self.setAccessibleName(name)
        self.set_button = QPushButton(icon("calendar"), _("Set date") if by_day else _("Set date and time"))
        self.set_button.setAccessibleName(f"{name}: {self.set_button.text()}")
        self.set_button.setAutoDefault(False)
        self.with_time = QCheckBox(_("At a time of day"))
        self.with_time.setAccessibleName(f"{name}: {self.with_time.text()}")
        self.edit = self._make_edit(name)
        self.clear_button = IconButton("x", _("{name}: clear").format(name=name), tooltip=_("Clear the date"))
        self.clock_change = ClockChange(name)
        self._lay_out()
        self.set_button.clicked.connect(self._set)
        self.clear_button.clicked.connect(self._clear)
        self.edit.dateTimeChanged.connect(self._note_change)
        self.with_time.clicked.connect(self._let_time_be_set)
        self.clock_change.chosen.connect(self.changed)
        self.show_moment(None)

    def moment(self) -> datetime | None:
        """Return the moment in UTC, None where it is left open."""
        if self.edit.isHidden():
            return None
        wall = self._wall()
        moment = moment_at(wall, later=self.clock_change.is_later())
        is_shown = self._shown is not None and self._shown.replace(second=0, microsecond=0) == moment
        return self._shown if is_shown else moment

    def show_moment(self, moment: datetime | None) -> None:
        """Show `moment`, without telling anybody."""
        self._shown = moment
        if moment is not None:
            self._showing = True
            self.with_time.setChecked(moment != begin_of_day(moment))
            self._show_parts()
            self.edit.setDateTime(_to_qt(_to_the_minute(moment)))
            self.clock_change.explain(self._wall(), later=is_later(moment))
            self._showing = False
        self._follow(is_set=moment is not None)

    def _make_edit(self, name: str) -> QDateTimeEdit:
        edit = MomentEdit()
        # Wall time has no zone of its own: in the zone of the machine, Qt would move times that do
        # not exist there.
        edit.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
        edit.setDisplayFormat(MOMENT)
        edit.setAccessibleName(name)
        edit.setAccessibleDescription(_("Swedish time"))
        CalendarPopup(edit)
        WheelGuard(edit)
        return edit

    def _set(self) -> None:
        self.show_moment(_tomorrow(self._clock()) if self._by_day else _next_hour(self._clock()))
        self.edit.setFocus()
        self.changed.emit()

    def _clear(self) -> None:
        self.show_moment(None)
        self.set_button.setFocus()
        self.changed.emit()

    def _note_change(self) -> None:
        if not self._showing:
            self.clock_change.explain(self._wall(), later=self.clock_change.is_later())
            self.changed.emit()

    def _let_time_be_set(self) -> None:
        self._show_parts()
        self.edit.setFocus()
        if not self.with_time.isChecked():
            # Qt itself goes back to the begin of the day then, and tells nobody.
            self._note_change()

    def _show_parts(self) -> None:
        self.edit.setDisplayFormat(DAY if self._by_day and not self.with_time.isChecked() else MOMENT)

    def _wall(self) -> datetime:
        return _from_qt(self.edit.dateTime())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(XS)
        row.addWidget(self.set_button, 1)
        row.addWidget(self.edit, 1)
        row.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(row)
        column.addWidget(self.with_time)
        column.addWidget(self.clock_change)

    def _follow(self, *, is_set: bool) -> None:
        self.edit.setVisible(is_set)
        self.clear_button.setVisible(is_set)
        self.set_button.setVisible(not is_set)
        self.with_time.setVisible(is_set and self._by_day)
        self.clock_change.setVisible(is_set and self.clock_change.has_something_to_say())
        self.setFocusProxy(self.edit if is_set else self.set_button)


def _next_hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def _tomorrow(now: datetime) -> datetime:
    # A day of 25 hours has its end in sight from noon on.
    return begin_of_day(begin_of_day(now) + timedelta(hours=36))


def _to_the_minute(moment: datetime) -> datetime:
    return wall_time(moment).replace(second=0, microsecond=0)


def _to_qt(wall: datetime) -> QDateTime:
    date, time = QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute)
    return QDateTime(date, time, QTimeZone(QTimeZone.Initialization.UTC))


def _from_qt(shown: QDateTime) -> datetime:
    date, time = shown.date(), shown.time()
    return datetime(date.year(), date.month(), date.day(), time.hour(), time.minute())
