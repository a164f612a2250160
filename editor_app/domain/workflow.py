"""Where a working copy stands, and the one table of what may happen to it."""

from collections.abc import Mapping
from enum import StrEnum

from editor_app.domain.errors import EditorAppError


class State(StrEnum):
    """Where the working copy stands."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"


class Action(StrEnum):
    """What a person does to a working copy."""

    EDIT = "edit"
    SUBMIT = "submit"
    TAKE_BACK = "take_back"
    APPROVE = "approve"


TRANSITIONS: Mapping[tuple[State, Action], State] = {
    (State.DRAFT, Action.EDIT): State.DRAFT,
    (State.DRAFT, Action.SUBMIT): State.IN_REVIEW,
    (State.IN_REVIEW, Action.EDIT): State.DRAFT,
    (State.IN_REVIEW, Action.TAKE_BACK): State.DRAFT,
    (State.IN_REVIEW, Action.APPROVE): State.APPROVED,
    (State.APPROVED, Action.EDIT): State.DRAFT,
}


class NotPossibleNow(EditorAppError):
    """`action` cannot be done to an article in `state`."""

    def __init__(self, state: State, action: Action) -> None:
        super().__init__(f"{action} is not possible in {state}")
        self.state = state
        self.action = action


class SamePerson(EditorAppError):
    """`name` submitted or last edited the text, so somebody else has to approve it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} cannot approve their own text")
        self.name = name


def next_state(state: State, action: Action) -> State:
    """Return where `action` leads from `state`; raises NotPossibleNow where the table has no way."""
    try:
        return TRANSITIONS[state, action]
    except KeyError:
        raise NotPossibleNow(state, action) from None


def require_second_person(approver: str, *others: str) -> None:
    """Raise SamePerson if `approver` is one of `others`, however the name is spaced or capitalised."""
    if _same_name(approver) in map(_same_name, others):
        raise SamePerson(approver)


def _same_name(name: str) -> str:
    return " ".join(name.split()).casefold()
