"""Alt+Up and Alt+Down move blocks: as one step, with the selection, and what belongs together as a whole."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor_app.domain.document import (
    Document,
    FactTitle,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Span,
    paragraph,
)

ALT = Qt.KeyboardModifier.AltModifier
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
BRIDGE = Figure("a" * 64, alt="En bro")


def item(text, level=1, *, boxed=False):
    return ListItem(False, level, (Span(text),), boxed=boxed)


def boxed(text):
    return Paragraph((Span(text),), boxed=True)


TITLE = FactTitle((Span("Fakta"),))
A, B, C = paragraph("a"), paragraph("b"), paragraph("c")


@pytest.fixture
def body(article_editor):
    return article_editor.body


def show(body, *blocks, at=0, to=None):
    body.set_body(Document(blocks))
    cursor = body.textCursor()
    document = body.document()
    cursor.setPosition(document.findBlockByNumber(at).position())
    if to is not None:
        last = document.findBlockByNumber(to)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)


def said(body):
    return body.body().blocks


MOVES = [
    ((A, B, C), 0, DOWN, (B, A, C)),
    ((A, B, C), 2, UP, (A, C, B)),
    ((A, Heading(2, (Span("h"),))), 1, UP, (Heading(2, (Span("h"),)), A)),
    ((A, BRIDGE, B), 1, UP, (BRIDGE, A, B)),
    ((A, BRIDGE, B), 0, DOWN, (BRIDGE, A, B)),
    ((A, BRIDGE, B), 1, DOWN, (A, B, BRIDGE)),
    ((TITLE, boxed("x"), A), 0, DOWN, (A, TITLE, boxed("x"))),
    ((A, TITLE, boxed("x")), 1, UP, (TITLE, boxed("x"), A)),
    ((TITLE, boxed("x"), boxed("y"), A), 1, DOWN, (TITLE, boxed("y"), boxed("x"), A)),
    ((TITLE, boxed("x"), A), 1, DOWN, (TITLE, paragraph("x"), A)),
    ((TITLE, boxed("x")), 1, DOWN, (TITLE, paragraph("x"))),
    ((TITLE, boxed("x"), A), 1, UP, (paragraph("x"), TITLE, A)),
    ((A, TITLE, boxed("x")), 0, DOWN, (TITLE, boxed("a"), boxed("x"))),
    ((TITLE, boxed("x"), A), 2, UP, (TITLE, boxed("x"), boxed("a"))),
    ((TITLE, boxed("x"), BRIDGE, A), 2, UP, (BRIDGE, TITLE, boxed("x"), A)),
    ((BRIDGE, TITLE, boxed("x"), A), 0, DOWN, (TITLE, boxed("x"), BRIDGE, A)),
    ((item("1"), item("1a", 2), item("2")), 0, DOWN, (item("2"), item("1"), item("1a", 2))),
    ((item("1"), item("1a", 2), item("2")), 2, UP, (item("2"), item("1"), item("1a", 2))),
    ((item("1"), item("1a", 2)), 1, UP, (item("1a"), item("1"))),
    ((A, item("1"), item("1a", 2)), 0, DOWN, (item("1"), item("1a", 2), A)),
]


@pytest.mark.parametrize(("before", "at", "key", "after"), MOVES)
def test_a_block_moves_by_one_place_and_one_undo_and_redo_take_it_back_and_forth(
    body, qtbot, before, at, key, after
):
    show(body, *before, at=at)

    qtbot.keyClick(body, key, ALT)
    moved = said(body)
    body.undo()
    undone = said(body)
    is_clean = not body.document().isUndoAvailable()
    body.redo()

    assert moved == after
    assert undone == before
    assert is_clean
    assert said(body) == after


@pytest.mark.parametrize(("at", "key"), [(0, UP), (2, DOWN)])
def test_at_the_ends_of_the_text_nothing_moves_and_nothing_can_be_undone(body, qtbot, at, key):
    show(body, A, B, C, at=at)

    qtbot.keyClick(body, key, ALT)

    assert said(body) == (A, B, C)
    assert not body.document().isUndoAvailable()


def test_several_selected_blocks_move_together_and_stay_selected(body, qtbot):
    show(body, A, B, C, at=0, to=1)

    qtbot.keyClick(body, DOWN, ALT)

    assert said(body) == (C, A, B)
    assert body.textCursor().selectedText() == "a\u2029b"


def test_a_selection_that_reaches_out_of_a_fact_box_takes_the_whole_box(body, qtbot):
    show(body, A, TITLE, boxed("x"), B, at=2, to=3)

    qtbot.keyClick(body, UP, ALT)

    assert said(body) == (TITLE, boxed("x"), B, A)


def test_the_marks_of_the_words_and_the_cursor_go_along(body, qtbot, type_text_in):
    show(body, A, B, at=1)
    body.moveCursor(QTextCursor.MoveOperation.EndOfBlock)

    qtbot.keyClick(body, UP, ALT)
    type_text_in(body, "x")

    assert said(body) == (paragraph("bx"), A)


def test_a_paragraph_walks_through_a_whole_text_and_back_without_a_change(body, qtbot):
    blocks = (A, TITLE, boxed("x"), item("1", boxed=True), BRIDGE, item("2"), item("2a", 2), B)
    show(body, *blocks, at=0)
    seen = [said(body)]

    for _ in range(9):
        qtbot.keyClick(body, DOWN, ALT)
        seen.append(said(body))
    for _ in range(9):
        qtbot.keyClick(body, UP, ALT)

    assert said(body) == blocks
    assert all(len(one) == len(blocks) for one in seen)
    assert sum(one != other for one, other in pairwise(seen)) >= 6
