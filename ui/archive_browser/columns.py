"""The columns of the archive's table, and an article in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article_query import SortKey
from editor_app.domain.languages import LANGUAGE_WORDS
from editor_app.domain.words import KIND_WORDS
from editor_app.translation import N_, _
from ui.archive_browser.stage_looks import look_of
from ui.widgets.date_words import short_date


@dataclass(frozen=True)
class Column:
    """One column: `width` is in average letters, `icon` gives the name of a drawing before the text."""

    heading: str
    width: int
    text: Callable[[ArticleSummary, datetime], str]
    sort: SortKey | None = None
    icon: Callable[[ArticleSummary, datetime], str] | None = None
    is_shown_first: bool = True


def title_of(summary: ArticleSummary) -> str:
    """Return the article's title, or what stands for one that has none."""
    return summary.title.strip() or _("No title yet")


def spoken_line(summary: ArticleSummary, now: datetime) -> str:
    """Return where the article stands, as a screen reader says it after the title."""
    parts = (look_of(summary, now).words, summary.category, short_date(summary.updated_at, now))
    return ", ".join(part for part in parts if part)


def _moment(moment: datetime | None, now: datetime) -> str:
    return "" if moment is None else short_date(moment, now)


COLUMNS: tuple[Column, ...] = (
    Column(N_("Title"), 46, lambda summary, _now: title_of(summary), SortKey.TITLE),
    Column(
        N_("State"),
        32,
        lambda summary, now: look_of(summary, now).words,
        SortKey.STATE,
        lambda summary, now: look_of(summary, now).icon,
    ),
    Column(N_("Category"), 26, lambda summary, _now: summary.category, SortKey.CATEGORY),
    Column(N_("Changed"), 15, lambda summary, now: short_date(summary.updated_at, now), SortKey.CHANGED),
    Column(N_("Changed by"), 20, lambda summary, _now: summary.updated_by, SortKey.PERSON),
    Column(N_("Kind"), 21, lambda summary, _now: _(KIND_WORDS[summary.kind]), SortKey.KIND),
    Column(N_("Contact"), 26, lambda summary, _now: ", ".join(summary.contacts)),
    Column(N_("Publish date"), 18, lambda summary, now: _moment(summary.publish_at, now), SortKey.PUBLISHED),
    Column(
        N_("Take down"),
        16,
        lambda summary, now: _moment(summary.ends_at, now),
        SortKey.TAKE_DOWN,
        is_shown_first=False,
    ),
    Column(
        N_("Language"),
        16,
        lambda summary, _now: _(LANGUAGE_WORDS.get(summary.language, summary.language)),
        SortKey.LANGUAGE,
        is_shown_first=False,
    ),
)
