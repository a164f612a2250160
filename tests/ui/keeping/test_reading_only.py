"""What can be read of a damaged archive, in the window: read, copied and searched, and nothing is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from editor_app.archive.errors import ArchiveDamaged
from editor_app.archive.salvage import salvaging
from tests.end_to_end.keyboard_and_mouse import KeyboardAndMouse
from tests.ui.keeping.conftest import WAIT
from ui.archive_opening import opener
from ui.keeping.backups_dialog import BackupsDialog
from ui.keeping.reading_dialog import ReadingDialog
from ui.possible_actions import WRITING
from ui.review.reasons import WORKFLOW


@pytest.fixture
def damaged(path):
    data = bytearray(path.read_bytes())
    data[:60] = b"x" * 60
    path.write_bytes(data)
    path.with_name("archive-backups").mkdir()
    (path.with_name("archive-backups") / "archive_2026-11-22_11.00.00_v7_daily.backup").write_bytes(b"x")
    return bytes(data)


@pytest.fixture
def window(qtbot, windows, path, damaged):
    """The window on what is left, with an article open, its fields read-only by now."""
    before = windows.open(opener(path), path)
    qtbot.waitUntil(lambda: windows.window is not before, timeout=WAIT)
    window = windows.window
    qtbot.waitUntil(lambda: window.session.current is not None, timeout=WAIT)
    qtbot.waitUntil(window.place.editor.body.isReadOnly, timeout=WAIT)
    return window


def test_the_words_are_read_and_copied_and_typing_changes_nothing(qtbot, window, path, damaged):
    editor = window.place.editor
    words = [field.toPlainText() for field in (editor.title, editor.lead, editor.body)]
    hands = KeyboardAndMouse(qtbot)

    for field in (editor.title, editor.lead, editor.body):
        field.setFocus()
        hands.write("mer")
        hands.press("Ctrl+A")
        hands.press("Ctrl+C")

    assert [field.toPlainText() for field in (editor.title, editor.lead, editor.body)] == words
    assert QGuiApplication.clipboard().text().startswith("Stycke 0.")
    assert path.read_bytes() == damaged


def test_what_would_write_is_not_offered_and_says_why(window):
    for name in (*WRITING, *WORKFLOW):
        assert not window._actions[name].isEnabled(), name
        assert "opened for reading alone" in window._actions[name].toolTip()
    assert not window.place.bar.step_button.isEnabled()
    assert not window.place.details.kind.isEnabled()
    for name in ("new_article", "take_in"):
        assert not window.place.list.findChild(QPushButton, name).isEnabled()


def test_the_next_article_is_read_only_too_and_what_reads_is_still_offered(qtbot, window):
    first = window.session.current.article.id
    window.article.editing.open(next(one for one in window.newsroom.finding.rows.ids if one != first))
    qtbot.waitUntil(lambda: window.session.current.article.id != first, timeout=WAIT)

    assert window.place.editor.body.isReadOnly()
    assert not window._actions["submit"].isEnabled()
    for name in ("export_word", "find", "find_article", "versions", "log", "backups", "settings"):
        assert window._actions[name].isEnabled(), name


def test_neither_formats_nor_what_menus_do_change_the_words(qtbot, window):
    body = window.place.editor.body
    before = body.toHtml()
    window.place.editor.title.setFocus()
    body.setFocus()
    body.selectAll()

    window.place.editor.formats["strong"].trigger()
    body.run(lambda cursor: cursor.removeSelectedText())
    qtbot.mouseDClick(body.viewport(), Qt.MouseButton.LeftButton)

    assert not window.place.editor.formats["strong"].isEnabled()
    assert body.toHtml() == before


def test_the_reading_shows_how_far_it_has_come_and_cancel_leads_to_the_backups(
    qtbot, windows, path, damaged, monkeypatch
):
    def endless(path, progress):
        while True:
            progress(1200, 40_000)

    monkeypatch.setattr(salvaging, "open_salvaged", endless)
    window = windows.open(opener(path), path)
    qtbot.waitUntil(lambda: window.findChild(ReadingDialog) is not None, timeout=WAIT)
    dialog = window.findChild(ReadingDialog)
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.count.text() != "", timeout=WAIT)
    shown = (dialog.progress.value(), dialog.progress.maximum(), dialog.count.text())

    dialog.reject()

    qtbot.waitUntil(lambda: window.findChild(BackupsDialog) is not None, timeout=WAIT)
    assert shown == (1200, 40_000, "1,200 of about 40,000 rows")
    ways = [button.text() for button in window.problem.page.findChildren(QPushButton)]
    assert "Read what can be read" in ways
    assert path.read_bytes() == damaged


def test_damage_that_shows_while_somebody_works_offers_the_ways_on(qtbot, open_window, path):
    def meet_damage(desk):
        raise ArchiveDamaged(path)

    window = open_window()
    window.worker.run(meet_damage)
    window.worker.run(meet_damage)
    buttons = window.place.messages.findChildren
    qtbot.waitUntil(lambda: bool(buttons(QPushButton)), timeout=WAIT)

    said = window.place.messages.texts()
    ways = {button.text(): button for button in buttons(QPushButton)}
    ways["Backups…"].click()

    assert "Read what can be read" in ways
    assert window.findChild(BackupsDialog) is not None
    assert len(said) == 1
