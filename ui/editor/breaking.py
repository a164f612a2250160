"""What Enter, Backspace and Delete do to the structure of the text: each is one step to undo."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from editor_app.domain.block_specs import BLOCK_SPECS
from editor_app.domain.document import FactTitle, ListItem, Paragraph
from ui.editor.block_shapes import PARAGRAPH, BlockShape, block_format, set_shape, shape_of
from ui.editor.blocks import end_of, is_blank, is_boxed, is_object
from ui.editor.commands import leave_object, nest, one_step, set_kind
from ui.editor.mapping import LINE_BREAK
from ui.editor.removal import remove_selection


def break_block(cursor: QTextCursor) -> None:
    """Start a new block at `cursor`, of the kind that follows; on an empty one, leave its kind instead."""
    with one_step(cursor):
        remove_selection(cursor)
        if is_object(cursor.block()):
            leave_object(cursor)
            return
        if is_blank(cursor.block()) and _leave_kind(cursor):
            return
        if _ends_title_of_empty_box(cursor):
            cursor.setPosition(cursor.block().next().position())
            return
        _split(cursor)


def break_line(cursor: QTextCursor) -> None:
    """Insert a line break where the block may hold one, else start a new block."""
    with one_step(cursor):
        remove_selection(cursor)
        block = cursor.block()
        if is_object(block) or not BLOCK_SPECS[shape_of(block).kind].line_breaks:
            break_block(cursor)
        else:
            cursor.insertText(LINE_BREAK)


def erase_backwards(cursor: QTextCursor) -> bool:
    """Do what Backspace does at the edge of a block; False where an ordinary deletion is meant."""
    block = cursor.block()
    if cursor.hasSelection():
        remove_selection(cursor)
        return True
    if is_object(block) and cursor.position() > block.position():
        _remove_object(cursor, block)
        return True
    if cursor.position() > block.position():
        return False
    if shape_of(block).kind is not Paragraph and not is_object(block):
        _unmake(cursor)
    elif block.previous().isValid():
        _join(cursor, block.previous(), block)
    return True


def erase_forwards(cursor: QTextCursor) -> bool:
    """Do what Delete does at the edge of a block; False where an ordinary deletion is meant."""
    block = cursor.block()
    if cursor.hasSelection():
        remove_selection(cursor)
        return True
    if is_object(block) and cursor.position() == block.position():
        _remove_object(cursor, block)
        return True
    if cursor.position() < end_of(block):
        return False
    if block.next().isValid():
        _join(cursor, block, block.next())
    return True


def _ends_title_of_empty_box(cursor: QTextCursor) -> bool:
    """Tell whether the paragraph to go on with is there already, as in a box that was just started."""
    block, below = cursor.block(), cursor.block().next()
    return (
        shape_of(block).kind is FactTitle
        and cursor.position() == end_of(block)
        and is_boxed(below)
        and is_blank(below)
        and shape_of(below).kind is Paragraph
    )


def _split(cursor: QTextCursor) -> None:
    shape = shape_of(cursor.block())
    at_start = cursor.position() == cursor.block().position() and not is_blank(cursor.block())
    at_end = cursor.position() == end_of(cursor.block())
    follows = _following(shape)
    if at_start and follows.kind is not shape.kind:
        # A heading that is pushed down stays a heading; what opens above it is plain.
        cursor.insertBlock(block_format(shape), QTextCharFormat())
        above = QTextCursor(cursor.block().previous())
        set_shape(above, replace(PARAGRAPH, boxed=shape.boxed))
        return
    stays = shape.kind in (Paragraph, ListItem) or (not at_end and BLOCK_SPECS[shape.kind].line_breaks)
    cursor.insertBlock(block_format(shape if stays else follows), QTextCharFormat())


def _following(shape: BlockShape) -> BlockShape:
    kind = BLOCK_SPECS[shape.kind].next_kind
    if kind is shape.kind:
        return shape
    return BlockShape(kind, boxed=shape.in_box and BLOCK_SPECS[kind].may_be_boxed)


def _leave_kind(cursor: QTextCursor) -> bool:
    """Let an empty block step out: of a level, of its kind, then of its fact box."""
    block = cursor.block()
    shape = shape_of(block)
    if shape.kind is ListItem and shape.level > 1:
        nest(cursor, -1)
    elif shape.kind not in (Paragraph, FactTitle):
        set_kind(cursor, PARAGRAPH)
    elif shape.boxed and not is_boxed(block.next()):
        set_shape(cursor, PARAGRAPH)
    else:
        return False
    return True


def _unmake(cursor: QTextCursor) -> None:
    """Step out of a list level or, from the first one and from other kinds, to a paragraph."""
    shape = shape_of(cursor.block())
    if shape.kind is ListItem and shape.level > 1:
        nest(cursor, -1)
    else:
        set_kind(cursor, PARAGRAPH)


def _remove_object(cursor: QTextCursor, block: QTextBlock) -> None:
    cursor.setPosition(block.position())
    cursor.setPosition(end_of(block), QTextCursor.MoveMode.KeepAnchor)
    remove_selection(cursor)


def _join(cursor: QTextCursor, above: QTextBlock, below: QTextBlock) -> None:
    """Make one block of two; beside an object only an empty block goes, and else the cursor moves over."""
    with_object = is_object(above) or is_object(below)
    if with_object and not is_blank(above) and not is_blank(below):
        backwards = cursor.block() == below
        cursor.setPosition(end_of(above) if backwards else below.position())
        return
    cursor.setPosition(end_of(above))
    cursor.setPosition(below.position(), QTextCursor.MoveMode.KeepAnchor)
    if is_blank(above) and not is_blank(below):
        cursor.setPosition(above.position())
        cursor.setPosition(below.position(), QTextCursor.MoveMode.KeepAnchor)
    remove_selection(cursor)
