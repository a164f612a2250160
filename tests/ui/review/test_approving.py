"""The second person's name, and what has to be mended before."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from editor_app.checks.readiness import Finding
from editor_app.desk.values import WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.workflow import State
from ui.review.approve_dialog import ApproveDialog
from ui.review.findings_bar import FindingsBar

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
    assert "Somebody other than Maja Ek or Eva Nord." in texts
    assert dialog.findChild(QLineEdit, "approver").hasFocus()


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


FINDINGS = (Finding("S01", "The headline is missing"), Finding("S08", "The heading is empty", 4))


def test_findings_are_listed_as_sentences_and_lead_to_their_place(qtbot):
    bar = FindingsBar(FINDINGS)
    qtbot.addWidget(bar)
    bar.show()
    asked = []
    bar.place_asked.connect(asked.append)
    show = bar.findChildren(QPushButton)[1]

    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)

    sentences = [label.text() for label in bar.findChildren(QLabel, "finding")]
    assert sentences == ["• The headline is missing", "• The heading is empty"]
    assert bar.accessibleName() == "2 things to mend before the article can be approved"
    assert show.accessibleName() == "Show where: The heading is empty"
    assert asked == [FINDINGS[1]]
    bar.dismiss()


def test_the_list_of_findings_closes_on_escape(qtbot):
    bar = FindingsBar(FINDINGS[:1])
    qtbot.addWidget(bar)
    bar.show()

    with qtbot.waitSignal(bar.dismissed):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)

    assert not bar.isVisible()
