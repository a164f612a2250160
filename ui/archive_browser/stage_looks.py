"""Where an article stands, as the list shows it: in words, and in an icon and a tone for who only glances."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from editor_app.desk.stages import OnSite, Stage, stage_of, stage_words
from editor_app.desk.values import ArticleSummary
from editor_app.domain.workflow import State
from ui.widgets.date_words import short_date
from ui.widgets.tone import Tone


@dataclass(frozen=True)
class StageLook:
    """`words` say it, `icon` and `tone` say the same to who only glances."""

    words: str
    icon: str
    tone: Tone


_WORK_ICONS: Mapping[State, str] = {
    State.DRAFT: "pencil",
    State.IN_REVIEW: "eye",
    State.APPROVED: "circle-check",
}
_SITE_ICONS: Mapping[OnSite, str] = {
    OnSite.PLANNED: "calendar",
    OnSite.THERE: "world-upload",
    OnSite.TAKEN_DOWN: "history",
    OnSite.WITHDRAWN: "square-x",
}
_TONES: Mapping[OnSite, Tone] = {
    OnSite.NOTHING_YET: Tone.NEUTRAL,
    OnSite.PLANNED: Tone.SUCCESS,
    OnSite.THERE: Tone.SUCCESS,
    OnSite.TAKEN_DOWN: Tone.NEUTRAL,
    OnSite.WITHDRAWN: Tone.NEUTRAL,
}


def look_of(summary: ArticleSummary, now: datetime) -> StageLook:
    """Return how the list shows where the article stands at `now`."""
    stage = stage_of(summary, now)
    words = stage_words(stage, lambda moment: short_date(moment, now))
    icon = _SITE_ICONS[stage.on_site] if stage.work is None else _WORK_ICONS[stage.work]
    return StageLook(words, icon, Tone.WARNING if _waits(stage) else _TONES[stage.on_site])


def _waits(stage: Stage) -> bool:
    """Tell whether somebody has to approve, or to publish what never was."""
    is_unpublished = stage.on_site is OnSite.NOTHING_YET and stage.work is State.APPROVED
    return stage.work is State.IN_REVIEW or is_unpublished
