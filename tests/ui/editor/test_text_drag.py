"""Words that are dragged and dropped go where they are let go, as one step, and objects stay whole.

What the window system does in a drag, to carry the words and to say where they fell, is played here.
"""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor_app.domain.document import (
    Document,
    Figure,
    Heading,
    Link,
    ListItem,
    Paragraph,
    Span,
    Strong,
    paragraph,
)
from ui.editor import text_drag

LEFT = Qt.MouseButton.LeftButton
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
BRIDGE = Figure("a" * 64, alt="En bro")
WORDS = paragraph("ett två tre")


def show(editor, *blocks):
    editor.set_body(Document(blocks))


def said(editor):
    return editor.body().blocks


def select(editor, start, end):
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def point_at(editor, position):
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    return editor.cursorRect(cursor).center()


def drop(editor, data, position, action=COPY):
    """Let `data` fall at a position of the text; returns what was done with it."""
    at, none = point_at(editor, position), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(editor.viewport(), QDragEnterEvent(at, COPY | MOVE, data, LEFT, none))
    event = QDropEvent(QPointF(at), COPY | MOVE, data, LEFT, none)
    event.setDropAction(action)
    QApplication.sendEvent(editor.viewport(), event)
    return event.dropAction() if event.isAccepted() else Qt.DropAction.IgnoreAction


@pytest.fixture
def drag_to(editor, monkeypatch):
    """Drag what is selected with the mouse, and let it fall at `position`, or elsewhere where it is None."""

    def drag(start, position, action=MOVE):
        class Carried(text_drag.QDrag):
            def exec(self, supported, _default):
                if position is not None:
                    drop(editor, self.mimeData(), position, action)
                return action if action & supported else COPY

        monkeypatch.setattr(text_drag, "QDrag", Carried)
        window, at = editor.windowHandle(), editor.viewport().mapTo(editor, point_at(editor, start))
        QTest.mousePress(window, LEFT, pos=at)
        QTest.mouseMove(window, at + QPoint(30, 0))
        QApplication.processEvents()
        QTest.mouseRelease(window, LEFT, pos=at + QPoint(30, 0))
        QApplication.processEvents()

    return drag


def test_dragged_words_move_and_one_undo_takes_it_back(editor, drag_to):
    show(editor, WORDS, paragraph("fyra"))
    select(editor, 4, 8)

    drag_to(5, 14)
    moved = said(editor)
    editor.undo()

    assert moved == (paragraph("ett tre"), paragraph("fytvå ra"))
    assert said(editor) == (WORDS, paragraph("fyra"))
    assert not editor.document().isUndoAvailable()


def test_words_that_are_dragged_backwards_land_where_they_are_let_go(editor, drag_to):
    show(editor, WORDS, paragraph("fyra"))
    select(editor, 12, 16)

    drag_to(13, 4)

    assert said(editor) == (paragraph("ett fyratvå tre"),)


def test_with_ctrl_the_words_stay_too(editor, drag_to):
    show(editor, WORDS, paragraph("fyra"))
    select(editor, 4, 8)

    drag_to(5, 16, COPY)

    assert said(editor) == (WORDS, paragraph("fyratvå "))


def test_words_let_go_inside_of_themselves_stay(editor, drag_to):
    show(editor, WORDS)
    select(editor, 4, 8)

    drag_to(5, 6)

    assert said(editor) == (WORDS,)
    assert not editor.document().isUndoAvailable()


def test_dragging_across_an_image_moves_it_whole_and_joins_it_with_nothing(editor, drag_to):
    show(editor, paragraph("ab"), BRIDGE, paragraph("cd"), paragraph("ef"))
    select(editor, 1, 6)

    drag_to(5, 10)
    moved = said(editor)
    editor.undo()

    assert moved == (paragraph("ad"), paragraph("efb"), BRIDGE, paragraph("c"))
    assert said(editor) == (paragraph("ab"), BRIDGE, paragraph("cd"), paragraph("ef"))


def test_words_dropped_on_an_image_go_beside_it(editor, drag_to):
    show(editor, WORDS, BRIDGE)
    select(editor, 4, 8)

    drag_to(5, 13)

    assert said(editor) == (paragraph("ett tre"), BRIDGE, paragraph("två "))


def test_a_list_item_that_is_dragged_away_leaves_no_empty_one(editor, drag_to):
    items = [ListItem(False, 1, (Span(word),)) for word in ("ett", "två")]
    show(editor, *items, paragraph("slut"))
    select(editor, 0, 3)

    drag_to(1, 12)

    assert said(editor) == (items[1], paragraph("slut"), items[0])


def test_words_moved_into_another_program_go_and_leave_the_image_whole(editor, drag_to):
    show(editor, paragraph("abc"), BRIDGE, paragraph("d"))
    select(editor, 1, 4)

    drag_to(2, None)

    assert said(editor) == (paragraph("a"), BRIDGE, paragraph("d"))


def test_what_is_dropped_from_a_web_page_comes_in_clean_and_as_one_step(editor):
    show(editor, WORDS)
    web = QMimeData()
    web.setText("Läs mer")
    web.setHtml(
        '<h2 style="color:red">Läs</h2><p>Se <a href="https://klarebro.example/">här</a>'
        "<script>x()</script> <b>nu</b></p>"
    )

    done = drop(editor, web, 11, MOVE)
    dropped = said(editor)
    editor.undo()

    link = Link("https://klarebro.example/")
    words = Paragraph((Span("Se "), Span("här", (link,)), Span(" "), Span("nu", (Strong(),))))
    assert dropped == (WORDS, Heading(2, (Span("Läs"),)), words)
    assert done == COPY
    assert said(editor) == (WORDS,)


def test_a_drop_replaces_nothing_that_is_selected(editor):
    show(editor, WORDS)
    select(editor, 0, 3)
    text = QMimeData()
    text.setText("x")

    drop(editor, text, 11)

    assert said(editor) == (paragraph("ett två trex"),)


def test_nothing_is_dropped_on_a_text_that_may_not_be_changed(editor):
    show(editor, WORDS)
    editor.setReadOnly(True)
    text = QMimeData()
    text.setText("x")

    done = drop(editor, text, 11)

    assert done == Qt.DropAction.IgnoreAction
    assert said(editor) == (WORDS,)


def test_a_click_inside_a_selection_puts_the_cursor_there(editor, qtbot):
    show(editor, WORDS)
    select(editor, 0, 11)

    qtbot.mouseClick(editor.viewport(), LEFT, pos=point_at(editor, 5))

    assert not editor.textCursor().hasSelection()
    assert editor.textCursor().position() == 5
