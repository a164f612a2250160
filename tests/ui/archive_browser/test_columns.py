"""What the columns of the archive say."""

from datetime import UTC, datetime, timedelta

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.workflow import LiveSide, State
from ui.archive_browser.columns import live_words

NOON = datetime(2026, 9, 3, 10, tzinfo=UTC)


def live_until(ends_at):
    return ArticleSummary(
        "1", "Bron", Kind.NEWS, "sv", "", State.APPROVED, LiveSide.LIVE, None, NOON, "Ada", ends_at=ends_at
    )


def test_a_page_that_was_taken_down_by_its_own_time_is_not_called_published():
    assert live_words(live_until(NOON), NOON + timedelta(days=2)) == "Taken down as planned 3 Sep"
    assert live_words(live_until(NOON), NOON - timedelta(days=2)) == "Published"
    assert live_words(live_until(None), NOON) == "Published"
