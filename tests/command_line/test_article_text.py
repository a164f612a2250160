"""Articles as text for people."""

from datetime import UTC, datetime, timedelta

from editor_app.command_line.article_text import summary_lines
from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.workflow import LiveSide, State

DAY = timedelta(days=1)


def test_the_day_is_the_swedish_one_wherever_the_machine_stands():
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    article = ArticleSummary(
        "a1", "Ny bro", Kind.NEWS, "sv", "", State.DRAFT, LiveSide.NOT_PUBLISHED, None, late, "Ada"
    )

    assert summary_lines([article], late) == ["a1  Draft  2026-03-03  Ny bro"]


def test_a_line_tells_where_the_article_stands_as_the_window_does():
    now = datetime(2026, 3, 2, 12, tzinfo=UTC)
    planned = ArticleSummary(
        "a1", "Ny bro", Kind.NEWS, "sv", "", State.DRAFT, LiveSide.LIVE, None, now, "Ada", begins_at=now + DAY
    )

    assert summary_lines([planned], now) == ["a1  Planned 2026-03-03 · being changed  2026-03-02  Ny bro"]
