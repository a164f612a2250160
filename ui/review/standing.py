"""Where both sides of an article stand, in words, and what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from editor_app.desk.values import LiveRevision, PresentApproval, WorkingCopy
from editor_app.domain.comment import Comment
from editor_app.domain.policy import Approvers
from editor_app.domain.withdrawal import Withdrawal
from editor_app.domain.words import WITHDRAWAL_WORDS
from editor_app.domain.workflow import State
from editor_app.translation import N_, _
from ui.review.writers import alternatives, writers
from ui.widgets.date_words import clock_text, date_text, short_date
from ui.widgets.tone import Tone


class Step(StrEnum):
    """What a person can do next; the values are the names of the window's actions."""

    SUBMIT = "submit"
    APPROVE = "approve"
    PUBLISH = "publish"
    EXPORT = "export"


@dataclass(frozen=True)
class Standing:
    """`words` say where the working copy stands, `aside` where the website does; `step` is the next one."""

    tone: Tone
    icon: str
    words: str
    aside: str
    step: Step


STEP_WORDS: Mapping[Step, str] = {
    Step.SUBMIT: N_("Submit for approval"),
    Step.APPROVE: N_("Approve…"),
    Step.PUBLISH: N_("Publish"),
    Step.EXPORT: N_("Export…"),
}


def standing_of(
    copy: WorkingCopy, now: datetime, approvers: Approvers, returned: Comment | None = None
) -> Standing:
    """Return where `copy` stands at `now`, of a draft that was sent back with what is asked in `returned`."""
    if copy.state is State.IN_REVIEW:
        words = _("In review – submitted by {name}").format(name=copy.submitted_by)
        aside = _joined(_website_aside(copy, now), _who_approves(copy, approvers))
        return Standing(Tone.INFO, "eye", words, aside, Step.APPROVE)
    if copy.approval is not None:
        return _approved(copy, copy.approval, now)
    if returned is not None:
        words = _("Draft – sent back by {name} {time}").format(
            name=returned.written_by, time=short_date(returned.written_at, now)
        )
        return Standing(Tone.WARNING, "message", words, _website_aside(copy, now), Step.SUBMIT)
    return Standing(Tone.NEUTRAL, "pencil", _("Draft"), _website_aside(copy, now), Step.SUBMIT)


def _who_approves(copy: WorkingCopy, approvers: Approvers) -> str:
    if approvers is Approvers.ONE_PERSON:
        return ""
    return _("To be approved by somebody other than {names}").format(names=alternatives(writers(copy)))


def step_name(copy: WorkingCopy, step: Step) -> str:
    """Return what the button of `step` says for `copy`."""
    return publish_words(copy) if step is Step.PUBLISH else _(STEP_WORDS[step])


def publish_words(copy: WorkingCopy) -> str:
    """Return what to publish `copy` is called: what was withdrawn is published again."""
    return _("Publish again") if copy.withdrawal is not None else _("Publish")


def _approved(copy: WorkingCopy, approval: PresentApproval, now: datetime) -> Standing:
    forced = _forced(approval.forced_reason)
    if copy.withdrawal is not None:
        words, aside = withdrawn_words(copy.withdrawal), _("The text is approved by {name}")
        aside = aside.format(name=approval.approved_by)
        return Standing(Tone.WARNING, "square-x", words, _joined(aside, forced), Step.PUBLISH)
    if copy.has_news:
        words = _("Approved by {name} – not published").format(name=approval.approved_by)
        aside = _live_aside(copy, now) if copy.live is not None else ""
        return Standing(Tone.INFO, "circle-check", words, _joined(aside, forced), Step.PUBLISH)
    words = _("Approved by {name} on {date}").format(
        name=approval.approved_by, date=date_text(approval.approved_at)
    )
    return Standing(
        Tone.SUCCESS, "circle-check", words, _joined(_published_aside(copy, now), forced), Step.EXPORT
    )


def withdrawn_words(withdrawal: Withdrawal) -> str:
    """Return who withdrew an article, when, and why."""
    return _("Withdrawn by {name} on {date} – {reason}").format(
        name=withdrawal.withdrawn_by,
        date=date_text(withdrawal.withdrawn_at),
        reason=_(WITHDRAWAL_WORDS[withdrawal.reason]),
    )


def _website_aside(copy: WorkingCopy, now: datetime) -> str:
    if copy.withdrawal is not None:
        return withdrawn_words(copy.withdrawal)
    return _live_aside(copy, now) if copy.live is not None else _("Not published")


def _live_aside(copy: WorkingCopy, now: datetime) -> str:
    if copy.live is None:
        return ""
    taken_down = _taken_down(copy.live, now)
    if taken_down:
        return taken_down
    if copy.live.begins_at is not None and copy.live.begins_at > now:
        return _("The text that is published appears on {date} at {time}").format(
            date=date_text(copy.live.begins_at), time=clock_text(copy.live.begins_at)
        )
    return _("The text published on {date} stays until this one is published").format(
        date=date_text(copy.live.published_at)
    )


def _published_aside(copy: WorkingCopy, now: datetime) -> str:
    if copy.live is None:
        return ""
    taken_down = _taken_down(copy.live, now)
    if taken_down:
        return taken_down
    if copy.live.begins_at is not None and copy.live.begins_at > now:
        return _("Appears on {date} at {time}").format(
            date=date_text(copy.live.begins_at), time=clock_text(copy.live.begins_at)
        )
    return _("Published by {name} on {date}").format(
        name=copy.live.published_by, date=date_text(copy.live.published_at)
    )


def _taken_down(live: LiveRevision, now: datetime) -> str:
    """Return since when the page is no longer there, empty while it is."""
    if live.ends_at is None or live.ends_at > now:
        return ""
    return _("Taken down as planned on {date}").format(date=date_text(live.ends_at))


def _forced(reason: str) -> str:
    return _("Forced approval: {reason}").format(reason=reason) if reason else ""


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
