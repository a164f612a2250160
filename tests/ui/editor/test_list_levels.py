"""Nested items that lose the item above come out together, and go back with one undo."""

import pytest
from PySide6.QtCore import Qt

from editor_app.domain.document import Document, ListItem, Span, paragraph
from ui.editor.block_shapes import shape_of

Key = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def item(text, level=1):
    return ListItem(False, level, (Span(text),))


def levels_shown(body):
    block, found = body.document().begin(), []
    while block.isValid():
        found.append(shape_of(block).level)
        block = block.next()
    return found


NESTED = (item("a"), item("b", 2), item("c", 2), item("d", 3), item("e"))
LOSSES = [
    (NESTED, 0, Key.Key_Backspace, NONE, [0, 1, 1, 2, 1]),
    (NESTED, 2, Key.Key_Backtab, SHIFT, [1, 2, 1, 2, 1]),
    ((item("a"), item("b", 2), item("c", 3), item("d", 3)), 1, Key.Key_Backtab, SHIFT, [1, 1, 2, 2]),
    ((paragraph("p"), *NESTED), 1, Key.Key_Backspace, NONE, [0, 0, 1, 1, 2, 1]),
]


@pytest.mark.parametrize(("blocks", "at", "key", "modifier", "levels"), LOSSES)
def test_what_stood_side_by_side_still_does(article_editor, qtbot, blocks, at, key, modifier, levels):
    body = article_editor.body
    body.set_body(Document(blocks))
    cursor = body.textCursor()
    cursor.setPosition(body.document().findBlockByNumber(at).position())
    body.setTextCursor(cursor)

    qtbot.keyClick(body, key, modifier)
    shown = levels_shown(body)
    said = [getattr(block, "level", 0) for block in body.body().blocks]
    body.undo()

    assert shown == said == levels
    assert body.body().blocks == blocks
    assert not body.document().isUndoAvailable()
