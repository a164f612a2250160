"""Backups, restoring, checking and a damaged archive, in the window."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton

from editor_app.desk.keeping import BackupKind, back_up, backups_of
from tests.archive.salvage.conftest import ARTICLES
from tests.ui.keeping.conftest import WAIT, titles
from ui.archive_opening import opener
from ui.keeping.backups_dialog import ARTICLES as COUNT
from ui.keeping.backups_dialog import STATE, WHY, BackupsDialog
from ui.keeping.checkup_dialog import CheckupDialog
from ui.widgets.message_bar import MessageBar

NOW = datetime.now(UTC)


def press(qtbot, parent, name):
    button = parent.findChild(QPushButton, name)
    qtbot.waitUntil(button.isEnabled, timeout=WAIT)
    button.click()


def backups_dialog(qtbot, window):
    window.acts.show_backups()
    dialog = window.findChild(BackupsDialog)
    qtbot.waitUntil(
        lambda: bool(dialog.list.topLevelItemCount()) or bool(dialog._outcome.text()), timeout=WAIT
    )
    return dialog


def states(dialog):
    rows = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return [(row.text(WHY), row.text(COUNT), row.text(STATE)) for row in rows]


def answer(qtbot, window, text):
    def box():
        found = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
        return found[0] if found else None

    qtbot.waitUntil(lambda: box() is not None, timeout=WAIT)
    next(button for button in box().buttons() if button.text() == text).click()


def restored(qtbot, windows, before):
    qtbot.waitUntil(lambda: windows.window is not before, timeout=WAIT)
    window = windows.window
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        pass
    return window


def test_the_day_gets_its_backup_once(qtbot, open_window, path):
    window = open_window()

    for _ in range(2):
        window.archive.kept.back_up_if_due()
    qtbot.waitUntil(lambda: bool(backups_of(path)), timeout=WAIT)
    window.archive.kept.work.close()

    assert [backup.kind for backup in backups_of(path)] == [BackupKind.DAILY]
    assert window.place.messages.texts() == ()


def test_a_backup_that_fails_is_told_with_what_to_do(qtbot, open_window, path, tmp_path):
    back_up(path, BackupKind.DAILY, now=datetime(2026, 3, 2, 8, tzinfo=UTC))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO settings VALUES ('backup_place', '\"/nowhere/usb\"')")
    window = open_window()

    window.archive.kept.back_up_if_due()
    qtbot.waitUntil(lambda: bool(window.place.messages.texts()), timeout=WAIT)

    (text,) = window.place.messages.texts()
    assert text.startswith("No backup since 2 March 2026.")
    assert "Connect the disk" in text


def test_without_any_backup_the_dialog_says_what_makes_one(qtbot, open_window):
    dialog = backups_dialog(qtbot, open_window())

    assert "“Back up now”" in dialog._outcome.text()
    assert not dialog.findChild(QPushButton, "restore").isEnabled()
    dialog.reject()


def test_backups_are_made_listed_and_looked_into(qtbot, open_window, path):
    broken = back_up(path, BackupKind.DAILY, now=datetime(2026, 3, 2, 8, tzinfo=UTC)).path
    broken.write_bytes(broken.read_bytes()[:30000])
    dialog = backups_dialog(qtbot, open_window())

    press(qtbot, dialog, "back_up")
    wanted = [("made by hand", str(ARTICLES), "Whole"), ("daily", "", "Damaged")]
    qtbot.waitUntil(lambda: states(dialog) == wanted, timeout=WAIT)

    assert "found whole" in dialog._outcome.text()
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
    assert not dialog.findChild(QPushButton, "restore").isEnabled()
    dialog.reject()


def test_a_backup_is_brought_back_and_what_it_replaces_is_kept(qtbot, windows, open_window, path):
    back_up(path, BackupKind.DAILY, now=NOW)
    window = open_window()
    window.acts.new_article()
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        pass
    dialog = backups_dialog(qtbot, window)

    press(qtbot, dialog, "restore")
    answer(qtbot, window, "Restore")
    again = restored(qtbot, windows, window)

    assert len(again.newsroom.finding.rows.ids) == ARTICLES
    assert [backup.kind for backup in backups_of(path)] == [BackupKind.REPLACED, BackupKind.DAILY]


def test_somebody_who_changes_their_mind_keeps_the_archive(qtbot, windows, open_window, path):
    back_up(path, BackupKind.DAILY, now=NOW)
    window = open_window()
    dialog = backups_dialog(qtbot, window)

    press(qtbot, dialog, "restore")
    answer(qtbot, window, "Cancel")

    assert windows.window is window
    assert len(backups_of(path)) == 1


def test_a_sound_archive_is_said_to_be_sound(qtbot, open_window, path, monkeypatch):
    monkeypatch.setattr("editor_app.archive.checkup.place.LEAST_ROOM", 0)
    back_up(path, BackupKind.DAILY, now=NOW)
    window = open_window()

    window.acts.check_archive()
    dialog = window.findChild(CheckupDialog)
    qtbot.waitUntil(lambda: dialog.outcome.text().startswith("Nothing is wrong"), timeout=WAIT)

    assert dialog.findings() == []
    dialog.reject()


def test_what_is_wrong_is_said_with_what_to_do(qtbot, open_window, path):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE audit_log SET by = 'Eve' WHERE number = 3")
    window = open_window()

    window.acts.check_archive()
    dialog = window.findChild(CheckupDialog)
    qtbot.waitUntil(lambda: bool(dialog.findings()), timeout=WAIT)

    assert dialog.findings()[0].startswith("Severe: The log was changed or has gaps at entry 3.")
    assert any("There is no backup. Make one" in finding for finding in dialog.findings())
    dialog.reject()


def test_what_follows_from_the_texts_is_mended_with_one_press(qtbot, open_window, path, monkeypatch):
    monkeypatch.setattr("editor_app.archive.checkup.place.LEAST_ROOM", 0)
    back_up(path, BackupKind.DAILY, now=NOW)
    window = open_window()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM search_rows")
    window.acts.check_archive()
    dialog = window.findChild(CheckupDialog)
    mend = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Mend")
    qtbot.waitUntil(mend.isVisible, timeout=WAIT)

    mend.click()

    qtbot.waitUntil(lambda: dialog.outcome.text().startswith("Nothing is wrong."), timeout=WAIT)
    assert not mend.isVisible()
    dialog.reject()


def test_a_check_is_left_with_escape(qtbot, open_window):
    window = open_window()
    window.acts.check_archive()
    dialog = window.findChild(CheckupDialog)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.result() == QDialog.DialogCode.Rejected


@pytest.fixture
def damaged(path):
    """The archive with its header lost, and the bytes that are to stay."""
    back_up(path, BackupKind.DAILY, now=NOW)
    data = bytearray(path.read_bytes())
    data[:60] = b"x" * 60
    path.write_bytes(data)
    return bytes(data)


def test_a_damaged_archive_opens_with_what_can_be_read(qtbot, windows, path, damaged):
    before = windows.open(opener(path), path)
    window = restored(qtbot, windows, before)
    qtbot.waitUntil(lambda: len(window.place.messages.findChildren(MessageBar)) > 0, timeout=WAIT)
    qtbot.waitUntil(
        lambda: any("Restore the backup of" in one.text() for one in buttons(window)), timeout=WAIT
    )

    assert len(window.newsroom.finding.rows.ids) == ARTICLES
    assert f"{ARTICLES} articles could be read" in window.place.messages.texts()[0]
    assert path.read_bytes() == damaged


def buttons(window):
    return window.place.messages.findChildren(QPushButton)


def test_from_a_damaged_archive_the_newest_backup_is_one_press_away(qtbot, windows, path, damaged):
    window = restored(qtbot, windows, windows.open(opener(path), path))
    qtbot.waitUntil(
        lambda: any("Restore the backup of" in one.text() for one in buttons(window)), timeout=WAIT
    )

    next(one for one in buttons(window) if "Restore the backup of" in one.text()).click()
    answer(qtbot, window, "Restore")
    restored(qtbot, windows, window)
    windows.close()

    assert len(titles(path)) == ARTICLES
    kept = backups_of(path)[0]
    assert kept.kind is BackupKind.REPLACED
    assert kept.path.read_bytes() == damaged


def test_of_what_is_no_archive_the_window_says_what_can_be_done(qtbot, windows, path):
    path.write_bytes(b"Anteckningar")
    before = windows.open(opener(path), path)
    qtbot.waitUntil(lambda: before.problem.page is not None, timeout=WAIT)

    ways = {button.text(): button for button in before.problem.page.findChildren(QPushButton)}
    assert all(button.width() >= button.sizeHint().width() for button in ways.values())
    ways["Read what can be read"].click()
    qtbot.waitUntil(lambda: windows.window is not before, timeout=WAIT)
    window = windows.window
    qtbot.waitUntil(lambda: window.problem.page is not None, timeout=WAIT)

    assert "too damaged to be read" in window.problem.page.what
    assert path.read_bytes() == b"Anteckningar"
