"""A day that may be left open."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from editor_app.desk.clock import utc_now
from editor_app.domain.swedish_time import wall_time
from ui.theme.spacing import S
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.wheel import WheelGuard

# What an office usually asks for.
USUAL_DAYS = 365


class DayField(QWidget):
    """A check box `name` and, where it is checked, the day; `changed` comes when either changes.

    Checking the box begins with the day that is `usual_days` from now.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, usual_days: int = USUAL_DAYS) -> None:
        super().__init__(parent)
        self._usual_days = usual_days
        self._has_day = QCheckBox(name)
        self._has_day.setObjectName("has_day")
        self._edit = QDateEdit()
        self._edit.setObjectName("day")
        self._edit.setAccessibleName(name)
        self._edit.setDisplayFormat("yyyy-MM-dd")
        CalendarPopup(self._edit)
        WheelGuard(self._edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self._has_day)
        row.addWidget(self._edit)
        row.addStretch()
        self.show_day(None)
        self._has_day.toggled.connect(self._edit.setVisible)
        self._has_day.toggled.connect(self.changed)
        self._edit.dateChanged.connect(self.changed)

    def day(self) -> date | None:
        """Return the day, None where it is left open."""
        shown = self._edit.date()
        return date(shown.year(), shown.month(), shown.day()) if self._has_day.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Show `day`; where it is left open, the usual day is what checking the box begins with."""
        shown = day or wall_time(utc_now()).date() + timedelta(days=self._usual_days)
        self._edit.setDate(QDate(shown.year, shown.month, shown.day))
        self._has_day.setChecked(day is not None)
        self._edit.setVisible(day is not None)
