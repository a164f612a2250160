"""Where a copied page is pasted, opened or dropped."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton

from editor_app.desk.errors import NothingToTakeIn
from editor_app.desk.explain import explain
from editor_app.desk.values import TakenIn, WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.workflow import State
from ui.intake_dialog.intake_dialog import IntakeDialog

PAGE = "Nyhet\n\nNy lekplats i Ekdala\n\n3 maj 2024"
COPY = WorkingCopy(Article("1"), State.DRAFT, 1, datetime(2024, 5, 3, tzinfo=UTC), "Eva Nord")
TAKEN = TakenIn(COPY, ("Check the category",), PAGE)


class Desk:
    def __init__(self):
        self.asked = []

    def take_in(self, what, done, failed):
        self.asked.append((what, done, failed))


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def dialog(qtbot, desk):
    made = IntakeDialog(desk.take_in, desk.take_in)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    yield made
    for _what, _done, failed in desk.asked[-1:]:
        failed(NothingToTakeIn())
    made.reject()


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def paste(qtbot, dialog):
    QGuiApplication.clipboard().setText(PAGE)
    field = dialog.findChild(QPlainTextEdit, "page_text")
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_pasted_page_is_taken_in_as_it_is(qtbot, dialog, desk):
    paste(qtbot, dialog)
    press(qtbot, dialog, "accept")
    text, done, _failed = desk.asked[0]
    dialog.reject()
    assert dialog.isVisible()

    with qtbot.waitSignal(dialog.taken) as taken:
        done(TAKEN)

    assert text == PAGE
    assert taken.args == [TAKEN]
    assert not dialog.isVisible()


def test_what_cannot_be_taken_in_stays_in_the_field_with_the_reason(qtbot, dialog, desk):
    paste(qtbot, dialog)
    press(qtbot, dialog, "accept")
    error = NothingToTakeIn()

    desk.asked[0][2](error)

    assert dialog.isVisible()
    assert dialog.text() == PAGE
    assert dialog.problem().startswith(explain(error).what)
    assert dialog.focusWidget() is dialog.findChild(QPlainTextEdit, "page_text")
    press(qtbot, dialog, "accept")
    assert len(desk.asked) == 2


def test_a_page_is_taken_in_once_however_often_the_button_is_pressed(qtbot, dialog, desk):
    paste(qtbot, dialog)

    press(qtbot, dialog, "accept")
    press(qtbot, dialog, "accept")

    assert len(desk.asked) == 1


def test_nothing_is_taken_in_without_words(qtbot, dialog, desk):
    press(qtbot, dialog, "accept")

    assert desk.asked == []
    assert dialog.problem() == "Paste the text of a news page first."

    paste(qtbot, dialog)

    assert dialog.problem() == ""


def test_a_text_file_is_taken_in(qtbot, dialog, desk, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/pages/lekplats.txt", ""))

    press(qtbot, dialog, "open_file")

    assert desk.asked[0][0] == Path("/pages/lekplats.txt")


def test_a_file_can_be_dropped_on_the_dialog(qtbot, dialog, desk):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/pages/lekplats.txt")])
    held = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    QApplication.sendEvent(dialog, QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, *held))
    QApplication.sendEvent(dialog, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, *held))

    assert desk.asked[0][0] == Path("/pages/lekplats.txt")
