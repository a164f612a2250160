"""When what left the website need no longer be kept."""

from datetime import date

from editor_app.domain.retention import due_on


def test_it_is_the_same_day_so_many_years_later():
    assert due_on(date(2026, 3, 2), 5) == date(2031, 3, 2)


def test_a_leap_day_is_over_on_the_first_of_march():
    assert due_on(date(2024, 2, 29), 1) == date(2025, 3, 1)
    assert due_on(date(2024, 2, 29), 4) == date(2028, 2, 29)
