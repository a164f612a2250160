"""Walking over the blocks of the text, and the fact boxes that they make."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextFragment, QTextLine

from editor_app.domain.document import FactTitle
from ui.editor.block_shapes import shape_of
from ui.editor.object_format import object_of


def selected_blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Yield the blocks that the selection touches, or the one that the cursor stands in."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the runs of text in `block` that share a format."""
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def end_of(block: QTextBlock) -> int:
    """Return the position behind the last character of `block`."""
    return block.position() + block.length() - 1


def is_blank(block: QTextBlock) -> bool:
    """Tell whether `block` holds nothing, not even a space or a line break."""
    return block.length() == 1


def is_object(block: QTextBlock) -> bool:
    """Tell whether a figure or a table is the whole of `block`."""
    return object_of(block) is not None


def box_title(block: QTextBlock) -> QTextBlock | None:
    """Return the title of the fact box that `block` stands in, or None outside of one."""
    while block.isValid():
        shape = shape_of(block)
        if shape.kind is FactTitle:
            return block
        if not shape.boxed or is_object(block):
            return None
        block = block.previous()
    return None


def last_in_box(title: QTextBlock) -> QTextBlock:
    """Return the last block of the fact box that `title` opens."""
    last = title
    while is_boxed(last.next()):
        last = last.next()
    return last


def is_boxed(block: QTextBlock) -> bool:
    """Tell whether `block` exists and belongs to the box above it."""
    return block.isValid() and shape_of(block).boxed and not is_object(block)


def first_line(block: QTextBlock) -> QTextLine | None:
    """Return the first line of `block`, None where it has not been laid out: Qt crashes when it is asked."""
    layout = block.layout()
    return layout.lineAt(0) if layout.lineCount() else None
