"""The audit log in its window: looked through, checked beside an export, and written to a file."""

import sqlite3
from contextlib import closing

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QPushButton, QSplitter

from editor_app.desk.opening import open_desk
from tests.blank_archives import new_desk
from tests.reachable import reachable
from ui.desk_worker import DeskWorker
from ui.log.log_dialog import LogDialog
from ui.log.log_rows import MISSING, PAGE

WAIT = 15_000


@pytest.fixture
def path(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def article(path):
    """An article in an archive, begun by Ada and submitted by Bo: its id and its title."""
    with closing(new_desk(path)) as desk:
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
        desk.submit(text.id, by="Bo")
        desk.create(by="Cy")
    return text.id, text.title


@pytest.fixture
def dialog(qtbot, path, article):
    worker = DeskWorker(lambda: open_desk(path))
    made = LogDialog(worker, article)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: cell(made, 0, 2) is not None, timeout=WAIT)
    yield made
    worker.close()


def cell(dialog, row, column):
    return dialog.rows.index(row, column).data()


def count(dialog):
    return dialog.findChild(QLabel, "count").text()


def verdict(dialog):
    return dialog.check.findChild(QLabel, "verdict").text()


def press(qtbot, dialog, name):
    button = dialog.findChild(QPushButton, name)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def choose(qtbot, dialog, name, words):
    box = dialog.findChild(QComboBox, name)
    qtbot.waitUntil(lambda: box.findText(words) >= 0, timeout=WAIT)
    box.setFocus()
    while box.currentText() != words:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before


def test_the_newest_entry_stands_at_the_top_with_who_did_what(dialog):
    assert [cell(dialog, 0, column) for column in (2, 3)] == ["Cy", "Created"]
    said = [cell(dialog, 1, column) for column in (2, 3, 4)]
    assert said == ["Bo", "Submitted for approval", "Ny gångbro"]


def test_entries_are_narrowed_by_person_and_by_act_and_to_the_open_article(qtbot, dialog):
    choose(qtbot, dialog, "person", "Bo")
    qtbot.waitUntil(lambda: count(dialog) == "1 entry", timeout=WAIT)
    choose(qtbot, dialog, "act", "Edited")
    qtbot.waitUntil(lambda: count(dialog) == "0 entries", timeout=WAIT)
    empty = dialog.findChild(QLabel, "empty")

    assert empty.isVisible()
    dialog.findChild(QComboBox, "act").setFocus()
    qtbot.keyClick(dialog.findChild(QComboBox, "act"), Qt.Key.Key_Home)
    qtbot.keyClick(dialog.findChild(QComboBox, "person"), Qt.Key.Key_Home)
    only = dialog.findChild(QCheckBox, "only_article")
    only.setFocus()
    qtbot.keyClick(only, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: count(dialog) == "3 entries", timeout=WAIT)
    assert not empty.isVisible()


def test_before_a_check_it_says_what_a_check_cannot_show(dialog):
    texts = " ".join(label.text() for label in dialog.check.findChildren(QLabel))

    assert "does not prevent it" in texts
    assert "do not prove it" in texts


def test_a_log_that_nobody_changed_is_whole(qtbot, dialog):
    press(qtbot, dialog, "check_log")

    qtbot.waitUntil(lambda: verdict(dialog).startswith("The log is whole"), timeout=WAIT)
    assert dialog.findChild(QPushButton, "check_log").isEnabled()


def test_an_altered_entry_is_named(qtbot, dialog, path):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE audit_log SET by = 'Eva' WHERE number = 2")

    press(qtbot, dialog, "check_log")

    qtbot.waitUntil(
        lambda: "does not match" in verdict(dialog) or "do not match" in verdict(dialog), timeout=WAIT
    )
    assert "Entry 2 was altered" in dialog.check.findChild(QLabel, "findings").text()


def test_what_is_wrong_gets_half_of_the_room(qtbot, dialog, path):
    before = dialog.check.parentWidget().height()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE audit_log SET by = 'Eve' WHERE number = 2")

    press(qtbot, dialog, "check_log")

    qtbot.waitUntil(lambda: dialog.check.parentWidget().height() > before * 1.3, timeout=WAIT)
    above, below = dialog.findChild(QSplitter).sizes()
    assert abs(above - below) < 60


def test_an_export_is_compared_with(qtbot, dialog, path, tmp_path, monkeypatch):
    with closing(open_desk(path)) as desk:
        desk.export(tmp_path / "site", by="Ada")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path / "site"))

    press(qtbot, dialog, "compare_site")

    qtbot.waitUntil(lambda: verdict(dialog).startswith("The log is whole"), timeout=WAIT)
    texts = " ".join(label.text() for label in dialog.check.findChildren(QLabel))
    assert str(tmp_path / "site") in texts


def test_a_folder_that_is_no_export_is_told(qtbot, dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))

    press(qtbot, dialog, "compare_site")

    qtbot.waitUntil(lambda: "is no export" in verdict(dialog), timeout=WAIT)


def test_what_is_shown_is_written_to_a_file(qtbot, dialog, tmp_path, monkeypatch):
    target = tmp_path / "log.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))

    press(qtbot, dialog, "save_log")

    qtbot.waitUntil(target.exists, timeout=WAIT)
    qtbot.waitUntil(lambda: str(target) in verdict(dialog), timeout=WAIT)
    assert "Submitted for approval" in target.read_text(encoding="utf-8-sig")


def test_a_page_is_asked_for_only_when_it_is_looked_at(qtbot, dialog):
    asked = []
    dialog.rows.lines_wanted.connect(asked.append)
    dialog.rows.show_numbers(range(10 * PAGE, 0, -1))

    dialog.rows.index(9 * PAGE, 0).data()

    qtbot.waitUntil(lambda: bool(asked), timeout=WAIT)
    assert len(asked[0]) == PAGE
    assert asked[0][0] in {10 * PAGE, PAGE}


def test_an_entry_that_was_removed_is_said_to_be_missing(qtbot, dialog, path):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM audit_log WHERE number = 2")
    dialog.rows.show_numbers(range(3, 0, -1))

    qtbot.waitUntil(lambda: cell(dialog, 1, MISSING) == "Entry 2 is missing", timeout=WAIT)


def test_a_check_that_is_under_way_ends_with_its_window(qtbot, path, article):
    worker = DeskWorker(lambda: open_desk(path))
    made = LogDialog(worker, article)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.show()
    gone = []
    made.destroyed.connect(lambda: gone.append(True))
    press(qtbot, made, "check_log")

    made.close()

    qtbot.waitUntil(lambda: bool(gone), timeout=WAIT)
    answers = []
    worker.run(lambda desk: desk.persons_in_log(), answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    worker.close()


@pytest.mark.parametrize("act", ["check_log", "save_log"])
def test_what_takes_long_can_be_cancelled_and_the_window_stays(qtbot, dialog, act, tmp_path, monkeypatch):
    target = tmp_path / "logg.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    close = dialog.findChild(QPushButton, "close")
    dialog.findChild(QPushButton, act).click()
    offered = close.text()

    press(qtbot, dialog, "close")

    assert offered == "Cancel"
    assert verdict(dialog) == "Cancelled. Nothing was changed."
    assert close.text() == "Close"
    assert dialog.findChild(QPushButton, "check_log").isEnabled()
    answers = []
    dialog._worker.run(lambda desk: desk.persons_in_log(), answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    assert verdict(dialog) == "Cancelled. Nothing was changed."
    press(qtbot, dialog, "close")
    assert not dialog.isVisible()


def test_closing_the_window_gives_up_what_takes_long(qtbot, dialog):
    dialog.findChild(QPushButton, "check_log").click()

    assert dialog.close()
    assert not dialog.isVisible()
