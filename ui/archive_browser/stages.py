"""Where an article stands, in the words of an editor: what the website shows, and what is under way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from editor_app.desk.values import ArticleSummary
from editor_app.domain.words import LIVE_WORDS, STATE_WORDS
from editor_app.domain.workflow import LiveSide, State
from editor_app.translation import N_, _
from ui.widgets.date_words import short_date
from ui.widgets.tone import Tone


@dataclass(frozen=True)
class Stage:
    """`words` say it, `icon` and `tone` say the same to who only glances."""

    words: str
    icon: str
    tone: Tone


NOT_PUBLISHED = N_("Approved, not published")
# What is under way beside the page, with its icon.
_CHANGES: Mapping[State, tuple[str, str]] = {
    State.DRAFT: (N_("being changed"), "pencil"),
    State.IN_REVIEW: (N_("waits for approval"), "eye"),
    State.APPROVED: (N_("change approved"), "circle-check"),
}


def stage_of(summary: ArticleSummary, now: datetime) -> Stage:
    """Return where the article stands at `now`."""
    if summary.live is LiveSide.NOT_PUBLISHED:
        return _at_the_desk(summary.state)
    page = _page(summary, now)
    if summary.state is State.APPROVED and not summary.has_approved_change:
        return page
    change, name = _CHANGES[summary.state]
    words = _("{page} · {change}").format(page=page.words, change=_(change))
    return Stage(words, name, Tone.WARNING if summary.state is State.IN_REVIEW else page.tone)


def _at_the_desk(state: State) -> Stage:
    if state is State.DRAFT:
        return Stage(_(STATE_WORDS[state]), "pencil", Tone.NEUTRAL)
    if state is State.IN_REVIEW:
        return Stage(_(STATE_WORDS[state]), "eye", Tone.WARNING)
    return Stage(_(NOT_PUBLISHED), "circle-check", Tone.WARNING)


def _page(summary: ArticleSummary, now: datetime) -> Stage:
    if summary.live is LiveSide.WITHDRAWN:
        return Stage(_(LIVE_WORDS[summary.live]), "square-x", Tone.NEUTRAL)
    if summary.ends_at is not None and summary.ends_at <= now:
        words = _("Taken down {date}").format(date=short_date(summary.ends_at, now))
        return Stage(words, "history", Tone.NEUTRAL)
    if summary.begins_at is not None and summary.begins_at > now:
        words = _("Planned {date}").format(date=short_date(summary.begins_at, now))
        return Stage(words, "calendar", Tone.SUCCESS)
    return Stage(_(LIVE_WORDS[summary.live]), "world-upload", Tone.SUCCESS)
