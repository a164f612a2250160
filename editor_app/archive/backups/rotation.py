"""Which backups have done their service."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from msgspec import Struct

from editor_app.domain.swedish_time import wall_time


class Rotation(Struct, frozen=True):
    """How many days, weeks and months keep a backup of their own."""

    days: int = 7
    weeks: int = 4
    months: int = 12


def superseded(moments: Iterable[datetime], rotation: Rotation) -> frozenset[datetime]:
    """Return those of `moments`, at which backups were made, whose backups are to go.

    The newest of each of the newest days, weeks and months that have one stays: a machine that was off
    for a month loses nothing by it. With any rotation the newest of all stays.
    """
    newest_first = sorted(moments, reverse=True)
    kept = set(newest_first[:1])
    for count, period in ((rotation.days, _day), (rotation.weeks, _week), (rotation.months, _month)):
        kept |= _newest_of_each(newest_first, period, count)
    return frozenset(newest_first) - kept


def _newest_of_each(
    newest_first: Sequence[datetime], period: Callable[[date], object], count: int
) -> set[datetime]:
    found: dict[object, datetime] = {}
    for moment in newest_first:
        found.setdefault(period(wall_time(moment).date()), moment)
    return set(list(found.values())[:count])


def _day(day: date) -> object:
    return day


def _week(day: date) -> object:
    year, week, _weekday = day.isocalendar()
    return year, week


def _month(day: date) -> object:
    return day.year, day.month
