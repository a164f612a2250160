"""Articles as text for people."""

from datetime import UTC, datetime

from editor_app.command_line.article_text import summary_lines
from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.workflow import State


def test_the_day_is_the_swedish_one_wherever_the_machine_stands():
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    article = ArticleSummary("a1", "Ny bro", Kind.NEWS, "sv", "", State.DRAFT, False, None, late, "Ada")

    assert summary_lines([article]) == ["a1  Draft  2026-03-03  Ny bro"]
