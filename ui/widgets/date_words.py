"""Moments in UTC as Swedish clocks and calendars show them."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from editor_app.domain.swedish_time import wall_time
from editor_app.translation import interface_language


def date_text(moment: datetime) -> str:
    """Return the date as the interface writes it, as in 26 February 2024."""
    return day_text(wall_time(moment).date())


def day_text(day: date) -> str:
    """Return a day of the calendar as the interface writes it, as in 26 February 2024."""
    return _locale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def clock_text(moment: datetime) -> str:
    """Return the time of day as the interface writes it: 14.02 in Swedish, 14:02 in English."""
    return wall_clock_text(wall_time(moment))


def wall_clock_text(clock: datetime) -> str:
    """Return what a clock in Sweden shows, without a zone, as `clock_text` writes it."""
    form = "HH.mm" if interface_language() == "sv" else "HH:mm"
    return _locale().toString(QTime(clock.hour, clock.minute), form)


def short_date(moment: datetime, now: datetime) -> str:
    """Return the time where `moment` is today, else the day, with the year where that is another."""
    here, today = wall_time(moment).date(), wall_time(now).date()
    if here == today:
        return clock_text(moment)
    form = "d MMM" if here.year == today.year else "d MMM yyyy"
    return _locale().toString(QDate(here.year, here.month, here.day), form)


def _locale() -> QLocale:
    return QLocale(interface_language())
