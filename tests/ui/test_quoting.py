"""Quotes in the whole window: marked in the text, listed, approved, and told of at the submission."""

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton

from editor_app.desk.opening import open_desk
from editor_app.domain.document import Document, Quote, Span, paragraph
from tests.blank_archives import new_desk
from tests.reachable import reachable
from ui.main_window import MainWindow
from ui.review.quotes_dialog import QuotesDialog
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000


@pytest.fixture
def window(qtbot, tmp_path):
    path = tmp_path / "archive.sqlite3"
    desk = new_desk(path)
    category = desk.add_category("Trafik", by="Ada")
    created = desk.create(by="Ada")
    blocks = (paragraph("Bron är klar."), Quote((Span("Vi är stolta, sade Maja Ek."),)))
    article = msgspec.structs.replace(
        created.article,
        title="Bron",
        lead="Klar.",
        category_id=category.id,
        contact_ids=reachable(desk),
        body=Document(blocks),
    )
    desk.save(article, version=created.version, by="Ada")
    desk.close()
    preferences = Preferences(user_settings())
    preferences.name = "Ada"
    window = MainWindow(lambda: open_desk(path), path, preferences)
    window.show()
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        pass
    yield window
    window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def open_quotes(qtbot, window):
    qtbot.keyClick(
        window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    qtbot.waitUntil(lambda: window.findChild(QuotesDialog) is not None, timeout=WAIT)
    return window.findChild(QuotesDialog)


def menu_at_the_quote(window):
    body = window.place.editor.body
    cursor = body.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    menu = QMenu(body)
    body.menu_asked.emit(menu, cursor)
    return menu.findChild(object, "quote_approval").text()


def test_a_quote_is_approved_from_its_list_and_the_text_knows_it(qtbot, window):
    before = menu_at_the_quote(window)
    dialog = open_quotes(qtbot, window)
    suggested = dialog.findChild(QLineEdit, "speaker").text()

    qtbot.mouseClick(dialog.findChild(QPushButton, "approve"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Approved by Maja Ek" in dialog.list.item(0).text(), timeout=WAIT)
    dialog.reject()
    qtbot.waitUntil(lambda: menu_at_the_quote(window) == "The quote is approved…", timeout=WAIT)
    qtbot.keyClick(window.place.editor.body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.place.editor.body, "x")
    changed = menu_at_the_quote(window)

    assert suggested == "Maja Ek"
    assert before == changed == "Note the approval of the quote…"


def test_a_submitted_article_says_what_no_speaker_has_approved(qtbot, window):
    with qtbot.waitSignal(window.session.state_changed, timeout=WAIT):
        window.findChild(object, "submit").trigger()

    assert window.place.messages.texts() == ("1 quote has not been approved by its speaker.",)
