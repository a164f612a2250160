"""Where an article stands, in the words of an editor: what the website shows, and what is under way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from editor_app.desk.values import ArticleSummary
from editor_app.domain.words import LIVE_WORDS, STATE_WORDS
from editor_app.domain.workflow import LiveSide, State
from editor_app.translation import N_, _


class OnSite(Enum):
    """What the website shows of an article."""

    NOTHING_YET = auto()
    PLANNED = auto()
    THERE = auto()
    TAKEN_DOWN = auto()
    WITHDRAWN = auto()


@dataclass(frozen=True)
class Stage:
    """What the website shows, and the work that is under way beside it, None for none.

    `moment` is when what is PLANNED appears, and when what is TAKEN_DOWN left.
    """

    on_site: OnSite
    work: State | None
    moment: datetime | None = None


NOT_PUBLISHED = N_("Approved, not published")
_AT_THE_DESK: Mapping[State | None, str] = {
    State.DRAFT: STATE_WORDS[State.DRAFT],
    State.IN_REVIEW: STATE_WORDS[State.IN_REVIEW],
    State.APPROVED: NOT_PUBLISHED,
}
_ON_SITE: Mapping[OnSite, str] = {
    OnSite.PLANNED: N_("Planned {date}"),
    OnSite.THERE: LIVE_WORDS[LiveSide.LIVE],
    OnSite.TAKEN_DOWN: N_("Taken down {date}"),
    OnSite.WITHDRAWN: LIVE_WORDS[LiveSide.WITHDRAWN],
}
_WORK: Mapping[State, str] = {
    State.DRAFT: N_("being changed"),
    State.IN_REVIEW: N_("waits for approval"),
    State.APPROVED: N_("change approved"),
}


def stage_of(summary: ArticleSummary, now: datetime) -> Stage:
    """Return where the article stands at `now`."""
    if summary.live is LiveSide.NOT_PUBLISHED:
        return Stage(OnSite.NOTHING_YET, summary.state)
    is_done = summary.state is State.APPROVED and not summary.has_approved_change
    work = None if is_done else summary.state
    if summary.live is LiveSide.WITHDRAWN:
        return Stage(OnSite.WITHDRAWN, work)
    if summary.ends_at is not None and summary.ends_at <= now:
        return Stage(OnSite.TAKEN_DOWN, work, summary.ends_at)
    if summary.begins_at is not None and summary.begins_at > now:
        return Stage(OnSite.PLANNED, work, summary.begins_at)
    return Stage(OnSite.THERE, work)


def stage_words(stage: Stage, say_day: Callable[[datetime], str]) -> str:
    """Return the words for `stage`; `say_day` writes the days in them."""
    if stage.on_site is OnSite.NOTHING_YET:
        return _(_AT_THE_DESK[stage.work])
    day = "" if stage.moment is None else say_day(stage.moment)
    page = _(_ON_SITE[stage.on_site]).format(date=day)
    if stage.work is None:
        return page
    return _("{page} · {change}").format(page=page, change=_(_WORK[stage.work]))
