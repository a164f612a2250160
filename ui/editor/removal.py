"""Taking text away so that objects stay whole and every block keeps the kind of its words."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.domain.document import Figure, Table
from ui.editor.block_shapes import PARAGRAPH, BlockShape, set_shape, shape_of
from ui.editor.blocks import box_title, end_of, is_boxed, is_object


def remove_selection(cursor: QTextCursor) -> None:
    """Remove what is selected; an object that is not selected is never joined with text."""
    if not cursor.hasSelection():
        return
    start, end = _without_joining_objects(cursor)
    first, last = cursor.document().findBlock(start), cursor.document().findBlock(end)
    shape = _shape_after(first, last, start, end)
    cursor.beginEditBlock()
    cursor.setPosition(start)
    cursor.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    if shape_of(cursor.block()) != shape:
        set_shape(cursor, shape)
    unbox_orphans(cursor.block())
    cursor.endEditBlock()


def unbox_orphans(block: QTextBlock) -> None:
    """Take `block` and what follows out of a fact box that has lost its title."""
    if not is_boxed(block):
        block = block.next()
    if is_boxed(block) and box_title(block) is None:
        unbox_from(block)


def unbox_from(block: QTextBlock) -> None:
    """Take `block` and the rest of its fact box out of it."""
    while is_boxed(block):
        set_shape(QTextCursor(block), replace(shape_of(block), boxed=False))
        block = block.next()


def _without_joining_objects(cursor: QTextCursor) -> tuple[int, int]:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first, last = cursor.document().findBlock(start), cursor.document().findBlock(end)
    if first == last:
        return start, end
    object_stays_above = is_object(first) and start > first.position()
    object_stays_below = is_object(last) and end == last.position()
    if object_stays_above and end < end_of(last):
        start = first.next().position()
    if object_stays_below and start > first.position():
        end = last.position() - 1
    return start, end


def _shape_after(first: QTextBlock, last: QTextBlock, start: int, end: int) -> BlockShape:
    """Return the shape of the block that is left: that of the words that stay in it."""
    if start == first.position() and end < end_of(last):
        return shape_of(last)
    shape = shape_of(first)
    if shape.kind in (Figure, Table) and start == first.position():
        return PARAGRAPH
    return shape
