"""When a page is public, and which dates it shows."""

from datetime import UTC, datetime

import msgspec
import pytest

from editor_app.domain.article import Article
from editor_app.domain.publication import Publication
from editor_app.domain.revision import take_snapshot

APPROVED = datetime(2026, 3, 10, 12, tzinfo=UTC)


def publication(**changes) -> Publication:
    return Publication(take_snapshot(Article(id="a1", **changes), None, ()), "hash", APPROVED, APPROVED)


@pytest.mark.parametrize(
    ("field", "hour", "public"),
    [
        ("publish_at", 13, False),
        ("publish_at", 12, True),
        ("embargo_until", 13, False),
        ("embargo_until", 11, True),
        ("unpublish_at", 12, False),
        ("unpublish_at", 13, True),
    ],
)
def test_times_decide_whether_a_page_is_public(field, hour, public):
    timed = publication(**{field: datetime(2026, 3, 10, hour, tzinfo=UTC)})

    assert timed.is_public(APPROVED) is public


def test_a_page_without_a_date_of_its_own_takes_the_day_of_its_first_approval():
    corrected = msgspec.structs.replace(publication(), released_at=datetime(2026, 4, 1, tzinfo=UTC))

    assert corrected.published_at == APPROVED
    assert corrected.updated_at == datetime(2026, 4, 1, tzinfo=UTC)


def test_a_page_approved_once_has_not_been_updated():
    assert publication().updated_at is None
