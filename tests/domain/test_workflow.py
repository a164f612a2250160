"""The workflow: one table of what may happen."""

import itertools

import pytest

from editor_app.domain.workflow import (
    TRANSITIONS,
    Action,
    LiveSide,
    NotPossibleNow,
    SamePerson,
    Standing,
    State,
    is_possible,
    next_standing,
    require_second_person,
)

STANDINGS = [Standing(*pair) for pair in itertools.product(State, LiveSide)]


DRAFT = Standing(State.DRAFT)


def after(*actions, start=DRAFT):
    standing = start
    for action in actions:
        standing = next_standing(standing, action)
    return standing


def test_a_draft_is_submitted_approved_and_published():
    standing = after(Action.SUBMIT, Action.APPROVE, Action.PUBLISH)

    assert standing == Standing(State.APPROVED, LiveSide.LIVE)


@pytest.mark.parametrize("standing", STANDINGS)
def test_any_edit_leads_to_a_draft_and_leaves_the_website_alone(standing):
    assert next_standing(standing, Action.EDIT) == Standing(State.DRAFT, standing.live)


@pytest.mark.parametrize("action", [Action.TAKE_BACK, Action.RETURN])
def test_what_waits_for_approval_can_go_back_to_its_author(action):
    assert after(Action.SUBMIT, action) == Standing(State.DRAFT)


@pytest.mark.parametrize("state", State)
def test_what_is_live_is_withdrawn_whatever_is_done_to_the_working_copy(state):
    assert after(Action.WITHDRAW, start=Standing(state, LiveSide.LIVE)) == Standing(state, LiveSide.WITHDRAWN)


def test_what_was_withdrawn_is_published_again_after_an_approval():
    withdrawn = Standing(State.DRAFT, LiveSide.WITHDRAWN)

    assert after(Action.SUBMIT, Action.APPROVE, Action.PUBLISH, start=withdrawn).live is LiveSide.LIVE


@pytest.mark.parametrize(
    ("standing", "action"), [way for way in itertools.product(STANDINGS, Action) if way not in TRANSITIONS]
)
def test_what_the_table_does_not_name_is_not_possible(standing, action):
    assert not is_possible(standing, action)
    with pytest.raises(NotPossibleNow) as refused:
        next_standing(standing, action)

    assert (refused.value.standing, refused.value.action) == (standing, action)


@pytest.mark.parametrize("approver", ["Åsa Lind", "åsa lind", "  Åsa   Lind "])
def test_nobody_approves_their_own_text_however_they_spell_their_name(approver):
    with pytest.raises(SamePerson):
        require_second_person(approver, "Omar Haddad", "Åsa Lind")


def test_a_second_person_may_approve():
    require_second_person("Asa Lind", "Åsa Lind")
