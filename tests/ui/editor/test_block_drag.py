"""Blocks are dragged by a handle with real presses and moves of the mouse, each drag one step to undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from editor_app.domain.document import (
    Document,
    FactTitle,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    paragraph,
)
from ui.editor.drop_places import words_rect

LEFT = Qt.MouseButton.LeftButton
BRIDGE = Figure("a" * 64, alt="En bro")
A, B, C = paragraph("a"), paragraph("b"), paragraph("c")
TITLE = FactTitle((Span("Fakta"),))


def item(text, level=1):
    return ListItem(False, level, (Span(text),))


def boxed(text):
    return Paragraph((Span(text),), boxed=True)


@pytest.fixture
def body(article_editor):
    return article_editor.body


class Mouse:
    """Presses, moves and lets go where the window system would: at points of the window."""

    def __init__(self, body):
        self.body = body
        self.window = body.window().windowHandle()

    def move(self, at):
        QTest.mouseMove(self.window, self.body.viewport().mapTo(self.body.window(), at))
        QApplication.processEvents()

    def press(self, at):
        QTest.mousePress(self.window, LEFT, pos=self.body.viewport().mapTo(self.body.window(), at))

    def let_go(self, at):
        QTest.mouseRelease(self.window, LEFT, pos=self.body.viewport().mapTo(self.body.window(), at))
        QApplication.processEvents()

    def take(self, number):
        """Press the handle of the block of `number`; returns where."""
        self.move(seen(self.body, number).center() + QPoint(60, 0))
        at = grip(self.body).geometry().center()
        self.move(at)
        self.press(at)
        return at

    def drag(self, number, to):
        """Drag the block of `number` to a height of the viewport without letting go; returns where."""
        at = self.take(number)
        self.move(at + QPoint(0, 12 if to > at.y() else -12))
        end = QPoint(at.x(), to)
        self.move(end)
        return end


@pytest.fixture
def mouse(body):
    return Mouse(body)


def seen(body, number):
    rect = words_rect(body.document().findBlockByNumber(number)).toRect()
    return rect.translated(0, -body.verticalScrollBar().value())


def grip(body):
    return body.viewport().findChild(QWidget, "grip")


def signs(body):
    return body.viewport().findChild(QWidget, "drag_signs")


def show(body, *blocks):
    body.set_body(Document(blocks))


def said(body):
    return body.body().blocks


ABOVE, BELOW = "above", "below"
DRAGS = [
    ((A, B, C), 0, (2, BELOW), (B, C, A)),
    ((A, B, C), 2, (0, ABOVE), (C, A, B)),
    ((A, B, C), 0, (1, BELOW), (B, A, C)),
    ((A, BRIDGE, B), 1, (0, ABOVE), (BRIDGE, A, B)),
    ((Heading(2, (Span("h"),)), A, Quote((Span("q"),))), 2, (0, ABOVE), None),
    ((A, TITLE, boxed("x"), B), 1, (0, ABOVE), (TITLE, boxed("x"), A, B)),
    ((A, TITLE, boxed("x"), B), 1, (3, BELOW), (A, B, TITLE, boxed("x"))),
    ((A, TITLE, boxed("x"), B), 0, (2, ABOVE), (TITLE, boxed("a"), boxed("x"), B)),
    ((A, TITLE, boxed("x"), B), 0, (2, BELOW), (TITLE, boxed("x"), boxed("a"), B)),
    ((A, TITLE, boxed("x"), B), 0, (3, ABOVE), (TITLE, boxed("x"), A, B)),
    ((TITLE, boxed("x"), boxed("y"), A), 1, (3, BELOW), (TITLE, boxed("y"), A, paragraph("x"))),
    ((BRIDGE, TITLE, boxed("x"), A), 0, (2, BELOW), (TITLE, boxed("x"), BRIDGE, A)),
    ((TITLE, boxed("x"), A, BRIDGE), 3, (0, ABOVE), (BRIDGE, TITLE, boxed("x"), A)),
    ((item("1"), item("1a", 2), item("2")), 0, (2, BELOW), (item("2"), item("1"), item("1a", 2))),
    ((A, item("1"), item("1a", 2)), 2, (0, ABOVE), (item("1a"), A, item("1"))),
]


@pytest.mark.parametrize(("before", "number", "target", "after"), DRAGS)
def test_a_block_goes_where_its_handle_is_dropped_and_one_undo_takes_it_back(
    body, mouse, before, number, target, after
):
    show(body, *before)
    rect = seen(body, target[0])

    end = mouse.drag(number, rect.bottom() - 1 if target[1] == BELOW else rect.top() + 1)
    mouse.let_go(end)
    moved = said(body)
    body.undo()

    assert moved == (after or (before[2], before[0], before[1]))
    assert said(body) == before
    assert not body.document().isUndoAvailable()


def test_a_line_shows_where_the_block_would_land_and_nothing_moves_before_it_is_dropped(body, mouse):
    show(body, A, B, C)

    mouse.drag(0, seen(body, 1).bottom() - 1)
    line = signs(body).line

    assert signs(body).isVisible()
    assert seen(body, 1).bottom() < line.y < seen(body, 2).top()
    assert said(body) == (A, B, C)
    mouse.let_go(QPoint(5, seen(body, 1).bottom() - 1))
    assert not signs(body).isVisible()


def test_where_the_block_stands_already_no_line_is_shown_and_nothing_moves(body, mouse):
    show(body, A, B, C)

    end = mouse.drag(1, seen(body, 2).top() + 1)
    line = signs(body).line
    mouse.let_go(end)

    assert line is None
    assert said(body) == (A, B, C)
    assert not body.document().isUndoAvailable()


def test_escape_gives_a_drag_up(body, mouse, qtbot):
    show(body, A, B, C)
    end = mouse.drag(0, seen(body, 2).bottom() - 1)

    qtbot.keyClick(body, Qt.Key.Key_Escape)
    is_shown = signs(body).isVisible()
    mouse.let_go(end)

    assert not is_shown
    assert said(body) == (A, B, C)


def test_a_drag_begins_with_some_way_and_a_click_selects_the_block(body, mouse, qtbot):
    show(body, A, TITLE, boxed("x"), B)

    mouse.let_go(mouse.take(1))

    assert body.textCursor().selectedText() == "Fakta\u2029x"
    assert said(body) == (A, TITLE, boxed("x"), B)
    qtbot.keyClick(body, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert said(body) == (TITLE, boxed("x"), A, B)


def test_selected_blocks_are_dragged_together(body, mouse):
    show(body, A, B, C)
    cursor = body.textCursor()
    cursor.setPosition(3, cursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)

    mouse.let_go(mouse.drag(0, seen(body, 2).bottom() - 1))

    assert said(body) == (C, A, B)
    assert body.textCursor().selectedText() == "a\u2029b"


def test_near_the_edge_the_text_scrolls_along(body, mouse, qtbot):
    show(body, *(paragraph(f"Stycke {number}") for number in range(30)))

    end = mouse.drag(0, body.viewport().height() - 4)
    qtbot.waitUntil(lambda: body.verticalScrollBar().value() == body.verticalScrollBar().maximum())
    mouse.let_go(end)

    assert paragraph("Stycke 0") in said(body)[-2:]


def test_the_handle_is_on_the_margin_and_leaves_bullets_and_words_free(body, mouse):
    show(body, item("1"), A)

    mouse.move(seen(body, 0).center())

    shown = grip(body)
    assert shown.isVisible()
    assert shown.geometry().right() < body.document().documentMargin()
    assert abs(shown.geometry().center().y() - seen(body, 0).center().y()) <= 3
    assert shown.cursor().shape() == Qt.CursorShape.OpenHandCursor
    assert "Alt+Up" in shown.toolTip()


def test_words_that_run_from_the_right_have_their_handle_there(body, mouse):
    show(body, paragraph("سلام به همه"), A)

    mouse.move(seen(body, 0).center())

    assert grip(body).geometry().left() > body.viewport().width() - body.document().documentMargin()


def test_text_is_selected_with_the_mouse_as_ever(body, mouse):
    show(body, paragraph("Bron öppnar i maj"), B)
    start = body.cursorRect().center()

    mouse.move(start)
    mouse.press(start)
    mouse.move(start + QPoint(30, 0))
    mouse.move(QPoint(body.viewport().width() - 5, start.y()))
    is_shown = grip(body).isVisible()
    mouse.let_go(QPoint(body.viewport().width() - 5, start.y()))

    assert body.textCursor().selectedText() == "Bron öppnar i maj"
    assert not is_shown


@pytest.mark.parametrize("blocks", [(A,), ()])
def test_a_text_of_one_block_has_nothing_to_drag(body, mouse, blocks):
    show(body, *blocks)

    mouse.move(seen(body, 0).center())

    assert not grip(body).isVisible()


def test_typing_hides_the_handle(body, mouse, type_text_in):
    show(body, A, B)
    mouse.move(seen(body, 0).center())

    type_text_in(body, "x")

    assert not grip(body).isVisible()
