"""Moments in UTC as Swedish clocks and calendars show them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QTime

from editor_app.translation import interface_language

ZONE = ZoneInfo("Europe/Stockholm")


def wall_time(moment: datetime) -> datetime:
    """Return what a clock in Sweden shows at `moment`, an aware time, without a zone."""
    return moment.astimezone(ZONE).replace(tzinfo=None)


def moment_at(wall: datetime) -> datetime:
    """Return the moment, in UTC, at which a clock in Sweden shows `wall`.

    In the hour that comes twice in autumn the first one is meant; in the hour that is left out in
    spring it is the moment that the old time would have given.
    """
    return wall.replace(tzinfo=ZONE, fold=0).astimezone(UTC)


def date_text(moment: datetime) -> str:
    """Return the date as the interface writes it, as in 26 February 2024."""
    day = wall_time(moment)
    return _locale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def clock_text(moment: datetime) -> str:
    """Return the time of day as the interface writes it: 14.02 in Swedish, 14:02 in English."""
    clock = wall_time(moment)
    form = "HH.mm" if interface_language() == "sv" else "HH:mm"
    return _locale().toString(QTime(clock.hour, clock.minute), form)


def _locale() -> QLocale:
    return QLocale(interface_language())
