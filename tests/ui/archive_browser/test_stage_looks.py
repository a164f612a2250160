"""Where an article stands, as the list shows it."""

from datetime import UTC, datetime, timedelta

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.workflow import LiveSide, State
from ui.archive_browser.stage_looks import look_of
from ui.widgets.tone import Tone

NOON = datetime(2026, 3, 1, 11, tzinfo=UTC)
LATER, EARLIER = NOON + timedelta(days=2), NOON - timedelta(days=2)
DRAFT, IN_REVIEW, APPROVED = State
NOT_PUBLISHED, LIVE, WITHDRAWN = LiveSide


def look(state, live, **more):
    return look_of(
        ArticleSummary("1", "Bron", Kind.NEWS, "sv", "", state, live, None, NOON, "Ada", **more), NOON
    )


def test_a_day_is_written_as_in_the_rest_of_the_list():
    assert look(APPROVED, LIVE, begins_at=LATER).words == "Planned 3 Mar"
    assert look(DRAFT, LIVE).words == "Published · being changed"


def test_what_waits_for_somebody_stands_out():
    assert look(IN_REVIEW, LIVE).tone is Tone.WARNING
    assert look(APPROVED, NOT_PUBLISHED).tone is Tone.WARNING
    assert look(DRAFT, LIVE).tone is Tone.SUCCESS


def test_what_looks_alike_has_another_icon():
    icons = [look(APPROVED, LIVE), look(DRAFT, LIVE), look(IN_REVIEW, LIVE), look(APPROVED, WITHDRAWN)]

    assert len({one.icon for one in icons}) == 4
