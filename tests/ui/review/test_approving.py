"""The second person's name, and what has to be mended before."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from editor_app.desk.comparison import WordCounts
from editor_app.desk.errors import VersionMissing
from editor_app.desk.values import WorkingCopy
from editor_app.desk.version_values import SinceApproval
from editor_app.domain.article import Article
from editor_app.domain.comment import Comment, CommentOccasion
from editor_app.domain.policy import Approvers, Policy
from editor_app.domain.quotes import ArticleQuote
from editor_app.domain.workflow import State
from ui.review.approve_dialog import ApproveDialog
from ui.review.change_line import change_line

NOON = datetime(2024, 2, 26, 13, 2, tzinfo=UTC)
COPY = WorkingCopy(
    Article("1", title="Ny lekplats"),
    State.IN_REVIEW,
    7,
    NOON,
    "Eva Nord",
    NOON,
    "Eva Nord",
    "Maja Ek",
)


@pytest.fixture
def dialog(qtbot):
    made = ApproveDialog(COPY)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    yield made
    made.reject()


def accept(qtbot, dialog, name):
    line = dialog.findChild(QLineEdit, "approver")
    line.selectAll()
    qtbot.keyClicks(line, name)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_dialog_says_what_is_approved_and_starts_in_the_name(dialog):
    texts = [label.text() for label in dialog.findChildren(QLabel)]

    assert "Ny lekplats" in texts
    assert any(text.startswith("The approval is for these words") for text in texts)
    assert "Four eyes: not Maja Ek or Eva Nord." in texts
    assert dialog.findChild(QLineEdit, "approver").hasFocus()


def test_the_dialog_says_when_the_page_appears(qtbot):
    starts = replace(COPY.article, publish_at=NOON, embargo_until=NOON + timedelta(days=1))
    dialog = ApproveDialog(replace(COPY, article=starts))
    qtbot.addWidget(dialog)

    texts = [label.text() for label in dialog.findChildren(QLabel)]

    assert any("It appears on 27 February 2024 at 14:02 at the earliest." in text for text in texts)


def test_large_text_leaves_the_buttons_on_the_screen(qtbot):
    dialog = ApproveDialog(COPY)
    qtbot.addWidget(dialog)
    font = dialog.font()
    font.setPointSize(4 * font.pointSize())
    dialog.setFont(font)
    dialog.show()

    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog.findChild(QAbstractButton, "accept").isVisible()


def test_a_second_person_approves(qtbot, dialog):
    accept(qtbot, dialog, " Bo  Ek ")

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.name() == "Bo Ek"


@pytest.mark.parametrize("name", ["eva  nord", "Maja Ek"])
def test_whoever_wrote_or_submitted_it_cannot_approve_it(qtbot, dialog, name):
    accept(qtbot, dialog, name)

    assert dialog.isVisible()
    assert "cannot approve it" in dialog.problem()

    accept(qtbot, dialog, "Bo Ek")

    assert not dialog.isVisible()


def test_nobody_cannot_approve(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)

    assert dialog.isVisible()
    assert dialog.problem() == "Write the name of the person who approves."


def texts(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def show(qtbot, *options):
    made = ApproveDialog(COPY, *options)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    return made


def test_an_approval_against_the_rules_takes_a_second_step_and_a_reason(qtbot, dialog):
    force = dialog.findChild(QCheckBox, "force")
    was_offered = force.isVisible()
    accept(qtbot, dialog, "Eva Nord")
    qtbot.keyClick(force, Qt.Key.Key_Space)
    button = dialog.findChild(QPushButton, "accept")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    without_reason = dialog.problem()

    qtbot.keyClicks(dialog.focusWidget(), "Ingen annan i  tjanst")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert not was_offered
    assert without_reason == "Write why nobody else can approve."
    assert button.text() == "Approve against the rules"
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (dialog.name(), dialog.forced_reason()) == ("Eva Nord", "Ingen annan i tjanst")


def test_the_dialog_takes_the_room_for_what_the_second_step_asks(qtbot, dialog):
    accept(qtbot, dialog, "Eva Nord")
    box = dialog.findChild(QCheckBox, "force")

    qtbot.waitUntil(lambda: not box.visibleRegion().isEmpty())
    box.click()
    reason = dialog.findChild(QWidget, "forced_reason")

    qtbot.waitUntil(lambda: reason.visibleRegion().boundingRect().height() >= reason.height())


def test_a_second_person_needs_no_force(qtbot, dialog):
    accept(qtbot, dialog, "Eva Nord")
    force = dialog.findChild(QCheckBox, "force")
    qtbot.keyClick(force, Qt.Key.Key_Space)

    accept(qtbot, dialog, "Bo Ek")

    assert not force.isVisible()
    assert (dialog.name(), dialog.forced_reason()) == ("Bo Ek", "")


def test_one_person_is_enough_where_the_policy_says_so(qtbot):
    dialog = show(qtbot, Policy(approvers=Approvers.ONE_PERSON), None, "Eva Nord")

    qtbot.keyClick(dialog.findChild(QLineEdit, "approver"), Qt.Key.Key_Return)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.name() == "Eva Nord"


@pytest.mark.parametrize(("me", "suggested"), [("Bo Ek", "Bo Ek"), ("Maja Ek", "")])
def test_whoever_sits_here_is_suggested_where_they_may_approve(qtbot, me, suggested):
    dialog = show(qtbot, Policy(), None, me)

    assert dialog.name() == suggested
    dialog.reject()


def test_the_dialog_says_what_follows_and_what_changed(qtbot):
    since = SinceApproval(3, NOON, WordCounts(12, 1), is_same=False)
    dialog = show(qtbot, Policy(publishes_on_approval=False), since)

    with qtbot.waitSignal(dialog.comparison_asked) as asked:
        qtbot.mouseClick(dialog.findChild(QPushButton, "compare"), Qt.MouseButton.LeftButton)

    (about,) = [text for text in texts(dialog) if text.startswith("Begun by")]
    assert about.splitlines() == [
        "Begun by Eva Nord, last edited by Eva Nord, submitted by Maja Ek.",
        "It is not published until somebody does so.",
        "Since the approval on 26 February 2024: 12 words added, 1 removed.",
    ]
    assert asked.args == [3]
    dialog.reject()


@pytest.mark.parametrize(
    ("since", "line"),
    [
        (None, "Nothing of it has been approved before."),
        (VersionMissing("1", 3), "The article has no version 3. Choose one from its history."),
        (
            SinceApproval(3, NOON, WordCounts(0, 0), is_same=True),
            "Nothing has changed since the approval on 26 February 2024.",
        ),
        (
            SinceApproval(3, NOON, WordCounts(0, 0), is_same=False),
            "Since the approval on 26 February 2024 no words have changed, but details have.",
        ),
        (
            SinceApproval(3, NOON, WordCounts(5, 0), is_same=False),
            "Since the approval on 26 February 2024: 5 words added.",
        ),
        (
            SinceApproval(3, NOON, WordCounts(0, 1), is_same=False),
            "Since the approval on 26 February 2024: 1 word removed.",
        ),
    ],
)
def test_what_changed_is_one_line(since, line):
    assert change_line(since) == line


def test_the_comments_that_nobody_has_dealt_with_are_told_of(qtbot):
    said = [Comment(str(n), "1", None, CommentOccasion.NOTE, f"Why {n}?", "Bo Ek", NOON) for n in (1, 2)]
    dialog = ApproveDialog(COPY, open_comments=said)
    qtbot.addWidget(dialog)

    assert any("2 comments are still open.\n– Bo Ek: Why 1?" in text for text in texts(dialog))


def test_the_quotes_that_no_speaker_has_approved_are_told_of(qtbot):
    quotes = [ArticleQuote(1, 0, "Vi är stolta.", "a"), ArticleQuote(2, 1, "Vi väntar.", "b")]
    dialog = ApproveDialog(COPY, unseen=quotes)
    qtbot.addWidget(dialog)

    texts = [label.text() for label in dialog.findChildren(QLabel)]

    said = "2 quotes have not been approved by their speakers.\n– Vi är stolta."
    assert any(said in text for text in texts)
