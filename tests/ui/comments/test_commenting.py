"""Comments in the window: written, found in the text, settled, with the keyboard and the mouse."""

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from editor_app.desk.opening import open_desk
from editor_app.domain.comment import CommentOccasion, Passage
from editor_app.domain.document import Document, paragraph
from ui.comments.comment_dialog import CommentDialog
from ui.main_window import MainWindow
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000
FIRST, SECOND = "Vägen blir fyra kilometer lång.", "Den är klar i höst 😀 säger Siv."
FOUR, AUTUMN = Passage(0, 11, 25, "fyra kilometer"), Passage(1, 12, 18, "i höst")


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "archive.sqlite3"
    desk = open_desk(path, create=True)
    created = desk.create(by="Ada")
    body = Document((paragraph(FIRST), paragraph(SECOND)))
    article = msgspec.structs.replace(created.article, title="Ny väg", body=body)
    desk.save(article, version=created.version, by="Ada")
    desk.close()
    return path


@pytest.fixture
def article_id(archive):
    desk = open_desk(archive)
    try:
        return desk.articles()[0].id
    finally:
        desk.close()


@pytest.fixture
def say(archive, article_id):
    """Comment on the article as somebody else does, before the window is open."""

    def say(words, passage=None, by="Bo"):
        desk = open_desk(archive)
        try:
            return desk.add_comment(article_id, words, by=by, passage=passage).id
        finally:
            desk.close()

    return say


@pytest.fixture
def open_window(qtbot, archive):
    windows = []

    def open_window():
        preferences = Preferences(user_settings())
        preferences.name = "Åsa Ek"
        window = MainWindow(lambda: open_desk(archive), archive, preferences)
        windows.append(window)
        window.resize(1500, 900)
        with qtbot.waitSignal(window.session.opened, timeout=WAIT):
            window.show()
        settled = []
        window.worker.run(lambda _desk: None, settled.append)
        qtbot.waitUntil(lambda: bool(settled), timeout=WAIT)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
        return window

    yield open_window
    for window in windows:
        window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def cards(window):
    return window.place.comments.cards()


def select(window, start, end):
    body = window.place.editor.body
    cursor = QTextCursor(body.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    body.setFocus()


def count(window):
    return window.place.editor.comments_button.text()


def test_selected_words_are_commented_on_from_the_keyboard(qtbot, open_window, archive, article_id):
    window = open_window()
    select(window, 11, 25)

    qtbot.keyClick(
        window.place.editor.body,
        Qt.Key.Key_M,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), CommentDialog), timeout=WAIT)
    qtbot.keyClicks(QApplication.focusWidget(), "Is that so?")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(cards(window)) == 1, timeout=WAIT)

    assert window.place.comments.isVisible()
    assert count(window) == "1 open comment"
    desk = open_desk(archive)
    (placed,) = desk.comments(article_id)
    desk.close()
    assert (placed.comment.words, placed.comment.written_by) == ("Is that so?", "Åsa Ek")
    assert (placed.place, placed.comment.occasion) == (FOUR, CommentOccasion.NOTE)


def test_a_comment_without_a_word_is_asked_for(qtbot, open_window):
    window = open_window()
    window.findChild(object, "comment").trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), CommentDialog), timeout=WAIT)
    dialog = QApplication.activeWindow()

    dialog.accept()

    assert dialog.isVisible()
    assert dialog.findChild(object, "problem").text() == "Write a comment."
    dialog.reject()


def test_comments_are_counted_and_said_whole_to_a_screen_reader(open_window, say):
    say("Is that so?", FOUR)
    say("A good text!", by="Cy")

    window = open_window()

    names = [card.accessibleName() for card in cards(window)]
    assert count(window) == "2 open comments"
    assert window.place.comments.accessibleDescription() == "2 open comments"
    assert names[0].startswith("Cy, ") and "on the whole article: A good text!" in names[0]
    assert names[1].startswith("Bo, ") and "on “fyra kilometer”: Is that so?" in names[1]


def test_keys_go_from_comment_to_comment_in_the_text(qtbot, open_window, say):
    say("Late?", AUTUMN)
    say("Is that so?", FOUR)
    window = open_window()
    body = window.place.editor.body
    body.setFocus()

    qtbot.keyClick(body, Qt.Key.Key_F8)
    first = body.textCursor().position()
    qtbot.keyClick(body, Qt.Key.Key_F8)
    second = body.textCursor().position()
    qtbot.keyClick(body, Qt.Key.Key_F8)
    again = body.textCursor().position()
    qtbot.keyClick(body, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    assert (first, second, again) == (11, len(FIRST) + 1 + 12, 11)
    assert body.textCursor().position() == second


def test_a_click_on_a_mark_shows_its_comment_and_enter_on_the_comment_goes_to_the_text(
    qtbot, open_window, say
):
    say("Late?", AUTUMN)
    say("Is that so?", FOUR)
    window = open_window()
    body = window.place.editor.body
    place = QTextCursor(body.document().findBlockByNumber(1))
    place.setPosition(place.position() + 14)

    where = body.cursorRect(place).center() + QPoint(1, 0)
    qtbot.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=where)

    first, second = cards(window)
    assert window.place.comments.isVisible()
    assert (first.tone.value, second.tone.value) == ("neutral", "info")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert body.hasFocus()
    assert body.textCursor().position() == 11
    assert first.tone.value == "info"


def test_a_comment_is_settled_and_opened_again_from_the_keyboard(qtbot, open_window, say):
    say("Is that so?", FOUR)
    say("Late?", AUTUMN)
    window = open_window()
    window.place.editor.comments_button.click()
    cards(window)[0].button.setFocus()

    qtbot.keyClick(cards(window)[0].button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: count(window) == "1 open comment", timeout=WAIT)
    settled = cards(window)[1]

    assert settled.placed.comment.settled_by == "Åsa Ek"
    assert "Done, says Åsa Ek." in settled.accessibleName()
    assert cards(window)[0].hasFocus()
    assert window.commenting.marks.in_order() == [cards(window)[0].placed.comment.id]
    qtbot.mouseClick(settled.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: count(window) == "2 open comments", timeout=WAIT)


def test_a_passage_that_is_deleted_is_said_to_be_gone_and_found_after_undo(qtbot, open_window, say):
    say("Is that so?", FOUR)
    window = open_window()
    body = window.place.editor.body
    select(window, 0, len(FIRST))

    qtbot.keyClick(body, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: cards(window)[0].placed.is_lost, timeout=WAIT)
    gone = cards(window)[0].accessibleName()
    qtbot.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.session.flush(lambda: None)
    window.findChild(object, "show_comments").trigger()
    qtbot.waitUntil(lambda: not cards(window)[0].placed.is_lost, timeout=WAIT)

    assert "The passage is gone" in gone and "“fyra kilometer”" in gone
    assert window.commenting.marks.in_order() != []


def test_comments_and_details_stand_in_one_place(open_window):
    window = open_window()
    before = (window.place.details.isVisible(), window.place.comments.isVisible())

    window.findChild(object, "show_comments").trigger()
    shown = (window.place.details.isVisible(), window.place.comments.isVisible())
    checked = window.findChild(object, "show_details").isChecked()
    window.findChild(object, "show_comments").trigger()

    assert (before, shown, checked) == ((True, False), (False, True), False)
    assert window.place.details.isVisible()


def test_without_comments_the_list_says_how_to_write_one(open_window):
    window = open_window()

    assert count(window) == "Comments"
    assert "Ctrl+Alt+M" in window.place.comments._empty.text()
    menu = window.place.editor.body.context_menu(QPoint(5, 5))
    assert "Comment…" in [action.text() for action in menu.actions()]
    assert isinstance(menu, QMenu)
    menu.deleteLater()
