"""Document -> QTextDocument and back: block for block, span for fragment.

Positions in Qt count UTF-16 units, so nothing here counts: text goes over fragment by fragment.
"""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor_app.domain.document import Block, Document, ObjectBlock, Span
from editor_app.domain.normalize import normalize
from ui.editor.block_shapes import block_format, shape_of, shape_of_value, text_block
from ui.editor.blocks import fragments
from ui.editor.box_ends import settle_box_ends
from ui.editor.marks import char_format, marks_of
from ui.editor.object_format import OBJECT_CHARACTER, object_format, object_of_format

# What Qt calls a line break inside a block.
LINE_BREAK = "\u2028"


def write(document: Document, target: QTextDocument) -> None:
    """Replace what `target` holds by `document`, in its canonical form; the undo history is emptied."""
    target.setUndoRedoEnabled(False)
    target.clear()
    cursor = QTextCursor(target)
    cursor.beginEditBlock()
    for number, block in enumerate(normalize(document).blocks):
        if number:
            cursor.insertBlock()
        cursor.setBlockFormat(block_format(shape_of_value(block)))
        insert_words(cursor, block)
    cursor.endEditBlock()
    settle_box_ends(target, 0, target.characterCount())
    target.setUndoRedoEnabled(True)
    target.setModified(False)


def insert_words(cursor: QTextCursor, block: Block) -> None:
    """Insert the spans of `block`, or the character of an object, at `cursor`."""
    if isinstance(block, ObjectBlock):
        cursor.insertText(OBJECT_CHARACTER, object_format(block))
        return
    for span in block.spans:
        cursor.insertText(span.text.replace("\n", LINE_BREAK), char_format(span.marks))


def read(source: QTextDocument) -> Document:
    """Return what `source` says, in canonical form."""
    return normalize(Document(tuple(_values(source))))


def block_values(block: QTextBlock, start: int = 0, end: int | None = None) -> Iterator[Block]:
    """Yield what `block` says between the positions `start` and `end` of its document.

    That is one value; more where other text has come to share a block with an object.
    """
    shape = shape_of(block)
    spans: list[Span] = []
    has_object = False
    for fragment in fragments(block):
        text = _part(fragment.text(), fragment.position(), start, end)
        if not text:
            continue
        form = fragment.charFormat()
        if OBJECT_CHARACTER not in text:
            spans.append(Span(text.replace(LINE_BREAK, "\n"), marks_of(form)))
            continue
        found = object_of_format(form)
        has_object = True
        if spans:
            yield text_block(shape, tuple(spans))
            spans = []
        if found is not None:
            yield from (found for character in text if character == OBJECT_CHARACTER)
    if spans or not has_object:
        yield text_block(shape, tuple(spans))


def _values(source: QTextDocument) -> Iterator[Block]:
    block = source.begin()
    while block.isValid():
        yield from block_values(block)
        block = block.next()


def _part(text: str, position: int, start: int, end: int | None) -> str:
    """Return the part of a fragment at `position` that lies between `start` and `end`, in UTF-16 units."""
    length = len(text)
    if start <= position and (end is None or position + 2 * length <= end):
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    last = len(units) // 2 if end is None else max(end - position, 0)
    return units[2 * max(start - position, 0) : 2 * last].decode("utf-16-le", "surrogatepass")
