"""Where an article stands, in words, and what comes next."""

from dataclasses import dataclass
from enum import StrEnum

from editor_app.desk.values import WorkingCopy
from editor_app.domain.workflow import State
from editor_app.translation import _
from ui.widgets.date_words import date_text
from ui.widgets.tone import Tone


class Step(StrEnum):
    """What a person can do next."""

    SUBMIT = "submit"
    APPROVE = "approve"
    EXPORT = "export"


@dataclass(frozen=True)
class Standing:
    """`words` say the state, `aside` what the reader's page shows meanwhile; `step` is the next one."""

    tone: Tone
    icon: str
    words: str
    aside: str
    step: Step


def standing_of(copy: WorkingCopy) -> Standing:
    """Return where `copy` stands."""
    if copy.state is State.IN_REVIEW:
        words = _("In review – submitted by {name}").format(name=copy.submitted_by)
        return Standing(Tone.INFO, "eye", words, _live_aside(copy), Step.APPROVE)
    if copy.approval is not None:
        words = _("Approved by {name} on {date}").format(
            name=copy.approval.approved_by, date=date_text(copy.approval.approved_at)
        )
        return Standing(Tone.SUCCESS, "circle-check", words, "", Step.EXPORT)
    return Standing(Tone.NEUTRAL, "pencil", _("Draft"), _live_aside(copy), Step.SUBMIT)


def step_name(step: Step) -> str:
    """Return what the button of `step` says."""
    return {
        Step.SUBMIT: _("Submit for approval"),
        Step.APPROVE: _("Approve…"),
        Step.EXPORT: _("Export…"),
    }[step]


def _live_aside(copy: WorkingCopy) -> str:
    if copy.live is None:
        return ""
    return _("The live page stays as approved {date} until the next approval").format(
        date=date_text(copy.live.approved_at)
    )
