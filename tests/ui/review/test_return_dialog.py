"""An article goes back to its author with a comment, and never without one."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton

from editor_app.desk.values import WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.workflow import State
from ui.review.return_dialog import ReturnDialog

NOON = datetime(2024, 2, 26, 13, 2, tzinfo=UTC)
COPY = WorkingCopy(
    Article("1", title="Ny lekplats"), State.IN_REVIEW, 7, NOON, "Eva Nord", NOON, "Eva Nord", "Maja Ek"
)


@pytest.fixture
def dialog(qtbot):
    made = ReturnDialog(COPY)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    return made


def accept(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)


def test_the_comment_is_typed_at_once(qtbot, dialog):
    qtbot.keyClicks(dialog.focusWidget(), "Vem bygger?")

    accept(qtbot, dialog)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.words() == "Vem bygger?"


def test_nothing_goes_back_without_a_word(qtbot, dialog):
    qtbot.keyClicks(dialog.focusWidget(), "  ")

    accept(qtbot, dialog)

    assert dialog.isVisible()
    assert dialog.problem() == "Write what has to be done, so that the author can go on."


def test_a_comment_is_not_thrown_away_unasked(qtbot, dialog):
    qtbot.keyClicks(dialog.focusWidget(), "Vem bygger?")

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.findChild(QMessageBox, "discard_changes").defaultButton().click()
    stayed = dialog.isVisible(), dialog.words()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    buttons = dialog.findChildren(QMessageBox, "discard_changes")[-1].buttons()
    next(button for button in buttons if button.text() == "Throw away").click()

    assert stayed == (True, "Vem bygger?")
    assert not dialog.isVisible()
