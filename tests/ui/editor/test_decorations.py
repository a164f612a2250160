"""What stands beside and behind the words."""

import pytest

from editor_app.domain.document import Document, ListItem, Quote, Span
from ui.editor.blocks import first_line


@pytest.mark.parametrize("kind", [ListItem, lambda spans: ListItem(spans=spans, ordered=True), Quote])
def test_nothing_is_drawn_beside_a_block_without_lines(editor, kind):
    item = kind(spans=(Span("gungor"),))
    editor.set_body(Document((item, item)))
    block = editor.document().lastBlock()
    block.layout().clearLayout()
    assert first_line(block) is None

    # Qt ends the program where it is asked about a line that is not there.
    editor.grab()
