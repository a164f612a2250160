"""Fact boxes: each command on them is one step to undo."""

from dataclasses import replace
from itertools import dropwhile, takewhile

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.domain.document import FactTitle, Paragraph
from ui.editor.block_shapes import PARAGRAPH, BlockShape, set_shape, shape_of
from ui.editor.blocks import box_title, is_blank, is_object, last_in_box, selected_blocks
from ui.editor.commands import ensure_way_on, insert_block_after, one_step, reshape
from ui.editor.removal import unbox_from


def is_in_fact_box(cursor: QTextCursor) -> bool:
    """Tell whether the selection touches a fact box."""
    return any(box_title(block) is not None for block in selected_blocks(cursor))


def insert_fact_box(cursor: QTextCursor) -> None:
    """Put what is selected into a new fact box, or start an empty one; the cursor goes to its title.

    A box holds no objects, so it ends before the first one below its words.
    """
    with one_step(cursor):
        inside = _may_be_wrapped(cursor) if cursor.hasSelection() else ()
        title = _wrap(inside) if inside else _start_box(cursor)
        cursor.setPosition(title)


def take_out_of_fact_box(cursor: QTextCursor) -> None:
    """Take the selected blocks, and those below them in the same box, out of it.

    A box that loses its title is gone: the title becomes a paragraph.
    """
    with one_step(cursor):
        for block in tuple(selected_blocks(cursor)):
            if shape_of(block).kind is FactTitle:
                reshape(block, PARAGRAPH)
            else:
                unbox_from(block)


def leave_fact_box(cursor: QTextCursor) -> None:
    """Go on below the fact box that the cursor stands in, in an empty paragraph.

    An empty paragraph at the end of the box steps out of it for that.
    """
    title = box_title(cursor.block())
    if title is None:
        return
    last = last_in_box(title)
    below = last.next()
    with one_step(cursor):
        if is_blank(last) and last.previous() != title and last != title:
            set_shape(QTextCursor(last), PARAGRAPH)
            cursor.setPosition(last.position())
        elif below.isValid() and is_blank(below) and shape_of(below) == PARAGRAPH:
            cursor.setPosition(below.position())
        else:
            cursor.setPosition(insert_block_after(last, PARAGRAPH).position())


def remove_fact_box(cursor: QTextCursor) -> None:
    """Let the words of the fact boxes that the selection touches stand in the text itself."""
    with one_step(cursor):
        for block in tuple(selected_blocks(cursor)):
            title = box_title(block)
            if title is not None:
                reshape(title, PARAGRAPH)


def _may_be_wrapped(cursor: QTextCursor) -> tuple[QTextBlock, ...]:
    """Return the first run of selected blocks that a fact box can hold."""
    below_objects = dropwhile(is_object, selected_blocks(cursor))
    return tuple(takewhile(lambda block: not is_object(block), below_objects))


def _wrap(blocks: tuple[QTextBlock, ...]) -> int:
    """Put `blocks` into a new fact box; returns where its title starts."""
    for block in blocks:
        set_shape(QTextCursor(block), replace(shape_of(block), boxed=True))
    above = QTextCursor(blocks[0])
    above.insertBlock()
    title = above.block().previous()
    set_shape(QTextCursor(title), BlockShape(FactTitle))
    return title.position()


def _start_box(cursor: QTextCursor) -> int:
    here = QTextCursor(cursor.block())
    if not is_blank(cursor.block()):
        here = insert_block_after(cursor.block(), PARAGRAPH)
    set_shape(here, BlockShape(FactTitle))
    title = here.block()
    inside = insert_block_after(title, BlockShape(Paragraph, boxed=True))
    ensure_way_on(inside.block())
    return title.position()
