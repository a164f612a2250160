"""Going to a heading by its name."""

import pytest
from PySide6.QtCore import Qt

from editor_app.domain.document import Document, FactTitle, Heading, Paragraph, Span, paragraph
from ui.editor.heading_search import HeadingSearch

Key = Qt.Key


@pytest.fixture
def open_search(qtbot, editor):
    def open_it():
        search = HeadingSearch(editor)
        qtbot.addWidget(search)
        search.show()
        return search

    return open_it


def listed(search):
    return [search.found.item(row).text() for row in range(search.found.count())]


BODY = Document(
    (
        Heading(2, (Span("Så byggs bron"),)),
        *(paragraph(f"Stycke {number}") for number in range(60)),
        Heading(3, (Span("Trafik"),)),
        FactTitle((Span("Bron i siffror"),)),
        Paragraph((Span("48 meter"),), boxed=True),
        Heading(2, (Span("Kontakt"),)),
    )
)


def test_headings_and_fact_boxes_are_listed_by_their_level(editor, open_search):
    editor.set_body(BODY)

    assert listed(open_search()) == [
        "Så byggs bron",
        "\u2003Trafik",
        "Bron i siffror    Fact box",
        "Kontakt",
    ]


def test_typing_and_enter_go_there(qtbot, editor, open_search):
    editor.set_body(BODY)
    search = open_search()

    qtbot.keyClicks(search.search, "siff")
    qtbot.keyClick(search.search, Key.Key_Return)

    assert editor.textCursor().block().text() == "Bron i siffror"
    assert editor.viewport().rect().contains(editor.cursorRect())
    assert not search.isVisible()


def test_the_heading_that_the_cursor_stands_under_is_the_chosen_one(editor, open_search):
    editor.set_body(BODY)
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(61).position() + 3)
    editor.setTextCursor(cursor)

    search = open_search()

    assert search.found.currentItem().text() == "\u2003Trafik"


def test_a_text_without_headings_says_how_to_make_one(editor, open_search):
    editor.set_body(Document((paragraph("Bara text"),)))

    assert "Ctrl+Alt+2" in open_search().nothing.text()
