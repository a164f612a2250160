"""What the clock alone does to one page."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from editor_app.domain.article import Article
from editor_app.domain.due import Happening, happenings
from editor_app.domain.publication import Publication
from editor_app.domain.revision import take_snapshot

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def at(hours):
    return NOON + timedelta(hours=hours)


def published(number, released, **times):
    snapshot = take_snapshot(Article("1", title=f"Bro {number}"), None, ())
    moments = {name: at(hours) for name, hours in times.items()}
    return Publication(msgspec.structs.replace(snapshot, **moments), str(number), at(released), at(-48))


def found(*revisions, after=0.0, until=None):
    ends = None if until is None else at(until)
    return [
        (one.what, (one.at - NOON) / timedelta(hours=1), one.title)
        for one in happenings(revisions, at(after), ends)
    ]


APPEARS, CHANGES, TAKEN_DOWN, *_OF_NOTICES = Happening


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ({}, []),
        ({"publish_at": -2}, []),
        ({"publish_at": 2}, [(APPEARS, 2, "Bro 1")]),
        ({"publish_at": 2, "embargo_until": 3}, [(APPEARS, 3, "Bro 1")]),
        ({"unpublish_at": 4}, [(TAKEN_DOWN, 4, "Bro 1")]),
        ({"publish_at": 2, "unpublish_at": 4}, [(APPEARS, 2, "Bro 1"), (TAKEN_DOWN, 4, "Bro 1")]),
        ({"unpublish_at": -1}, []),
    ],
)
def test_a_page_appears_and_is_taken_down_at_its_times(times, expected):
    assert found(published(1, -24, **times)) == expected


def test_what_waits_takes_the_place_of_the_older_page_at_its_time():
    older = published(1, -24)

    assert found(published(2, -1, publish_at=2), older) == [(CHANGES, 2, "Bro 2")]


def test_the_older_page_may_be_taken_down_before_the_next_appears():
    older = published(1, -24, unpublish_at=1)

    assert found(published(2, -1, publish_at=2), older) == [(TAKEN_DOWN, 1, "Bro 1"), (APPEARS, 2, "Bro 2")]


def test_only_what_lies_after_the_one_and_up_to_the_other_time_is_told():
    page = published(1, -24, publish_at=2, unpublish_at=4)

    assert found(page, after=2, until=4) == [(TAKEN_DOWN, 4, "Bro 1")]
    assert found(page, after=1.9, until=3.9) == [(APPEARS, 2, "Bro 1")]


def test_what_was_so_when_it_was_published_does_not_happen_by_the_clock():
    assert found(published(1, 3, publish_at=2), after=0) == []
