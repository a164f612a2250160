"""Comments in the window: written, found in the text, settled, with the keyboard and the mouse."""

import json
import re
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from editor_app.desk.opening import open_desk
from editor_app.domain.comment import CommentOccasion, Passage
from editor_app.domain.document import Document, paragraph
from tests.blank_archives import new_desk
from tests.reachable import reachable
from ui.comments.comment_dialog import CommentDialog
from ui.comments.review_sending import ReviewDialog
from ui.intake_dialog.intake_dialog import IntakeDialog
from ui.main_window import MainWindow
from ui.review.return_dialog import ReturnDialog
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000
FIRST, SECOND = "Vägen blir fyra kilometer lång.", "Den är klar i höst 😀 säger Siv."
FOUR, AUTUMN = Passage(0, 11, 25, "fyra kilometer"), Passage(1, 12, 18, "i höst")


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "archive.sqlite3"
    desk = new_desk(path)
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
    return window.place.editor.comments_button.accessibleName()


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
    assert window.article.commenting.marks.in_order() == [cards(window)[0].placed.comment.id]
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
    assert window.article.commenting.marks.in_order() != []


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


@pytest.fixture
def reply(archive, article_id, tmp_path):
    """The file that an expert sends back."""
    desk = open_desk(archive)
    desk.export_review(article_id, tmp_path / "review.html", by="Ada", answer_by=date(2026, 3, 6))
    desk.close()
    page = (tmp_path / "review.html").read_text(encoding="utf-8")
    fields = {
        "format": "pressklar-reply",
        "schema": 1,
        "article": article_id,
        "number": 1,
        "hash": re.search('data-hash="([0-9a-f]+)"', page)[1],
        "name": "Maria Ek",
        "comments": [{"block": 0, "words": "Fem, väl?"}, {"block": None, "words": "Bra!"}],
    }
    path = tmp_path / "kommentarer.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


def dialog_of(qtbot, kind):
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind), timeout=WAIT)
    return QApplication.activeWindow()


def drop(window, path):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_reply_that_is_dropped_is_shown_and_then_stands_beside_the_text(qtbot, open_window, reply):
    window = open_window()

    drop(window, reply)
    dialog = dialog_of(qtbot, IntakeDialog)
    qtbot.waitUntil(lambda: "version 1" in dialog.reply.sentence(), timeout=WAIT)
    before = len(cards(window))
    dialog.accept()
    qtbot.waitUntil(lambda: len(cards(window)) == 2, timeout=WAIT)

    assert before == 0
    assert window.place.comments.isVisible()
    assert count(window) == "2 open comments"
    assert "Maria Ek" in cards(window)[1].accessibleName()
    assert f"“{FIRST}”: Fem, väl?" in cards(window)[1].accessibleName()
    assert any("2 comments from Maria Ek" in text for text in window.place.messages.texts())

    drop(window, reply)
    again = dialog_of(qtbot, IntakeDialog)
    qtbot.waitUntil(lambda: "taken in before" in again.reply.sentence(), timeout=WAIT)
    again.accept()
    qtbot.waitUntil(
        lambda: any("were taken in before" in text for text in window.place.messages.texts()), timeout=WAIT
    )
    qtbot.waitUntil(lambda: len(cards(window)) == 2, timeout=WAIT)


def test_a_reply_that_is_pasted_from_a_mail_is_recognised_and_an_altered_one_refused(
    qtbot, open_window, reply
):
    window = open_window()
    text = reply.read_text(encoding="utf-8")
    window.findChild(object, "take_in").trigger()
    dialog = dialog_of(qtbot, IntakeDialog)

    dialog.source.setFocus()
    dialog._look_into(text.replace('"number": 1', '"number": 9'), *dialog._answers())
    qtbot.waitUntil(lambda: "never had in version 9" in dialog.problem(), timeout=WAIT)
    dialog._look_into(text, *dialog._answers())
    qtbot.waitUntil(lambda: "version 1" in dialog.reply.sentence(), timeout=WAIT)

    assert not dialog.shows_outcome
    dialog.reject()


def test_an_article_is_sent_for_review_from_the_menu(qtbot, open_window, tmp_path, monkeypatch):
    window = open_window()
    target = tmp_path / "granska.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    window.findChild(object, "export_review").trigger()
    dialog_of(qtbot, ReviewDialog).accept()
    qtbot.waitUntil(
        lambda: any("granska.html" in text for text in window.place.messages.texts()), timeout=WAIT
    )

    assert "fyra kilometer" in target.read_text(encoding="utf-8")


@pytest.fixture
def submitted(archive, article_id):
    """Make the article one that waits for approval."""
    desk = open_desk(archive)
    copy = desk.open(article_id)
    category = desk.add_category("Trafik")
    changed = msgspec.structs.replace(
        copy.article, lead="Klart i maj.", category_id=category.id, contact_ids=reachable(desk)
    )
    desk.save(changed, version=copy.version, by="Ada")
    desk.submit(article_id, by="Ada")
    desk.close()


def test_a_submitted_article_is_returned_with_a_comment_on_what_is_selected(qtbot, open_window, submitted):
    window = open_window()
    select(window, 11, 25)

    window.findChild(object, "return").trigger()
    dialog = dialog_of(qtbot, ReturnDialog)
    qtbot.keyClicks(QApplication.focusWidget(), "How long?")
    dialog.accept()
    qtbot.waitUntil(lambda: len(cards(window)) == 1, timeout=WAIT)

    (card,) = cards(window)
    assert card.placed.place == FOUR
    assert (card.placed.comment.occasion, card.placed.comment.words) == (
        CommentOccasion.RETURNED,
        "How long?",
    )
    assert ", sent back, on “fyra kilometer”: How long?" in card.accessibleName()


def test_keys_go_on_from_the_text_to_comments_on_the_whole_article(qtbot, open_window, say):
    say("Is that so?", FOUR)
    whole = say("A good text!")
    window = open_window()
    body = window.place.editor.body
    body.setFocus()

    qtbot.keyClick(body, Qt.Key.Key_F8)
    qtbot.keyClick(body, Qt.Key.Key_F8)
    card = QApplication.focusWidget()
    shown = card.placed.comment.id, window.place.comments.isVisible()
    qtbot.keyClick(card, Qt.Key.Key_F8)

    assert shown == (whole, True)
    assert body.hasFocus() and body.textCursor().position() == 11


def test_without_an_open_comment_the_key_says_so(qtbot, open_window):
    window = open_window()
    body = window.place.editor.body
    body.setFocus()

    qtbot.keyClick(body, Qt.Key.Key_F8)

    assert window.place.messages.texts() == ("No comment is open.",)


def test_an_article_that_was_sent_back_says_so_and_leads_to_the_comment(
    qtbot, open_window, archive, article_id, submitted
):
    desk = open_desk(archive)
    desk.return_to_author(article_id, "Say when it opens.", by="Bo")
    desk.close()
    window = open_window()
    bar = window.place.bar
    qtbot.waitUntil(bar.comment_button.isVisible, timeout=WAIT)
    standing = bar.standing()

    qtbot.mouseClick(bar.comment_button, Qt.MouseButton.LeftButton)
    (card,) = cards(window)
    led_to = QApplication.focusWidget() is card
    qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.standing() == "Draft", timeout=WAIT)

    assert standing.startswith("Draft – sent back by Bo ")
    assert led_to
    assert not bar.comment_button.isVisible()
