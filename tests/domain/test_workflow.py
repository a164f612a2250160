"""The workflow: one table of what may happen."""

import itertools

import pytest

from editor_app.domain.workflow import (
    TRANSITIONS,
    Action,
    NotPossibleNow,
    SamePerson,
    State,
    next_state,
    require_second_person,
)


def test_a_draft_is_submitted_and_then_approved():
    assert next_state(next_state(State.DRAFT, Action.SUBMIT), Action.APPROVE) is State.APPROVED


@pytest.mark.parametrize("state", State)
def test_any_edit_leads_to_a_draft(state):
    assert next_state(state, Action.EDIT) is State.DRAFT


@pytest.mark.parametrize(
    ("state", "action"), [way for way in itertools.product(State, Action) if way not in TRANSITIONS]
)
def test_what_the_table_does_not_name_is_not_possible(state, action):
    with pytest.raises(NotPossibleNow):
        next_state(state, action)


@pytest.mark.parametrize("approver", ["Åsa Lind", "åsa lind", "  Åsa   Lind "])
def test_nobody_approves_their_own_text_however_they_spell_their_name(approver):
    with pytest.raises(SamePerson):
        require_second_person(approver, "Omar Haddad", "Åsa Lind")


def test_a_second_person_may_approve():
    require_second_person("Asa Lind", "Åsa Lind")
