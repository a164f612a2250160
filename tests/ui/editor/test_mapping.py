"""Document -> QTextDocument -> Document."""

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextCursor, QTextDocument

from editor_app.domain.document import Document, Emphasis, Figure, Heading, Link, Span, Strong, paragraph
from editor_app.domain.normalize import normalize
from tests.strategies import documents
from ui.editor.mapping import block_values, read, write
from ui.editor.object_format import OBJECT_CHARACTER, object_format


@pytest.fixture
def target(qapp):
    return QTextDocument()


@settings(max_examples=150)
@given(document=documents)
def test_what_was_written_is_read(qapp, document):
    target = QTextDocument()

    write(document, target)

    assert read(target) == normalize(document)


def test_a_figure_is_one_character_in_a_block_of_its_own(target):
    figure = Figure("a" * 64, alt="En bro", caption="Bron")

    write(Document((paragraph("Före"), figure, paragraph("Efter"))), target)

    assert [block.text() for block in _blocks(target)] == ["Före", OBJECT_CHARACTER, "Efter"]


def test_text_that_shares_a_block_with_a_figure_is_kept_as_a_block_beside_it(target):
    figure = Figure("a" * 64, alt="En bro")
    write(Document((figure,)), target)

    QTextCursor(target).insertText("Före", QTextCursor(target).blockCharFormat())

    assert read(target) == Document((paragraph("Före"), figure))


def test_two_equal_figures_in_one_block_are_two(target):
    figure = Figure("a" * 64, alt="En bro")
    cursor = QTextCursor(target)

    cursor.insertText(OBJECT_CHARACTER * 2, object_format(figure))

    assert read(target) == Document((figure, figure))


def test_a_part_of_a_block_is_counted_in_utf_16_units(target):
    write(Document((Heading(2, (Span("a😀b"), Span("c😀d", (Emphasis(),)))),)), target)

    (part,) = block_values(target.begin(), 1, 7)

    assert part == Heading(2, (Span("😀b"), Span("c😀", (Emphasis(),))))


def test_writing_empties_the_undo_history(target):
    write(Document((paragraph("Ett"),)), target)
    write(Document((paragraph("Två"),)), target)

    assert not target.isUndoAvailable()


def test_marks_and_line_breaks_go_over(target):
    spans = (Span("rad ett\nrad två"), Span(" länk", (Link("https://example.se"), Strong(), Emphasis())))
    document = Document((Heading(3, (Span("Rubrik", (Emphasis(),)),)), type(paragraph(""))(spans)))

    write(document, target)

    assert target.begin().next().text() == "rad ett\u2028rad två länk"
    assert read(target) == document


def _blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
