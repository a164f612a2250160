"""Where an article stands, as the list says it."""

from datetime import UTC, datetime, timedelta

import pytest

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.workflow import LiveSide, State
from editor_app.translation import use_language
from ui.archive_browser.stages import stage_of
from ui.widgets.tone import Tone

NOON = datetime(2026, 3, 1, 11, tzinfo=UTC)
LATER, EARLIER = NOON + timedelta(days=2), NOON - timedelta(days=2)
DRAFT, IN_REVIEW, APPROVED = State
NOT_PUBLISHED, LIVE, WITHDRAWN = LiveSide


def stage(state, live, **more):
    return stage_of(
        ArticleSummary("1", "Bron", Kind.NEWS, "sv", "", state, live, None, NOON, "Ada", **more), NOON
    )


@pytest.fixture
def swedish():
    use_language("sv")
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("state", "live", "more", "words"),
    [
        (DRAFT, NOT_PUBLISHED, {}, "Utkast"),
        (IN_REVIEW, NOT_PUBLISHED, {}, "Granskas"),
        (APPROVED, NOT_PUBLISHED, {}, "Godkänd, inte publicerad"),
        (APPROVED, LIVE, {}, "Publicerad"),
        (APPROVED, LIVE, {"begins_at": EARLIER, "ends_at": LATER}, "Publicerad"),
        (DRAFT, LIVE, {}, "Publicerad · ändras"),
        (IN_REVIEW, LIVE, {}, "Publicerad · väntar på godkännande"),
        (APPROVED, LIVE, {"has_approved_change": True}, "Publicerad · ändringen godkänd"),
        (APPROVED, LIVE, {"begins_at": LATER}, "Planerad 3 mars"),
        (DRAFT, LIVE, {"begins_at": LATER}, "Planerad 3 mars · ändras"),
        (APPROVED, LIVE, {"ends_at": NOON - timedelta(days=20)}, "Nedtagen 9 feb."),
        (APPROVED, WITHDRAWN, {}, "Tillbakadragen"),
        (DRAFT, WITHDRAWN, {}, "Tillbakadragen · ändras"),
    ],
)
def test_the_list_says_what_the_website_shows_and_what_is_under_way(swedish, state, live, more, words):
    assert stage(state, live, **more).words == words


def test_what_waits_for_somebody_stands_out():
    assert stage(IN_REVIEW, LIVE).tone is Tone.WARNING
    assert stage(APPROVED, NOT_PUBLISHED).tone is Tone.WARNING
    assert stage(DRAFT, LIVE).tone is Tone.SUCCESS


def test_what_looks_alike_has_another_icon():
    icons = [stage(APPROVED, LIVE), stage(DRAFT, LIVE), stage(IN_REVIEW, LIVE), stage(APPROVED, WITHDRAWN)]

    assert len({one.icon for one in icons}) == 4
