"""When pages appear and are taken down."""

from datetime import UTC, datetime

import pytest

from editor_app.domain.article import Article, Kind
from editor_app.domain.schedule import take_down_at, times_conflict

NOW = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 4, 30, 6, 0, tzinfo=UTC)
LAST = datetime(2026, 5, 30, 6, 0, tzinfo=UTC)
RULES = {Kind.NEWS: 6, Kind.INFORMATION: 0}


@pytest.mark.parametrize(
    ("fields", "then"),
    [
        ({}, datetime(2026, 9, 2, 22, 0, tzinfo=UTC)),
        ({"publish_at": LATER}, datetime(2026, 10, 29, 23, 0, tzinfo=UTC)),
        ({"embargo_until": LATER}, datetime(2026, 10, 29, 23, 0, tzinfo=UTC)),
        ({"publish_at": datetime(2024, 2, 26, tzinfo=UTC)}, datetime(2026, 9, 2, 22, 0, tzinfo=UTC)),
        ({"unpublish_at": LATER}, LATER),
        ({"stays_online": True}, None),
        ({"kind": Kind.INFORMATION}, None),
        ({"kind": Kind.CRISIS}, None),
    ],
)
def test_an_article_is_taken_down_when_it_says_so_or_else_by_the_rule_for_its_kind(fields, then):
    assert take_down_at(Article("1", **fields), RULES, NOW) == then


@pytest.mark.parametrize(
    ("fields", "conflict"),
    [
        ({}, False),
        ({"publish_at": NOW, "embargo_until": LATER}, True),
        ({"publish_at": NOW, "embargo_until": NOW}, False),
        ({"publish_at": LATER, "embargo_until": NOW}, False),
        ({"publish_at": NOW, "unpublish_at": LATER}, False),
        ({"publish_at": LATER, "unpublish_at": LATER}, True),
        ({"publish_at": LATER, "unpublish_at": NOW}, True),
        ({"embargo_until": LATER, "unpublish_at": NOW}, True),
        ({"unpublish_at": NOW}, False),
        ({"publish_at": NOW, "embargo_until": NOW, "unpublish_at": LAST}, False),
    ],
)
def test_a_page_appears_after_the_embargo_and_before_it_is_taken_down(fields, conflict):
    assert times_conflict(Article("1", **fields)) is conflict
