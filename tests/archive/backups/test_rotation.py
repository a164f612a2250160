"""Which backups stay: the newest of the newest days, weeks and months."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from editor_app.archive.backups.rotation import Rotation, superseded

moments = st.lists(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)), max_size=40
)


def days_back(*numbers):
    newest = datetime(2026, 11, 23, 12, tzinfo=UTC)
    return [newest - timedelta(days=number) for number in numbers]


def kept(made, rotation):
    return sorted(set(made) - superseded(made, rotation), reverse=True)


def test_each_of_the_newest_days_keeps_its_newest():
    made = days_back(0, 0.1, 0.2, 1, 2, 3)

    assert kept(made, Rotation(days=3, weeks=0, months=0)) == days_back(0, 1, 2)


def test_days_without_a_backup_do_not_count():
    made = days_back(0, 30, 60)

    assert kept(made, Rotation(days=3, weeks=0, months=0)) == made


def test_older_weeks_and_months_keep_one_each():
    made = days_back(*range(400))

    stay = kept(made, Rotation())

    # Seven days, of which the newest also stands for its week and month; then weeks and months.
    assert stay[:7] == days_back(*range(7))
    weeks_ago = [(made[0].date() - moment.date()).days for moment in stay[7:]]
    assert weeks_ago[:2] == [8, 15]
    assert len({(moment.year, moment.month) for moment in stay}) == 12
    assert len(stay) <= 7 + 4 + 12


def test_the_day_is_that_of_swedish_clocks():
    late, early = datetime(2026, 7, 1, 21, 30, tzinfo=UTC), datetime(2026, 7, 1, 22, 30, tzinfo=UTC)

    assert kept([late, early], Rotation(days=2, weeks=0, months=0)) == [early, late]
    assert kept([early, early + timedelta(hours=1)], Rotation(days=2, weeks=0, months=0)) == [
        early + timedelta(hours=1)
    ]


@given(moments)
def test_the_newest_always_stays_and_few_do(made):
    stay = kept(made, Rotation())

    assert stay[:1] == sorted(made, reverse=True)[:1]
    assert len(stay) <= 7 + 4 + 12


@given(moments)
def test_to_thin_out_twice_removes_nothing_more(made):
    stay = kept(made, Rotation())

    assert superseded(stay, Rotation()) == frozenset()


@given(moments, st.datetimes(datetime(2027, 1, 2), datetime(2028, 1, 1), timezones=st.just(UTC)))
def test_day_by_day_the_same_stay_as_all_at_once(made, later):
    made = sorted(set(made))
    one_by_one: list[datetime] = []
    for moment in made:
        one_by_one = sorted(kept([*one_by_one, moment], Rotation()))

    # What is gone can only have been superseded then too: the newest seven days are the same.
    assert one_by_one[-1:] == made[-1:]
    assert set(kept(made, Rotation(7, 0, 0))) <= set(one_by_one)
