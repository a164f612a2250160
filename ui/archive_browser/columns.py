"""The columns of the archive's table, and an article in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from editor_app.desk.values import ArticleSummary
from editor_app.domain.languages import LANGUAGE_WORDS
from editor_app.domain.words import KIND_WORDS, LIVE_WORDS, STATE_WORDS
from editor_app.domain.workflow import LiveSide
from editor_app.translation import N_, _
from ui.widgets.date_words import short_date


@dataclass(frozen=True)
class Column:
    """One column: `name` is what settings and sorting call it, `width` is in average letters."""

    name: str
    heading: str
    width: int
    text: Callable[[ArticleSummary, datetime], str]
    is_shown_first: bool = True


def title_of(summary: ArticleSummary) -> str:
    """Return the article's title, or what stands for one that has none."""
    return summary.title.strip() or _("No title yet")


def spoken_line(summary: ArticleSummary, now: datetime) -> str:
    """Return where the article stands, as a screen reader says it after the title."""
    live = _(LIVE_WORDS[summary.live]) if summary.live is not LiveSide.NOT_PUBLISHED else ""
    parts = (_(STATE_WORDS[summary.state]), summary.category, short_date(summary.updated_at, now), live)
    return ", ".join(part for part in parts if part)


def _moment(moment: datetime | None, now: datetime) -> str:
    return "" if moment is None else short_date(moment, now)


COLUMNS: tuple[Column, ...] = (
    Column("title", N_("Title"), 44, lambda summary, _now: title_of(summary)),
    Column("kind", N_("Kind"), 16, lambda summary, _now: _(KIND_WORDS[summary.kind])),
    Column("state", N_("State"), 14, lambda summary, _now: _(STATE_WORDS[summary.state])),
    Column("category", N_("Category"), 20, lambda summary, _now: summary.category),
    Column(
        "language",
        N_("Language"),
        12,
        lambda summary, _now: _(LANGUAGE_WORDS.get(summary.language, summary.language)),
        is_shown_first=False,
    ),
    Column("changed", N_("Changed"), 14, lambda summary, now: short_date(summary.updated_at, now)),
    Column("by", N_("By"), 16, lambda summary, _now: summary.updated_by),
    Column("publish_at", N_("Publish date"), 14, lambda summary, now: _moment(summary.publish_at, now)),
)
