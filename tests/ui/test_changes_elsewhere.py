"""Two windows, or two programs, on one archive."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from editor_app.desk.opening import open_desk
from editor_app.domain.document import Document, paragraph
from tests.blank_archives import new_desk
from ui.editor.save_timers import SaveTimers
from ui.main_window import MainWindow
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000
OTHER_PROGRAM = """
import sys
from pathlib import Path
import msgspec
from editor_app.desk.opening import open_desk

desk = open_desk(Path(sys.argv[1]))
copy = desk.open(sys.argv[2])
desk.save(msgspec.structs.replace(copy.article, title=sys.argv[3]), version=copy.version, by="Bo Lind")
desk.close()
"""


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def make_window(qtbot, archive):
    preferences = Preferences(user_settings())
    preferences.name = "Åsa Ek"
    windows = []

    def make() -> MainWindow:
        window = MainWindow(lambda: open_desk(archive), archive, preferences)
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.session.current is not None, timeout=WAIT)
        return window

    yield make
    for window in windows:
        window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def article_id(archive):
    desk = new_desk(archive)
    copy = desk.create(by="Bo Lind")
    article = copy.article.__class__(
        copy.article.id,
        title="Bron",
        body=Document((paragraph("Ett."), paragraph("Två."), paragraph("Tre."))),
    )
    desk.save(article, version=copy.version, by="Bo Lind")
    desk.close()
    return article.id


@pytest.fixture
def windows(make_window, article_id):
    return make_window(), make_window()


def titles(archive):
    desk = open_desk(archive)
    try:
        return sorted(each.title for each in desk.articles())
    finally:
        desk.close()


def write_in(qtbot, window, words):
    qtbot.keyClick(window.place.editor.title, Qt.Key.Key_End)
    qtbot.keyClicks(window.place.editor.title, words)


def save(qtbot, window):
    with qtbot.waitSignal(window.session.saved, timeout=WAIT):
        window.session.flush(lambda: None)


def press(qtbot, window, text):
    button = next(
        b for b in window.place.messages.findChildren(QPushButton) if b.isVisible() and b.text() == text
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_who_only_reads_is_shown_what_the_other_window_saved(qtbot, windows):
    writing, reading = windows
    write_in(qtbot, writing, " invigs")
    save(qtbot, writing)

    # Without any help: the window looks by itself.
    qtbot.waitUntil(lambda: reading.place.editor.title.words() == "Bron invigs", timeout=WAIT)

    assert reading.place.messages.texts()[0].startswith("Åsa Ek changed this article ")
    qtbot.waitUntil(lambda: reading.place.list.shown_titles() == ("Bron invigs",), timeout=WAIT)


def test_another_program_is_noticed_when_the_window_comes_to_the_front(
    qtbot, make_window, archive, article_id
):
    window = make_window()
    window.archive.changes_elsewhere.stop()
    subprocess.run([sys.executable, "-c", OTHER_PROGRAM, archive, article_id, "Bo skrev"], check=True)

    with qtbot.waitSignal(window.session.overtaken, timeout=WAIT):
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))

    assert window.place.editor.title.words() == "Bo skrev"
    assert window.place.messages.texts()[0].startswith("Bo Lind changed this article ")


def test_the_cursor_stays_with_its_words(qtbot, make_window, archive, article_id):
    window = make_window()
    body = window.place.editor.body
    qtbot.keyClick(body, Qt.Key.Key_Down)
    qtbot.keyClick(body, Qt.Key.Key_End)
    desk = open_desk(archive)
    copy = desk.open(article_id)
    longer = Document((paragraph("Nytt."), *copy.article.body.blocks))
    article = copy.article.__class__(article_id, title="Bron", body=longer)
    desk.save(article, version=copy.version, by="Bo Lind")
    desk.close()

    with qtbot.waitSignal(window.session.overtaken, timeout=WAIT):
        window.archive.changes_elsewhere.look()
    qtbot.keyClicks(body, "!")

    assert [block.text() for block in _blocks(body)] == ["Nytt.", "Ett.", "Två.!", "Tre."]


def _blocks(body):
    block = body.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def test_who_is_typing_is_told_before_the_autosave_comes(qtbot, windows, archive, monkeypatch):
    writing, typing = windows
    write_in(qtbot, writing, " invigs")
    save(qtbot, writing)

    monkeypatch.setattr(SaveTimers, "note_edit", lambda _timers: None)
    write_in(qtbot, typing, " rivs")
    with qtbot.waitSignal(typing.session.conflicted, timeout=WAIT):
        typing.archive.changes_elsewhere.look()
    press(qtbot, typing, "Keep my text as a copy")
    qtbot.waitUntil(lambda: titles(archive) == ["Bron invigs", "Bron rivs"], timeout=WAIT)

    assert typing.place.editor.title.words() == "Bron rivs"


def test_showing_the_other_text_keeps_what_was_typed(qtbot, windows, archive):
    writing, typing = windows
    write_in(qtbot, writing, " invigs")
    save(qtbot, writing)
    write_in(qtbot, typing, " rivs")
    with qtbot.waitSignal(typing.session.conflicted, timeout=WAIT):
        typing.archive.changes_elsewhere.look()

    with qtbot.waitSignal(typing.session.opened, timeout=WAIT):
        press(qtbot, typing, "Show the other text")

    assert typing.place.editor.title.words() == "Bron invigs"
    assert titles(archive) == ["Bron invigs", "Bron rivs"]


def test_a_window_that_closes_in_a_conflict_keeps_its_text_as_a_copy(qtbot, windows, archive, monkeypatch):
    writing, typing = windows
    write_in(qtbot, writing, " invigs")
    save(qtbot, writing)
    write_in(qtbot, typing, " rivs")

    def press_enter(box):
        box.defaultButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_enter)
    typing.close()
    qtbot.waitUntil(lambda: not typing.isVisible(), timeout=WAIT)

    assert titles(archive) == ["Bron invigs", "Bron rivs"]


def test_an_archive_that_goes_away_is_told_once_and_takes_the_words_when_it_is_back(
    qtbot, make_window, archive, article_id, tmp_path
):
    window = make_window()
    archive.rename(tmp_path / "elsewhere.sqlite3")
    told = []
    window.archive.changes_elsewhere.lost.connect(told.append)

    with qtbot.waitSignal(window.archive.changes_elsewhere.lost, timeout=WAIT):
        window.archive.changes_elsewhere.look()
    window.archive.changes_elsewhere.look()
    with qtbot.waitSignal(window.session.save_failed, timeout=WAIT):
        write_in(qtbot, window, " kvar")
    (tmp_path / "elsewhere.sqlite3").rename(archive)
    save(qtbot, window)

    assert len(told) == 1
    assert titles(archive) == ["Bron kvar"]
