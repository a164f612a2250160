"""The words for kinds, states, occasions and reasons, translated where they are said."""

from collections.abc import Mapping

from editor_app.domain.article import Kind
from editor_app.domain.revision import Occasion
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import LiveSide, State
from editor_app.translation import N_

KIND_WORDS: Mapping[Kind, str] = {
    Kind.NEWS: N_("News"),
    Kind.PRESS_RELEASE: N_("Press release"),
    Kind.INFORMATION: N_("Information"),
    Kind.SERVICE_NOTICE: N_("Service notice"),
    Kind.CRISIS: N_("Crisis information"),
}
STATE_WORDS: Mapping[State, str] = {
    State.DRAFT: N_("Draft"),
    State.IN_REVIEW: N_("In review"),
    State.APPROVED: N_("Approved"),
}
LIVE_WORDS: Mapping[LiveSide, str] = {
    LiveSide.NOT_PUBLISHED: N_("Not published"),
    LiveSide.LIVE: N_("Published"),
    LiveSide.WITHDRAWN: N_("Withdrawn"),
}
OCCASION_WORDS: Mapping[Occasion, str] = {
    Occasion.SUBMITTED: N_("Submitted for approval"),
    Occasion.SAVED: N_("Saved version"),
    Occasion.BEFORE_RESTORE: N_("Before an older version was restored"),
}
WITHDRAWAL_WORDS: Mapping[WithdrawalReason, str] = {
    WithdrawalReason.WRONG: N_("Wrong information"),
    WithdrawalReason.OUT_OF_DATE: N_("Out of date"),
    WithdrawalReason.UNLAWFUL: N_("Must not be published by law"),
    WithdrawalReason.MERGED: N_("Merged with another article"),
    WithdrawalReason.OTHER: N_("Another reason"),
}
