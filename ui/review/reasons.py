"""Why what can be done to other articles cannot be done to this one, as it stands."""

from collections.abc import Mapping

from editor_app.desk.values import WorkingCopy
from editor_app.domain.workflow import Action, State, is_possible
from editor_app.translation import N_, _

# The names of the window's actions that take an article through its workflow.
WORKFLOW: Mapping[str, Action] = {
    "submit": Action.SUBMIT,
    "take_back": Action.TAKE_BACK,
    "return": Action.RETURN,
    "approve": Action.APPROVE,
    "publish": Action.PUBLISH,
    "correct": Action.CORRECT,
    "withdraw": Action.WITHDRAW,
}
_REASONS: Mapping[Action, str] = {
    Action.SUBMIT: N_("It is submitted already."),
    Action.TAKE_BACK: N_("Only what is submitted can be taken back."),
    Action.RETURN: N_("Only what is submitted can be returned."),
    Action.APPROVE: N_("It has to be submitted first."),
    Action.PUBLISH: N_("It has to be approved first."),
    Action.CORRECT: N_("Only what is published can be corrected."),
    Action.WITHDRAW: N_("Only what is published can be withdrawn."),
}


def reason_against(copy: WorkingCopy, action: Action) -> str:
    """Return why `action` cannot be done to `copy` now, empty where it can."""
    if not is_possible(copy.standing, action):
        if copy.state is State.APPROVED and action in {Action.SUBMIT, Action.APPROVE}:
            return _("It is approved already.")
        return _(_REASONS[action])
    if action is Action.PUBLISH and not copy.has_news:
        return _("These words are published already.")
    return ""
