"""The time of day in Sweden, which pages and the window show whatever zone the machine is in."""

from calendar import monthrange
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Europe/Stockholm")


class Wall(StrEnum):
    """How often a clock in Sweden shows a time: in spring an hour never, in autumn an hour TWICE."""

    ONCE = "once"
    NEVER = "never"
    TWICE = "twice"


def wall_time(moment: datetime) -> datetime:
    """Return what a clock in Sweden shows at `moment`, an aware time, without a zone."""
    return moment.astimezone(TIME_ZONE).replace(tzinfo=None, fold=0)


def minute_text(moment: datetime) -> str:
    """Return what a clock in Sweden shows at `moment`, as 2026-03-02 14:05: for lists that are sorted."""
    return f"{wall_time(moment):%Y-%m-%d %H:%M}"


def moment_at(wall: datetime, *, later: bool = False) -> datetime:
    """Return the moment, in UTC, at which a clock in Sweden shows `wall`.

    In the hour that comes twice in autumn the first one is meant, or with `later` the second; in
    the hour that is left out in spring it is the moment that the old time would have given.
    """
    fold = int(later and wall_kind(wall) is Wall.TWICE)
    return wall.replace(tzinfo=TIME_ZONE, fold=fold).astimezone(UTC)


def wall_kind(wall: datetime) -> Wall:
    """Tell how often a clock in Sweden shows `wall`."""
    first, second = (wall.replace(tzinfo=TIME_ZONE, fold=fold).utcoffset() for fold in (0, 1))
    assert first is not None
    assert second is not None
    if first == second:
        return Wall.ONCE
    return Wall.TWICE if first > second else Wall.NEVER


def is_later(moment: datetime) -> bool:
    """Tell whether clocks in Sweden show the time of `moment` for the second time."""
    return moment.astimezone(TIME_ZONE).fold == 1


def begin_of_day(moment: datetime) -> datetime:
    """Return, in UTC, when the day in Sweden began that `moment` is in."""
    return moment_at(wall_time(moment).replace(hour=0, minute=0, second=0, microsecond=0))


def months_after(moment: datetime, months: int) -> datetime:
    """Return the same time of day in Sweden so many months later, in UTC.

    Where that month has no such day, it is its last: six months after 31 August is the end of February.
    """
    wall = wall_time(moment)
    years, month = divmod(wall.month - 1 + months, 12)
    year, month = wall.year + years, month + 1
    day = min(wall.day, monthrange(year, month)[1])
    return moment_at(wall.replace(year=year, month=month, day=day))
