"""What the rules find, marked in the text while it is written."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

from editor_app.checks.findings import Severity
from editor_app.domain.document import Heading, Quote, Span, Table
from editor_app.domain.normalize import normalize
from tests.ui.checking.conftest import WAIT

SHORT = "Vägen är fyra kilometer lång."


def marked(field):
    return [(line.cursor.selectedText(), line.severity) for line in field.underlines.shown()]


def type_at_end(qtbot, body, words):
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(body, words)


def test_words_are_marked_after_a_pause_in_the_typing(qtbot, open_window):
    window = open_window(SHORT)
    body = window.place.editor.body

    type_at_end(qtbot, body, " Den kostar XX kronor.")

    qtbot.waitUntil(lambda: marked(body) == [("XX", Severity.BLOCKS)], timeout=WAIT)


def test_a_mark_goes_with_what_it_was_about(qtbot, open_window):
    window = open_window(f"{SHORT} Den kostar XX")
    body = window.place.editor.body
    assert marked(body) == [("XX", Severity.BLOCKS)]

    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    for _letter in "XX":
        qtbot.keyClick(body, Qt.Key.Key_Backspace)

    assert not body.underlines.shown()[0].cursor.hasSelection()
    qtbot.waitUntil(lambda: marked(body) == [], timeout=WAIT)


def test_marks_are_no_part_of_the_article(open_window):
    window = open_window(f"{SHORT} Den kostar XX.", title="Ny väg!")
    editor = window.place.editor

    assert marked(editor.title) == [("!", Severity.HINTS)]
    assert normalize(editor.body.body()) == window.session.current.article.body
    assert not editor.body.document().isUndoAvailable()
    assert not window.session.is_dirty


def test_a_table_and_a_long_sentence_are_marked_beside(open_window):
    table = Table((((Span("Gata"),), (Span("Pris"),)),), header_row=False)
    long = " ".join(["Vägen går över ån"] * 8) + "."

    window = open_window(long, table, Heading(4, (Span("Pris"),)), SHORT)

    lines = window.place.editor.body.underlines.shown()
    beside = [(line.severity, line.beside) for line in lines if line.cursor.selectionStart() < len(long) + 3]
    assert beside == [(Severity.WARNS, True), (Severity.BLOCKS, True)]
    assert [line.cursor.selectedText() for line in lines if not line.beside] == ["Pris"]


def test_a_mark_below_a_paragraph_that_is_put_in_stays_on_its_words(qtbot, open_window):
    window = open_window(SHORT, "Den 😀 kostar XX kronor.")
    body = window.place.editor.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.Start)

    with qtbot.waitSignal(window.article.checking.shown, timeout=WAIT):
        qtbot.keyClicks(body, "Hej.")
        qtbot.keyClick(body, Qt.Key.Key_Return)

    assert marked(body) == [("XX", Severity.BLOCKS)]


def test_what_was_found_in_words_that_changed_meanwhile_is_dropped(open_window):
    window = open_window("Den kostar XX.", SHORT, "Den är XX lång.")
    body = window.place.editor.body
    checking = window.article.checking
    before = window.article.editing.article()
    found = list(checking.findings)
    cursor = QTextCursor(body.document())

    cursor.insertText("Nytt. ")
    places = [place.cursor.selectedText() for place in checking.places.of(before, found)]

    assert len([one for one in found if one.place.block is not None]) == 2
    assert places == ["XX"]


def test_the_mouse_on_a_mark_is_told_what_is_wrong(qtbot, open_window):
    window = open_window("XX kronor kostar vägen.")
    body = window.place.editor.body
    at = body.cursorRect().center() + QPoint(5, 0)

    QApplication.sendEvent(
        body.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, body.viewport().mapToGlobal(at))
    )

    assert QToolTip.text() == "Unfinished text is left"
    QToolTip.hideText()


def test_another_article_starts_without_marks(qtbot, open_window):
    window = open_window("Den kostar XX.")
    body = window.place.editor.body

    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        window.archive.new_articles.begin()

    assert marked(body) == []


def test_a_quote_that_nobody_approved_is_marked_beside(open_window):
    window = open_window(SHORT, Quote((Span("Vi är glada, säger Siv Ek"),)))

    assert [line.beside for line in window.place.editor.body.underlines.shown()] == [True]
