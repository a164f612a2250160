"""Where an article stands, and its next step."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from editor_app.desk.values import LiveRevision, PresentApproval, WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.workflow import State
from editor_app.translation import _
from ui.review.workflow_bar import WorkflowBar
from ui.widgets.tone import Tone

NOON = datetime(2024, 2, 26, 13, 2, tzinfo=UTC)
LIVE = LiveRevision(3, "hash", "Bo Ek", NOON, "Bo Ek", NOON)
APPROVAL = PresentApproval(3, "hash", "Bo Ek", NOON)


def copy(state, live=None):
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
    )


@pytest.fixture
def bar(qtbot):
    made = WorkflowBar(clock=lambda: NOON)
    qtbot.addWidget(made)
    made.asked = []
    for name in ("submit_asked", "take_back_asked", "approve_asked", "export_asked"):
        getattr(made, name).connect(lambda name=name: made.asked.append(name))
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("shown", "words", "aside", "tone", "step", "asked"),
    [
        (copy(State.DRAFT), "Draft", "", Tone.NEUTRAL, "Submit for approval", "submit_asked"),
        (
            copy(State.IN_REVIEW),
            "In review – submitted by Eva Nord",
            "",
            Tone.INFO,
            "Approve…",
            "approve_asked",
        ),
        (
            copy(State.APPROVED, LIVE),
            "Approved by Bo Ek on 26 February 2024",
            "",
            Tone.SUCCESS,
            "Export…",
            "export_asked",
        ),
        (
            copy(State.DRAFT, LIVE),
            "Draft",
            "The live page stays as approved 26 February 2024 until the next approval",
            Tone.NEUTRAL,
            "Submit for approval",
            "submit_asked",
        ),
    ],
)
def test_the_bar_says_where_the_article_stands_and_offers_one_step(
    qtbot, bar, shown, words, aside, tone, step, asked
):
    bar.show_copy(shown)
    qtbot.mouseClick(bar.step_button, Qt.MouseButton.LeftButton)

    assert (bar.standing(), bar.aside(), bar.tone) == (words, aside, tone)
    assert bar.step_button.text() == step
    assert bar.asked == [asked]


@pytest.mark.parametrize("state", list(State))
def test_only_what_is_in_review_can_be_taken_back(qtbot, bar, state):
    bar.show_copy(copy(state, LIVE))

    assert bar.take_back_button.isVisible() is (state is State.IN_REVIEW)


def test_taking_back_is_asked_for(qtbot, bar):
    bar.show_copy(copy(State.IN_REVIEW))

    qtbot.mouseClick(bar.take_back_button, Qt.MouseButton.LeftButton)

    assert bar.asked == ["take_back_asked"]


def test_the_bar_offers_nothing_while_nothing_is_open(bar):
    bar.show_copy(copy(State.IN_REVIEW))
    bar.show_saved(NOON)

    bar.show_copy(None)

    assert bar.standing() == "No article is open"
    assert not bar.step_button.isVisible()
    assert not bar.take_back_button.isVisible()
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
