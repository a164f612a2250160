"""What is due, in its window: preserved first, and disposed of only after a question."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton

from editor_app.desk.opening import open_desk
from editor_app.domain.article import Kind
from editor_app.domain.policy import Policy
from editor_app.domain.retention import RetentionRule
from editor_app.domain.withdrawal import WithdrawalReason
from tests.blank_archives import new_desk
from tests.reachable import reachable
from ui.desk_worker import DeskWorker
from ui.retention.due_dialog import DueDialog

WAIT = 15_000
THEN = datetime(2026, 3, 2, tzinfo=UTC)


class Clock:
    """A clock that goes one second each time somebody looks."""

    now = THEN

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def path(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def show(qtbot, path):
    workers = []

    def make(years=3):
        clock = Clock()
        clock.now = THEN + timedelta(days=366 * years)
        worker = DeskWorker(lambda: new_desk(path, clock=clock))
        workers.append(worker)
        dialog = DueDialog(worker, "Ada")
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: bool(dialog.findChild(QLabel, "about").text()), timeout=WAIT)
        return dialog

    yield make
    for worker in workers:
        worker.close()


@pytest.fixture
def withdrawn(path):
    """An article that left the website on THEN, of a kind that is kept two years and preserved first."""
    with closing(new_desk(path, clock=Clock())) as desk:
        desk.save_policy(Policy(retention={Kind.NEWS: RetentionRule(2)}), by="Ada")
        category = desk.add_category("Trafik", by="Ada")
        created = desk.create(by="Ada")
        text = msgspec.structs.replace(
            created.article,
            title="Ny gångbro",
            lead="Den öppnar i maj.",
            category_id=category.id,
            contact_ids=reachable(desk),
        )
        desk.save(text, version=created.version, by="Ada")
        desk.submit(text.id, by="Ada")
        desk.approve(text.id, by="Bo")
        desk.withdraw(text.id, WithdrawalReason.OUT_OF_DATE, by="Bo")
    return text.id


def press(qtbot, dialog, name):
    button = dialog.findChild(QPushButton, name)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def about(dialog):
    return dialog.findChild(QLabel, "about").text()


def test_where_nothing_is_due_it_says_so(show):
    dialog = show()

    assert about(dialog) == "Nothing is due."
    assert not dialog.findChild(QPushButton, "dispose").isEnabled()


def test_before_its_time_an_article_is_not_listed(show, withdrawn):
    assert about(show(years=1)) == "Nothing is due."


def test_what_is_due_is_preserved_first_and_goes_after_a_question(
    qtbot, show, withdrawn, path, tmp_path, monkeypatch
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    dialog = show()
    dispose = dialog.findChild(QPushButton, "dispose")
    listed, could_go = about(dialog), dispose.isEnabled()

    press(qtbot, dialog, "preserve")
    qtbot.waitUntil(dispose.isEnabled, timeout=WAIT)
    packages = list(tmp_path.glob("*.zip"))
    press(qtbot, dialog, "dispose")
    box = dialog.findChild(QMessageBox, "confirm")
    question = box.text()
    with qtbot.waitSignal(dialog.disposed, timeout=WAIT):
        qtbot.mouseClick(box.findChild(QPushButton, "go"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: about(dialog) == "Nothing is due.", timeout=WAIT)
    assert (listed, could_go, len(packages)) == ("1 article is due.", False, 1)
    assert question == "Dispose of 1 article?"
    with closing(open_desk(path)) as desk:
        assert desk.articles() == ()


def test_enter_in_the_question_keeps_the_article(qtbot, show, withdrawn, path, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    dialog = show()
    press(qtbot, dialog, "preserve")
    qtbot.waitUntil(dialog.findChild(QPushButton, "dispose").isEnabled, timeout=WAIT)
    press(qtbot, dialog, "dispose")
    box = dialog.findChild(QMessageBox, "confirm")

    qtbot.keyClick(box, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: not box.isVisible(), timeout=WAIT)
    with closing(open_desk(path)) as desk:
        assert [one.id for one in desk.articles()] == [withdrawn]
