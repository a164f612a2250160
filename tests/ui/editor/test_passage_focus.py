"""Dimming what is not being written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor_app.domain.document import Document, FactTitle, Paragraph, Span, paragraph
from ui.editor.passage_focus import PassageFocus

BODY = Document(
    (
        paragraph("Ett"),
        paragraph("Två"),
        FactTitle((Span("Fakta"),)),
        Paragraph((Span("I rutan"),), boxed=True),
        paragraph("Slut"),
    )
)


@pytest.fixture
def focus(editor):
    editor.set_body(BODY)
    focus = PassageFocus((editor,), editor)
    focus.set_on(True)
    return focus


def dimmed(editor):
    return [place.cursor.selectedText().strip("\u2029").split("\u2029") for place in editor.extraSelections()]


def put_cursor(editor, number):
    editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(number)))


def test_all_but_the_paragraph_with_the_cursor_is_dimmed(editor, focus):
    put_cursor(editor, 1)

    assert dimmed(editor) == [["Ett"], ["Fakta", "I rutan", "Slut"]]


def test_a_fact_box_is_one_passage(editor, focus):
    put_cursor(editor, 3)

    assert dimmed(editor) == [["Ett", "Två"], ["Slut"]]


def test_what_is_typed_is_not_dimmed_nor_a_new_paragraph(qtbot, editor, focus):
    put_cursor(editor, 1)

    qtbot.keyClicks(editor, "xy")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert dimmed(editor) == [["Ett", "xy"], ["Fakta", "I rutan", "Slut"]]


def test_it_ends_as_it_began_and_is_no_edit(qtbot, editor, focus):
    with qtbot.assertNotEmitted(editor.edited):
        put_cursor(editor, 2)
        focus.set_on(False)

    assert editor.extraSelections() == []
    assert editor.body() == BODY
