"""Swedish clocks, through the hours that never come and those that come twice."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.swedish_time import (
    TIME_ZONE,
    Wall,
    is_later,
    moment_at,
    months_after,
    wall_kind,
    wall_time,
)

YEARS = range(2024, 2036)
MINUTE = timedelta(minutes=1)


def last_sunday(year, month):
    day = datetime(year, month, 31, 1, tzinfo=UTC)
    return day - timedelta(days=(day.weekday() + 1) % 7)


CHANGES = [last_sunday(year, month) for year in YEARS for month in (3, 10)]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change:%Y-%m}")
def test_every_minute_around_a_change_survives_the_clock(change):
    for minute in range(-180, 181):
        moment = change + minute * MINUTE

        assert moment_at(wall_time(moment), later=is_later(moment)) == moment


@pytest.mark.parametrize("year", YEARS)
def test_each_minute_of_two_o_clock_never_comes_in_spring_and_comes_twice_in_autumn(year):
    spring, autumn = (wall_time(last_sunday(year, month)).replace(hour=2) for month in (3, 10))

    for minute in range(60):
        assert wall_kind(spring + minute * MINUTE) is Wall.NEVER
        assert wall_kind(autumn + minute * MINUTE) is Wall.TWICE
    for wall in (spring, autumn):
        assert wall_kind(wall - MINUTE) is Wall.ONCE
        assert wall_kind(wall + 60 * MINUTE) is Wall.ONCE


@given(st.datetimes(datetime(2024, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC)))
def test_every_moment_survives_the_clock(moment):
    assert moment_at(wall_time(moment), later=is_later(moment)) == moment


def test_a_time_that_comes_twice_means_the_first_unless_the_second_is_asked_for():
    wall = datetime(2026, 10, 25, 2, 30)

    assert moment_at(wall) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moment_at(wall, later=True) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_time_that_never_comes_is_as_the_old_time_would_have_had_it():
    for later in (False, True):
        assert wall_time(moment_at(datetime(2026, 3, 29, 2, 30), later=later)) == datetime(2026, 3, 29, 3, 30)


@pytest.mark.parametrize(
    ("wall", "months", "then"),
    [
        ((2026, 3, 3, 8, 0), 6, (2026, 9, 3, 8, 0)),
        ((2026, 8, 31, 8, 0), 6, (2027, 2, 28, 8, 0)),
        ((2027, 8, 31, 8, 0), 6, (2028, 2, 29, 8, 0)),
        ((2026, 12, 15, 8, 0), 1, (2027, 1, 15, 8, 0)),
        ((2026, 12, 31, 8, 0), 24, (2028, 12, 31, 8, 0)),
        # In the hour that never comes there.
        ((2026, 2, 28, 2, 30), 1, (2026, 3, 28, 2, 30)),
        ((2025, 9, 29, 2, 30), 6, (2026, 3, 29, 3, 30)),
    ],
)
def test_months_are_counted_as_people_do(wall, months, then):
    start = datetime(*wall, tzinfo=TIME_ZONE)

    assert wall_time(months_after(start, months)) == datetime(*then)
