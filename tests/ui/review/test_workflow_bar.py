"""Where an article stands, its next step, and what else there is to do."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from editor_app.desk.values import LiveRevision, PresentApproval, WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.comment import Comment, CommentOccasion
from editor_app.domain.policy import Approvers, Policy
from editor_app.domain.withdrawal import Withdrawal, WithdrawalReason
from editor_app.domain.workflow import Action, State
from editor_app.translation import _
from ui.review.reasons import WORKFLOW, reason_against
from ui.review.standing import Step
from ui.review.workflow_bar import WorkflowBar
from ui.widgets.tone import Tone

NOON = datetime(2024, 2, 26, 13, 2, tzinfo=UTC)
LIVE = LiveRevision(3, "hash", "Bo Ek", NOON, "Bo Ek", NOON)
APPROVAL = PresentApproval(3, "hash", "Bo Ek", NOON)


def copy(state, live=None, withdrawal=None):
    submitted_by = "" if state is State.DRAFT else "Eva Nord"
    approval = APPROVAL if state is State.APPROVED else None
    return WorkingCopy(
        Article("1", title="Rubrik"),
        state,
        7,
        NOON,
        "Eva Nord",
        NOON,
        "Eva Nord",
        submitted_by,
        approval,
        live,
        withdrawal,
    )


@pytest.fixture
def bar(qtbot):
    made = WorkflowBar(clock=lambda: NOON)
    qtbot.addWidget(made)
    made.asked = []
    made.step_asked.connect(made.asked.append)
    made.show()
    yield made
    made.close()


WITHDRAWN = Withdrawal(WithdrawalReason.WRONG, "Bo Ek", NOON)
STAYS = "The text published on 26 February 2024 stays until this one is published"


@pytest.mark.parametrize(
    ("shown", "words", "aside", "tone", "label", "step"),
    [
        (copy(State.DRAFT), "Draft", "Not published", Tone.NEUTRAL, "Submit for approval", Step.SUBMIT),
        (
            copy(State.IN_REVIEW),
            "In review – submitted by Eva Nord",
            "Not published · To be approved by somebody other than Eva Nord",
            Tone.INFO,
            "Approve…",
            Step.APPROVE,
        ),
        (
            copy(State.APPROVED, LIVE),
            "Approved by Bo Ek on 26 February 2024",
            "Published by Bo Ek on 26 February 2024",
            Tone.SUCCESS,
            "Export…",
            Step.EXPORT,
        ),
        (copy(State.DRAFT, LIVE), "Draft", STAYS, Tone.NEUTRAL, "Submit for approval", Step.SUBMIT),
        (
            copy(State.APPROVED),
            "Approved by Bo Ek – not published",
            "",
            Tone.INFO,
            "Publish",
            Step.PUBLISH,
        ),
        (
            copy(State.APPROVED, replace(LIVE, hash="older")),
            "Approved by Bo Ek – not published",
            STAYS,
            Tone.INFO,
            "Publish",
            Step.PUBLISH,
        ),
        (
            copy(State.APPROVED, withdrawal=WITHDRAWN),
            "Withdrawn by Bo Ek on 26 February 2024 – Wrong information",
            "The text is approved by Bo Ek",
            Tone.WARNING,
            "Publish again",
            Step.PUBLISH,
        ),
        (
            copy(State.DRAFT, withdrawal=WITHDRAWN),
            "Draft",
            "Withdrawn by Bo Ek on 26 February 2024 – Wrong information",
            Tone.NEUTRAL,
            "Submit for approval",
            Step.SUBMIT,
        ),
    ],
)
def test_the_bar_says_where_both_sides_stand_and_offers_one_step(
    qtbot, bar, shown, words, aside, tone, label, step
):
    bar.show_copy(shown)
    qtbot.mouseClick(bar.step_button, Qt.MouseButton.LeftButton)

    assert (bar.standing(), bar.aside(), bar.tone) == (words, aside, tone)
    assert bar.step_button.text() == label
    assert bar.asked == [step]


def test_where_one_person_approves_nobody_else_is_waited_for(bar):
    bar.set_rules(Policy(approvers=Approvers.ONE_PERSON))

    bar.show_copy(copy(State.IN_REVIEW))

    assert bar.aside() == "Not published"


RETURNED = Comment("c", "1", None, CommentOccasion.RETURNED, "Say when.", "Bo Ek", NOON)


def test_a_draft_that_was_sent_back_says_by_whom_and_offers_the_comment(qtbot, bar):
    asked = []
    bar.comment_asked.connect(asked.append)
    bar.show_copy(copy(State.DRAFT))
    bar.show_returned(RETURNED)

    qtbot.mouseClick(bar.comment_button, Qt.MouseButton.LeftButton)

    assert (bar.standing(), bar.tone) == ("Draft – sent back by Bo Ek 14:02", Tone.WARNING)
    assert asked == ["c"]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (copy(State.IN_REVIEW), "In review – submitted by Eva Nord"),
        (replace(copy(State.DRAFT), article=Article("2")), "Draft"),
    ],
)
def test_what_is_submitted_anew_or_another_article_was_not_sent_back(bar, shown, words):
    bar.show_copy(copy(State.DRAFT))
    bar.show_returned(RETURNED)

    bar.show_copy(shown)

    assert bar.standing() == words
    assert not bar.comment_button.isVisible()


def test_a_draft_beside_a_text_that_waits_for_its_time_says_when_that_appears(bar):
    bar.show_copy(copy(State.DRAFT, replace(LIVE, begins_at=NOON + timedelta(days=1))))

    assert bar.aside() == "The text that is published appears on 27 February 2024 at 14:02"


def test_a_forced_approval_says_its_reason(bar):
    forced = replace(APPROVAL, forced_reason="Ingen annan i tjänst")

    bar.show_copy(replace(copy(State.APPROVED), approval=forced))

    assert bar.aside() == "Forced approval: Ingen annan i tjänst"


def test_the_menu_beside_the_step_holds_what_else_there_is(qtbot, bar):
    action = QAction("Withdraw…", bar)
    asked = []
    action.triggered.connect(lambda: asked.append("withdraw"))
    bar.offer([action])
    bar.show_copy(copy(State.APPROVED, LIVE))
    menu = bar.more_button.menu()
    menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))

    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert asked == ["withdraw"]


@pytest.mark.parametrize(
    ("shown", "possible"),
    [
        (copy(State.DRAFT), {"submit"}),
        (copy(State.IN_REVIEW), {"take_back", "return", "approve"}),
        (copy(State.APPROVED), {"publish"}),
        (copy(State.APPROVED, LIVE), {"correct", "withdraw"}),
        (copy(State.DRAFT, LIVE), {"submit", "correct", "withdraw"}),
        (copy(State.APPROVED, withdrawal=WITHDRAWN), {"publish"}),
    ],
)
def test_what_cannot_be_done_has_a_reason(shown, possible):
    reasons = {name: reason_against(shown, action) for name, action in WORKFLOW.items()}

    assert {name for name, reason in reasons.items() if not reason} == possible


def test_the_same_words_are_not_published_twice():
    assert reason_against(copy(State.APPROVED, LIVE), Action.PUBLISH) == (
        "These words are published already."
    )


def test_the_bar_offers_nothing_while_nothing_is_open(bar):
    bar.show_copy(copy(State.IN_REVIEW))
    bar.show_saved(NOON)

    bar.show_copy(None)

    assert bar.standing() == "No article is open"
    assert not bar.step_button.isVisible()
    assert not bar.more_button.isVisible()
    assert bar.save_status.text() == ""


def test_the_bar_says_whether_the_words_are_kept(bar):
    said = []
    for act in (
        bar.show_saving,
        lambda: bar.show_saved(NOON),
        lambda: bar.show_not_saved("The disk is full."),
    ):
        act()
        said.append(bar.save_status.text())

    assert said == ["Saving…", "Saved 14:02", "Not saved: The disk is full."]
    assert bar.save_status.accessibleName() == _("Not saved: {reason}").format(reason="The disk is full.")


def test_words_that_were_kept_another_day_are_said_to_be_of_that_day(bar):
    bar.show_saved(NOON - timedelta(days=3))

    assert bar.save_status.text() == "Saved 23 Feb"


def test_a_failure_goes_when_the_next_save_succeeds(bar):
    bar.show_not_saved("The disk is full.")

    bar.show_saved(NOON)

    assert bar.save_status.text() == "Saved 14:02"


@pytest.mark.parametrize("state", [State.APPROVED, State.DRAFT])
def test_a_page_that_was_taken_down_by_its_own_time_is_said_to_be(bar, state):
    bar.show_copy(copy(state, replace(LIVE, ends_at=NOON)))

    assert bar.aside() == "Taken down as planned on 26 February 2024"


def test_a_page_that_is_still_to_appear_is_said_to_be(bar):
    bar.show_copy(copy(State.APPROVED, replace(LIVE, begins_at=NOON + timedelta(days=1))))

    assert bar.aside() == "Appears on 27 February 2024 at 14:02"
