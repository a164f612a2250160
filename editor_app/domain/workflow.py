"""Where an article stands, at the desk and on the website, and the one table of what may happen to it."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from editor_app.domain.errors import EditorAppError


class State(StrEnum):
    """Where the working copy stands."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"


class LiveSide(StrEnum):
    """Where the website stands: what is LIVE appears at its own times; what is WITHDRAWN was live."""

    NOT_PUBLISHED = "not_published"
    LIVE = "live"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    """What a person does to an article."""

    EDIT = "edit"
    SUBMIT = "submit"
    TAKE_BACK = "take_back"
    RETURN = "return"
    APPROVE = "approve"
    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


class Standing(NamedTuple):
    """The two sides of an article: the working copy changes while the page stays, and the other way round."""

    copy: State
    live: LiveSide = LiveSide.NOT_PUBLISHED


class _Way(NamedTuple):
    """Where an action leads from: `to` and `live_to` are None for a side that it leaves as it is."""

    action: Action
    copies: Iterable[State]
    sides: Iterable[LiveSide]
    to: State | None = None
    live_to: LiveSide | None = None


_WAYS = (
    _Way(Action.EDIT, State, LiveSide, to=State.DRAFT),
    _Way(Action.SUBMIT, (State.DRAFT,), LiveSide, to=State.IN_REVIEW),
    _Way(Action.TAKE_BACK, (State.IN_REVIEW,), LiveSide, to=State.DRAFT),
    _Way(Action.RETURN, (State.IN_REVIEW,), LiveSide, to=State.DRAFT),
    _Way(Action.APPROVE, (State.IN_REVIEW,), LiveSide, to=State.APPROVED),
    _Way(Action.PUBLISH, (State.APPROVED,), LiveSide, live_to=LiveSide.LIVE),
    _Way(Action.CORRECT, State, (LiveSide.LIVE,), to=State.DRAFT),
    _Way(Action.WITHDRAW, State, (LiveSide.LIVE,), live_to=LiveSide.WITHDRAWN),
)


def _transitions() -> Iterator[tuple[tuple[Standing, Action], Standing]]:
    for way in _WAYS:
        for copy, live in product(way.copies, way.sides):
            yield (Standing(copy, live), way.action), Standing(way.to or copy, way.live_to or live)


TRANSITIONS: Mapping[tuple[Standing, Action], Standing] = MappingProxyType(dict(_transitions()))


class NotPossibleNow(EditorAppError):
    """`action` cannot be done to an article that stands at `standing`."""

    def __init__(self, standing: Standing, action: Action) -> None:
        super().__init__(f"{action} is not possible in {standing.copy}, {standing.live}")
        self.standing = standing
        self.action = action


class SamePerson(EditorAppError):
    """`name` wrote, submitted or last edited the text, so somebody else has to approve it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} cannot approve their own text")
        self.name = name


def next_standing(standing: Standing, action: Action) -> Standing:
    """Return where `action` leads; raises NotPossibleNow where the table has no way."""
    try:
        return TRANSITIONS[standing, action]
    except KeyError:
        raise NotPossibleNow(standing, action) from None


def is_possible(standing: Standing, action: Action) -> bool:
    """Tell whether the table has a way."""
    return (standing, action) in TRANSITIONS


def require_second_person(approver: str, *others: str) -> None:
    """Raise SamePerson if `approver` is one of `others`, however the name is spaced or capitalised."""
    if same_name(approver) in map(same_name, others):
        raise SamePerson(approver)


def same_name(name: str) -> str:
    """Return what two ways to write one name have in common."""
    return " ".join(name.split()).casefold()
