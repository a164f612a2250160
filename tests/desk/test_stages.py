"""Where an article stands, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from editor_app.desk.stages import stage_of, stage_words
from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.workflow import LiveSide, State
from editor_app.translation import use_language

NOON = datetime(2026, 3, 1, 11, tzinfo=UTC)
LATER, EARLIER = NOON + timedelta(days=2), NOON - timedelta(days=2)
DRAFT, IN_REVIEW, APPROVED = State
NOT_PUBLISHED, LIVE, WITHDRAWN = LiveSide


def words(state, live, **more):
    summary = ArticleSummary("1", "Bron", Kind.NEWS, "sv", "", state, live, None, NOON, "Ada", **more)
    return stage_words(stage_of(summary, NOON), lambda moment: f"{moment:%d/%m}")


@pytest.fixture
def swedish():
    use_language("sv")
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("state", "live", "more", "said"),
    [
        (DRAFT, NOT_PUBLISHED, {}, "Utkast"),
        (IN_REVIEW, NOT_PUBLISHED, {}, "Granskas"),
        (APPROVED, NOT_PUBLISHED, {}, "Godkänd, inte publicerad"),
        (APPROVED, LIVE, {}, "Publicerad"),
        (APPROVED, LIVE, {"begins_at": EARLIER, "ends_at": LATER}, "Publicerad"),
        (DRAFT, LIVE, {}, "Publicerad · ändras"),
        (IN_REVIEW, LIVE, {}, "Publicerad · väntar på godkännande"),
        (APPROVED, LIVE, {"has_approved_change": True}, "Publicerad · ändringen godkänd"),
        (APPROVED, LIVE, {"begins_at": LATER}, "Planerad 03/03"),
        (DRAFT, LIVE, {"begins_at": LATER}, "Planerad 03/03 · ändras"),
        (APPROVED, LIVE, {"ends_at": NOON - timedelta(days=20)}, "Nedtagen 09/02"),
        (APPROVED, WITHDRAWN, {}, "Tillbakadragen"),
        (DRAFT, WITHDRAWN, {}, "Tillbakadragen · ändras"),
    ],
)
def test_it_says_what_the_website_shows_and_what_is_under_way(swedish, state, live, more, said):
    assert words(state, live, **more) == said
