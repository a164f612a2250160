"""The room below a fact box, which the last block in it leaves.

Which block that is changes with the blocks around it, so it is settled after each edit, as a part
of the same step to undo.
"""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from ui.editor.block_shapes import BELOW_BOX, below, shape_of
from ui.editor.blocks import is_boxed


def settle_box_ends(document: QTextDocument, start: int, end: int) -> None:
    """Give the blocks that a change between two positions touched the room that their place asks for."""
    wrong = [(block, room) for block, room in _rooms(document, start, end) if _room_of(block) != room]
    if not wrong:
        return
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    for block, room in wrong:
        form = QTextBlockFormat()
        form.setBottomMargin(room)
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(form)
    cursor.endEditBlock()


def _rooms(document: QTextDocument, start: int, end: int) -> Iterator[tuple[QTextBlock, float]]:
    block = document.findBlock(start)
    if block.previous().isValid():
        block = block.previous()
    while block.isValid() and block.position() <= end + 1:
        shape = shape_of(block)
        if shape.in_box:
            yield block, below(shape) if is_boxed(block.next()) else BELOW_BOX
        block = block.next()


def _room_of(block: QTextBlock) -> float:
    return block.blockFormat().bottomMargin()
