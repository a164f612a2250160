"""Dimming what is not being written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor_app.domain.document import (
    Document,
    FactTitle,
    Figure,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Strong,
    paragraph,
)
from ui.editor.line_field import LineField
from ui.editor.passage_focus import PassageFocus, Veil

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


def dimmed(field):
    """The texts of the blocks that the veil of `field` lies over."""
    veil, block, texts = field.findChild(Veil), field.document().begin(), []
    assert veil.geometry() == field.viewport().geometry()
    while block.isValid():
        line = field.cursorRect(QTextCursor(block))
        assert veil.free().contains(line) or not veil.free().intersects(line)
        if not veil.free().contains(line):
            texts.append(block.text())
        block = block.next()
    return texts


def put_cursor(editor, number):
    editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(number)))


def darkest(editor):
    """The lightness of what is darkest in each row of pixels of the text."""
    image = editor.viewport().parentWidget().grab().toImage()
    return [
        min(image.pixelColor(x, y).lightness() for x in range(image.width())) for y in range(image.height())
    ]


def test_all_but_the_paragraph_with_the_cursor_is_dimmed(editor, focus):
    put_cursor(editor, 1)

    assert dimmed(editor) == ["Ett", "Fakta", "I rutan", "Slut"]


def test_a_fact_box_is_one_passage(editor, focus):
    put_cursor(editor, 3)

    assert dimmed(editor) == ["Ett", "Två", "Slut"]


def test_what_is_typed_is_not_dimmed_nor_a_new_paragraph(qtbot, editor, focus):
    put_cursor(editor, 1)

    qtbot.keyClicks(editor, "xy")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert dimmed(editor) == ["Ett", "xy", "Fakta", "I rutan", "Slut"]


def test_the_veil_keeps_up_with_scrolling(editor, focus):
    editor.set_body(Document(tuple(paragraph(f"Stycke {number}") for number in range(60))))

    put_cursor(editor, 50)
    editor.ensureCursorVisible()

    assert editor.verticalScrollBar().value() > 0
    assert "Stycke 50" not in dimmed(editor)
    assert len(dimmed(editor)) == 59


def test_a_field_without_the_cursor_is_dimmed_as_a_whole(qtbot, editor):
    title = LineField("Rubrik", "Rubrik", 1.0, editor.font().weight(), editor)
    title.show_words("Ny bro")
    title.show()
    focus = PassageFocus((title, editor), editor)

    focus.set_on(True)
    before = dimmed(title)
    title.setFocus()

    assert before == ["Ny bro"]
    assert dimmed(title) == []


@pytest.mark.parametrize(
    "block",
    [
        Paragraph((Span("ord", (Strong(),)), Span("ord", (Link("https://example.se"),)))),
        ListItem(False, 1, (Span(""),)),
        ListItem(True, 1, (Span(""),)),
        Quote((Span(""),)),
        Figure("a" * 64, alt="En bro"),
    ],
)
def test_no_look_of_words_and_no_sign_or_image_escapes(editor, block):
    editor.set_body(Document((paragraph(""), block, paragraph("Slut"))))
    put_cursor(editor, editor.document().blockCount() - 1)
    clear = darkest(editor)

    PassageFocus((editor,), editor).set_on(True)

    last = editor.cursorRect().top() - 6
    assert min(clear[:last]) + 15 < min(darkest(editor)[:last])


def test_it_ends_as_it_began_and_is_no_edit(qtbot, editor, focus):
    with qtbot.assertNotEmitted(editor.edited):
        put_cursor(editor, 2)
        focus.set_on(False)

    assert editor.findChild(Veil).isHidden()
    assert editor.body() == BODY
