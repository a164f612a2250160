"""What an editor does to blocks and marks: each command is one step to undo."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from editor_app.domain.block_specs import BLOCK_SPECS
from editor_app.domain.document import LIST_LEVELS, FactTitle, Link, ListItem, Mark, ObjectBlock
from ui.editor import marks
from ui.editor.block_shapes import PARAGRAPH, BlockShape, block_format, set_shape, shape_of
from ui.editor.blocks import box_title, end_of, fragments, is_blank, is_object, last_in_box, selected_blocks
from ui.editor.list_levels import deepest_level
from ui.editor.object_format import OBJECT_CHARACTER, object_format
from ui.editor.removal import unbox_from


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """Make everything done within one step to undo."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def set_kind(cursor: QTextCursor, shape: BlockShape) -> None:
    """Make the selected blocks what `shape` says; they stay in their fact box if it can hold them."""
    with one_step(cursor):
        for block in tuple(selected_blocks(cursor)):
            if not is_object(block):
                reshape(block, shape)


def toggle_kind(cursor: QTextCursor, shape: BlockShape) -> None:
    """Make the selected blocks what `shape` says, or paragraphs if they are that already."""
    now = [shape_of(block) for block in selected_blocks(cursor) if not is_object(block)]
    is_set = all((each.kind, each.ordered) == (shape.kind, shape.ordered) for each in now)
    set_kind(cursor, PARAGRAPH if is_set else shape)


def reshape(block: QTextBlock, shape: BlockShape) -> None:
    """Make `block` what `shape` says, in its fact box if that can hold it."""
    now = shape_of(block)
    if now.kind is FactTitle and shape.kind is not FactTitle:
        unbox_from(block.next())
    boxed = now.boxed and BLOCK_SPECS[shape.kind].may_be_boxed
    level = now.level if now.kind is shape.kind is ListItem else shape.level
    set_shape(QTextCursor(block), replace(shape, boxed=boxed, level=level))


def nest(cursor: QTextCursor, steps: int) -> None:
    """Move the selected list items `steps` levels in, or out where it is negative, as far as they may go."""
    with one_step(cursor):
        for block in tuple(selected_blocks(cursor)):
            shape = shape_of(block)
            if shape.kind is not ListItem:
                continue
            level = min(max(shape.level + steps, LIST_LEVELS[0]), deepest_level(block))
            if level != shape.level:
                set_shape(QTextCursor(block), replace(shape, level=level))


def has_mark(cursor: QTextCursor, kind: type[Mark]) -> bool:
    """Tell whether all that is selected, or what would be typed now, has the mark."""
    if not cursor.hasSelection():
        return marks.has_mark(cursor.charFormat(), kind)
    formats = list(_formats(cursor))
    return bool(formats) and all(marks.has_mark(form, kind) for form in formats)


def toggle_mark(cursor: QTextCursor, mark: Mark) -> QTextCharFormat:
    """Set `mark` on what is selected, or take it off where all of it has it.

    Returns the format that did it: without a selection, that is what has to be typed with.
    """
    is_set = has_mark(cursor, type(mark))
    change = marks.without_mark(type(mark)) if is_set else marks.char_format((mark,))
    if cursor.hasSelection():
        cursor.mergeCharFormat(change)
    return change


def _formats(cursor: QTextCursor) -> Iterator[QTextCharFormat]:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for block in selected_blocks(cursor):
        for fragment in fragments(block):
            if fragment.position() < end and fragment.position() + fragment.length() > start:
                yield fragment.charFormat()


@dataclass(frozen=True)
class LinkAt:
    """A link in the text, between two positions."""

    start: int
    end: int
    href: str


def link_at(cursor: QTextCursor) -> LinkAt | None:
    """Return the whole link that the selection starts in or the cursor touches, or None."""
    position = cursor.selectionStart()
    links = [
        link
        for link in _links(cursor.document().findBlock(position))
        if link.start <= position < link.end or (position == link.end and not cursor.hasSelection())
    ]
    return links[-1] if links else None


def _links(block: QTextBlock) -> list[LinkAt]:
    links: list[LinkAt] = []
    for fragment in fragments(block):
        href = marks.href_of(fragment.charFormat())
        if not href:
            continue
        start, end = fragment.position(), fragment.position() + fragment.length()
        if links and (links[-1].end, links[-1].href) == (start, href):
            start = links.pop().start
        links.append(LinkAt(start, end, href))
    return links


def set_link(cursor: QTextCursor, href: str, text: str) -> None:
    """Let what is selected, or the link at the cursor, lead to `href`.

    Where there is neither, insert `text`, which must not be empty then.
    """
    with one_step(cursor):
        here = link_at(cursor)
        link = marks.char_format((Link(href),))
        if cursor.hasSelection():
            cursor.mergeCharFormat(link)
        elif here is not None:
            _span(cursor, here).mergeCharFormat(link)
        else:
            leave_object(cursor)
            form = cursor.charFormat()
            form.merge(link)
            cursor.insertText(text, form)


def remove_link(cursor: QTextCursor) -> None:
    """Take the link off what is selected, or off the link at the cursor; the words stay."""
    here = link_at(cursor)
    target = _span(cursor, here) if here is not None and not cursor.hasSelection() else cursor
    target.mergeCharFormat(marks.without_mark(Link))


def _span(cursor: QTextCursor, link: LinkAt) -> QTextCursor:
    span = QTextCursor(cursor.document())
    span.setPosition(link.start)
    span.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
    return span


def insert_object(cursor: QTextCursor, value: ObjectBlock) -> None:
    """Put `value` into a block of its own below the cursor's block, or below its fact box."""
    with one_step(cursor):
        title = box_title(cursor.block())
        block = cursor.block() if title is None else last_in_box(title)
        if title is None and is_blank(block):
            here = QTextCursor(block)
            set_shape(here, BlockShape(type(value)))
        else:
            here = insert_block_after(block, BlockShape(type(value)))
        here.insertText(OBJECT_CHARACTER, object_format(value))
        inserted = here.block()
        ensure_way_on(inserted)
        cursor.setPosition(end_of(inserted))


def replace_object(block: QTextBlock, value: ObjectBlock) -> None:
    """Let the object in `block` be `value`, which is of the same kind."""
    cursor = QTextCursor(block)
    cursor.setPosition(end_of(block), QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(object_format(value))


def insert_block_after(block: QTextBlock, shape: BlockShape) -> QTextCursor:
    """Insert an empty block in `shape` below `block` and return a cursor in it."""
    cursor = QTextCursor(block)
    cursor.setPosition(end_of(block))
    cursor.insertBlock(block_format(shape), QTextCharFormat())
    return cursor


def leave_object(cursor: QTextCursor) -> None:
    """Move a cursor that stands beside an object into a new paragraph on that side of it."""
    block = cursor.block()
    if not is_object(block):
        return
    if cursor.position() > block.position():
        cursor.setPosition(insert_block_after(block, PARAGRAPH).position())
        return
    object_shape = shape_of(block)
    cursor.setPosition(block.position())
    cursor.insertBlock(block_format(object_shape), QTextCharFormat())
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    set_shape(cursor, PARAGRAPH)


def ensure_way_on(block: QTextBlock) -> None:
    """Leave a paragraph to go on writing in below the last block of the text."""
    if not block.next().isValid():
        insert_block_after(block, PARAGRAPH)
