"""Between passages of an article, in code points, and places in its fields, in Qt's positions."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.domain.comment import LEAD, TITLE, Passage
from editor_app.domain.document import Document
from editor_app.domain.normalize import normalize
from editor_app.domain.passages import commented_text, find_passage
from ui.editor.blocks import end_of, is_object
from ui.editor.body_editor import BodyEditor
from ui.editor.hits import units
from ui.editor.line_field import LineField
from ui.editor.mapping import block_values

Field = LineField | BodyEditor
LINES = (TITLE, LEAD)


class CommentPlaces:
    """Finds passages in the fields of an article, and makes passages of what is selected there."""

    def __init__(self, title: LineField, lead: LineField, body: BodyEditor) -> None:
        self._body = body
        self._lines = {TITLE: title, LEAD: lead}

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields, in reading order."""
        return (*self._lines.values(), self._body)

    def texts(self) -> dict[int, str]:
        """Return what passages count in, by the number of the block in the body as it is shown."""
        texts = {number: field.words() for number, field in self._lines.items()}
        texts.update((block.blockNumber(), _text(block)) for block in _blocks(self._body))
        return texts

    def cursor_at(self, passage: Passage, texts: dict[int, str]) -> tuple[Field, QTextCursor] | None:
        """Return the field and a cursor that selects where `texts`, those of now, have it; or None."""
        found = find_passage(passage, texts)
        if found is None:
            return None
        line = self._lines.get(found.block)
        field: Field = self._body if line is None else line
        block = field.document().findBlockByNumber(max(found.block, 0))
        if is_object(block):
            return field, _selecting(block, block.position(), end_of(block))
        text = texts[found.block]
        start = block.position() + units(text[: found.start])
        return field, _selecting(block, start, start + units(found.quoted))

    def passage_at(self, field: Field, cursor: QTextCursor) -> Passage | None:
        """Return the passage that `cursor` selects, of the first block with words in it; None for none.

        A table or an image that is selected, or that the cursor stands at, is a passage as a whole.
        """
        block = field.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() <= cursor.selectionEnd():
            passage = self._passage_in(field, block, cursor)
            if passage is not None:
                return passage
            block = block.next()
        return None

    def _passage_in(self, field: Field, block: QTextBlock, cursor: QTextCursor) -> Passage | None:
        text = _text(block) if field is self._body else field.toPlainText()
        if is_object(block):
            start, end = 0, len(text)
        else:
            start = _points(text, cursor.selectionStart() - block.position())
            end = _points(text, cursor.selectionEnd() - block.position())
            start += len(text[start:end]) - len(text[start:end].lstrip())
            end = start + len(text[start:end].rstrip())
        if not text[start:end].strip():
            return None
        return Passage(self._number(field, block), start, end, text[start:end])

    def _number(self, field: Field, block: QTextBlock) -> int:
        for number, line in self._lines.items():
            if line is field:
                return number
        above = (value for one in _blocks(self._body, block) for value in block_values(one))
        # Blank paragraphs are no blocks of the article.
        return len(normalize(Document(tuple(above))).blocks)


def _blocks(body: BodyEditor, end: QTextBlock | None = None) -> Iterator[QTextBlock]:
    block = body.document().begin()
    while block.isValid() and block != end:
        yield block
        block = block.next()


def _text(block: QTextBlock) -> str:
    return "".join(map(commented_text, block_values(block)))


def _points(text: str, place: int) -> int:
    """Return how many code points of `text` come before `place`, which counts UTF-16 units."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * max(place, 0)]
    return len(before.decode("utf-16-le", "surrogatepass"))


def _selecting(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
