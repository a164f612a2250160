"""Deleting and preserving the open article, in the whole window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton

from tests.blank_archives import new_desk
from ui.log.log_dialog import LogDialog
from ui.main_window import MainWindow
from ui.retention.delete_dialog import DeleteDialog
from ui.retention.due_dialog import DueDialog
from ui.settings.preferences import Preferences, user_settings

WAIT = 20_000


@pytest.fixture
def window(qtbot, tmp_path):
    """A window on an archive with one draft, which is open."""
    path = tmp_path / "archive.sqlite3"
    preferences = Preferences(user_settings())
    preferences.name = "Åsa Ek"
    made = MainWindow(lambda: new_desk(path), path, preferences)
    made.show()
    with qtbot.waitSignal(made.newsroom.opened, timeout=WAIT):
        pass
    with qtbot.waitSignal(made.session.opened, timeout=WAIT):
        trigger(made, "new_article")
    qtbot.keyClicks(made.place.editor.title, "Ny bro")
    yield made
    made.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def trigger(window, name):
    window.findChild(object, name).trigger()


def dialog_of(qtbot, window, kind):
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(kind)), timeout=WAIT)
    return next(one for one in window.findChildren(kind) if one.isVisible())


def fetch(qtbot, window, act):
    answers = []
    window.worker.run(act, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    return answers[0]


def test_a_draft_is_deleted_and_nothing_is_open_then(qtbot, window):
    trigger(window, "delete")
    dialog = dialog_of(qtbot, window, DeleteDialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "reason"), "Dubblett")

    qtbot.mouseClick(dialog.findChild(QPushButton, "delete"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: window.session.current is None, timeout=WAIT)
    assert not window._actions["delete"].isEnabled()
    assert not window.place.editor.isVisible()
    assert "is deleted" in " ".join(window.place.messages.texts())
    assert fetch(qtbot, window, lambda desk: desk.articles()) == ()


def test_enter_in_the_question_keeps_the_draft(qtbot, window):
    trigger(window, "delete")
    dialog = dialog_of(qtbot, window, DeleteDialog)

    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert dialog.result() == QDialog.DialogCode.Rejected
    assert len(fetch(qtbot, window, lambda desk: desk.articles())) == 1
    assert window.session.current is not None


def test_the_open_article_is_preserved_with_what_was_typed_a_moment_ago(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    qtbot.keyClicks(window.place.editor.title, " i maj")

    trigger(window, "preserve")

    qtbot.waitUntil(lambda: bool(window.place.messages.texts()), timeout=WAIT)
    (package,) = tmp_path.glob("*.zip")
    assert package.name in " ".join(window.place.messages.texts())
    assert "_ny-bro-i-maj_" in package.name


@pytest.mark.parametrize(("name", "kind"), [("log", LogDialog), ("due", DueDialog)])
def test_the_log_and_what_is_due_are_opened_from_the_menu(qtbot, window, name, kind):
    trigger(window, name)

    dialog = dialog_of(qtbot, window, kind)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
