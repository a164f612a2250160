"""The calendar that a field for a day opens."""

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtWidgets import QDateTimeEdit

from editor_app.translation import interface_language


class CalendarPopup(QObject):
    """Gives `edit` a calendar in the interface language, its weeks from Monday.

    It is made for the first press on the field: three calendars that nobody opens would hold up the
    first list.
    """

    def __init__(self, edit: QDateTimeEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.setLocale(QLocale(interface_language()))
        edit.setCalendarPopup(True)
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._edit.removeEventFilter(self)
            calendar = self._edit.calendarWidget()
            calendar.setLocale(self._edit.locale())
            calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        return super().eventFilter(watched, event)
