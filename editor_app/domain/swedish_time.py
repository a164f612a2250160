"""The time of day in Sweden, which pages and the window show whatever zone the machine is in."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Europe/Stockholm")


def wall_time(moment: datetime) -> datetime:
    """Return what a clock in Sweden shows at `moment`, an aware time, without a zone."""
    return moment.astimezone(TIME_ZONE).replace(tzinfo=None)


def moment_at(wall: datetime) -> datetime:
    """Return the moment, in UTC, at which a clock in Sweden shows `wall`.

    In the hour that comes twice in autumn the first one is meant; in the hour that is left out in
    spring it is the moment that the old time would have given.
    """
    return wall.replace(tzinfo=TIME_ZONE, fold=0).astimezone(UTC)
