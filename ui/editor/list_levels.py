"""The levels of list items, which may go one deeper than the item above and no more.

Where an edit took the item above away, what was nested below it comes out together, so that what
stood side by side still does. It is settled after each edit, as a part of the same step to undo.
"""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor_app.domain.document import LIST_LEVELS, ListItem
from ui.editor.block_shapes import PARAGRAPH, BlockShape, set_shape, shape_of


def deepest_level(block: QTextBlock) -> int:
    """Return the level that a list item in `block` may have at most."""
    above = shape_of(block.previous()) if block.previous().isValid() else PARAGRAPH
    in_same_list = above.kind is ListItem and above.boxed == shape_of(block).boxed
    return min(above.level + 1, LIST_LEVELS[-1]) if in_same_list else LIST_LEVELS[0]


def settle_levels(document: QTextDocument, start: int, end: int) -> None:
    """Bring out the items that a change between two positions left too deep."""
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end + 1:
        shape = shape_of(block)
        too_deep = shape.level - deepest_level(block)
        if shape.kind is ListItem and too_deep > 0:
            _bring_out(block, shape, too_deep)
        block = block.next()


def _bring_out(block: QTextBlock, first: BlockShape, steps: int) -> None:
    """Move `block`, in the shape of `first`, out with those beside it and below them."""
    cursor = QTextCursor(block)
    cursor.joinPreviousEditBlock()
    shape = first
    while shape.kind is ListItem and shape.boxed == first.boxed and shape.level >= first.level:
        set_shape(QTextCursor(block), replace(shape, level=shape.level - steps))
        block = block.next()
        if not block.isValid():
            break
        shape = shape_of(block)
    cursor.endEditBlock()
