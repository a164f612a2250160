"""Putting blocks into the text at the cursor, as one step to undo."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from editor_app.domain.block_specs import BLOCK_SPECS
from editor_app.domain.document import Block, Document, Figure, ObjectBlock, Paragraph
from ui.editor.block_shapes import BlockShape, block_format, set_shape, shape_of, shape_of_value
from ui.editor.blocks import is_blank, is_object
from ui.editor.commands import ensure_way_on, leave_object, one_step
from ui.editor.mapping import insert_words
from ui.editor.object_format import object_of
from ui.editor.removal import remove_selection, unbox_orphans
from ui.editor.settling import settle


def insert_document(cursor: QTextCursor, document: Document) -> None:
    """Put `document` in place of what is selected; the cursor ends up behind it.

    The first block joins the words before the cursor if it is running text, and the last one those
    behind it; a blank block takes the kind of what comes into it.
    """
    with one_step(cursor):
        for _step in insertion(cursor, document):
            pass


def insertion(cursor: QTextCursor, document: Document) -> Iterator[None]:
    """Do what `insert_document` does, a step for each block, as one edit or more of the caller's."""
    if not document.blocks:
        return
    remove_selection(cursor)
    leave_object(cursor)
    first, *rest = document.blocks
    boxed = shape_of(cursor.block()).in_box
    start = cursor.position()
    if _goes_into_line(first, cursor.block()):
        insert_words(cursor, first)
    else:
        _part_block(cursor)
        _fill_or_add(cursor, first, boxed)
    if rest:
        _part_block(cursor)
    for block in rest:
        yield
        _add(cursor, block, boxed)
    if is_object(cursor.block()):
        ensure_way_on(cursor.block())
    unbox_orphans(cursor.block())
    settle(cursor.document(), start, cursor.position())
    yield


def take_out_figures(cursor: QTextCursor, image_id: str) -> None:
    """Take every figure of the image away, and leave the cursor where it is."""
    taking = QTextCursor(cursor)
    with one_step(taking):
        block = cursor.document().begin()
        while block.isValid():
            value = object_of(block)
            if isinstance(value, Figure) and value.image_id == image_id:
                taking.setPosition(block.position())
                taking.setPosition(block.position() + 1, QTextCursor.MoveMode.KeepAnchor)
                remove_selection(taking)
                block = taking.block()
            block = block.next()


def _goes_into_line(block: Block, target: QTextBlock) -> bool:
    if isinstance(block, ObjectBlock):
        return False
    return isinstance(block, Paragraph) or (not is_blank(target) and shape_of(target).kind is type(block))


def _part_block(cursor: QTextCursor) -> None:
    """Move the words behind the cursor, if there are any, into a block of their own."""
    if cursor.atBlockEnd():
        return
    position = cursor.position()
    cursor.insertBlock(block_format(shape_of(cursor.block())), QTextCharFormat())
    cursor.setPosition(position)


def _fill_or_add(cursor: QTextCursor, block: Block, boxed: bool) -> None:
    if is_blank(cursor.block()):
        set_shape(cursor, _shape(block, boxed))
        insert_words(cursor, block)
    else:
        _add(cursor, block, boxed)


def _add(cursor: QTextCursor, block: Block, boxed: bool) -> None:
    cursor.insertBlock(block_format(_shape(block, boxed)), QTextCharFormat())
    insert_words(cursor, block)


def _shape(block: Block, boxed: bool) -> BlockShape:
    shape = shape_of_value(block)
    may_be_boxed = BLOCK_SPECS[shape.kind].may_be_boxed
    return replace(shape, boxed=may_be_boxed and (boxed or shape.boxed))
