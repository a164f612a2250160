"""The numbers beside numbered items."""

import pytest

from editor_app.domain.document import Document, Figure, ListItem, Span, paragraph
from ui.editor.blocks import selected_blocks
from ui.editor.decorations import Numbers
from ui.editor.mapping import write


def item(text, level=1, *, ordered=True):
    return ListItem(ordered, level, (Span(text),))


@pytest.mark.parametrize("first", [0, 2, 4])
def test_they_count_on_in_each_list_wherever_one_begins_to_look(editor, first):
    body = Document(
        (
            item("1"),
            item("2"),
            item("1", 2),
            item("2", 2),
            item("3"),
            item("bullet", ordered=False),
            item("1"),
            paragraph("between"),
            item("1"),
            Figure("a" * 64),
            item("1"),
        )
    )
    write(body, editor.document())
    editor.selectAll()
    numbers = Numbers()

    said = [
        (block.text(), str(numbers.of(block)))
        for block in list(selected_blocks(editor.textCursor()))[first:]
        if block.text().isdecimal()
    ]

    assert said
    assert all(text == number for text, number in said)
