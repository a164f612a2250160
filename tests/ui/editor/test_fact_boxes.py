"""Fact boxes are started, put around words, left and taken away, by keys and from the menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
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

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
BRIDGE = Figure("a" * 64, alt="En bro")
A, B = paragraph("a"), paragraph("b")


def words(text):
    return (Span(text),)


def boxed(text):
    return Paragraph(words(text), boxed=True)


TITLE = FactTitle(words("Fakta"))


@pytest.fixture
def body(article_editor):
    return article_editor.body


def show(body, *blocks, at=0, to=None):
    """Show `blocks` with the cursor at the end of block `at`, or those from `at` to `to` selected."""
    body.set_body(Document(blocks))
    document, cursor = body.document(), body.textCursor()
    first = document.findBlockByNumber(at)
    if to is None:
        cursor.setPosition(first.position() + first.length() - 1)
    else:
        last = document.findBlockByNumber(to)
        cursor.setPosition(first.position())
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)


def said(body):
    return body.body().blocks


def test_what_is_selected_is_wrapped_and_several_boxes_stand_in_one_article(body, qtbot, type_text_in):
    show(body, A, Heading(3, words("h")), ListItem(False, 1, words("i")), B, at=1, to=2)

    qtbot.keyClick(body, Key.Key_B, CONTROL | SHIFT)
    type_text_in(body, "Ett")
    body.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(body, Key.Key_A, CONTROL)
    body.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(body, Key.Key_B, CONTROL | SHIFT)
    type_text_in(body, "Två")

    assert said(body) == (
        A,
        FactTitle(words("Ett")),
        Heading(3, words("h"), boxed=True),
        ListItem(False, 1, words("i"), boxed=True),
        B,
        FactTitle(words("Två")),
    )


LEAVING = [
    ((TITLE, boxed("x")), 1, (TITLE, boxed("x"), paragraph("ute"))),
    ((TITLE, boxed("x"), boxed("y"), A), 0, (TITLE, boxed("x"), boxed("y"), paragraph("ute"), A)),
    ((TITLE, boxed("x"), TITLE, boxed("y")), 1, (TITLE, boxed("x"), paragraph("ute"), TITLE, boxed("y"))),
    ((TITLE, boxed("x"), BRIDGE), 1, (TITLE, boxed("x"), paragraph("ute"), BRIDGE)),
    ((TITLE,), 0, (TITLE, paragraph("ute"))),
]


@pytest.mark.parametrize(("before", "at", "after"), LEAVING)
def test_alt_enter_goes_on_below_the_box_and_one_undo_takes_it_back(
    body, qtbot, type_text_in, before, at, after
):
    show(body, *before, at=at)

    qtbot.keyClick(body, Key.Key_Return, ALT)
    is_step = body.document().availableUndoSteps()
    type_text_in(body, "ute")
    left = said(body)
    while body.document().isUndoAvailable():
        body.undo()

    assert is_step
    assert left == after
    assert said(body) == before


def test_an_empty_line_at_the_end_of_the_box_is_the_way_out(body, qtbot, type_text_in):
    show(body, TITLE, boxed("x"), at=1)
    qtbot.keyClick(body, Key.Key_Return)

    qtbot.keyClick(body, Key.Key_Return, ALT)
    type_text_in(body, "ute")

    assert said(body) == (TITLE, boxed("x"), paragraph("ute"))
    assert body.document().blockCount() == 3


def test_outside_of_a_box_there_is_nothing_to_leave_or_to_remove(body, qtbot, article_editor):
    show(body, A)

    qtbot.keyClick(body, Key.Key_Return, ALT)
    qtbot.keyClick(body, Key.Key_Return, ALT | SHIFT)

    assert said(body) == (A,)
    assert not article_editor.formats["leave_box"].isEnabled()
    assert not article_editor.formats["remove_box"].isEnabled()


@pytest.mark.parametrize("at", [1, 2])
def test_a_box_is_taken_away_and_its_text_stays(body, qtbot, at):
    show(body, A, TITLE, boxed("x"), ListItem(True, 1, words("i"), boxed=True), B, at=at)
    before = said(body)

    qtbot.keyClick(body, Key.Key_Return, ALT | SHIFT)
    removed = said(body)
    body.undo()

    assert removed == (A, paragraph("Fakta"), paragraph("x"), ListItem(True, 1, words("i")), B)
    assert said(body) == before


def test_a_selection_over_two_boxes_takes_both_away(body, qtbot):
    show(body, TITLE, boxed("x"), A, TITLE, boxed("y"), at=1, to=3)

    qtbot.keyClick(body, Key.Key_Return, ALT | SHIFT)

    assert said(body) == tuple(map(paragraph, ("Fakta", "x", "a", "Fakta", "y")))


def menu_lines(body):
    menu = body.context_menu(QPoint(5, 5))
    return [action.text() for action in menu.actions()]


def test_the_menus_say_what_can_be_done_where_the_cursor_is(body):
    show(body, A, at=0, to=0)
    selected = menu_lines(body)
    show(body, TITLE, boxed("x"), at=1)
    inside = menu_lines(body)
    show(body, A)
    outside = menu_lines(body)

    assert selected[-1] == "Wrap in a fact box"
    assert inside[-2:] == ["Leave the fact box", "Remove the fact box, keep the text"]
    assert not any("fact box" in text for text in outside)
