"""How long a text is: words, characters and the minutes that it takes to read."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from editor_app.domain.document import Block, Document, plain_text

WORDS_PER_MINUTE = 200


class TextLength(Struct, frozen=True):
    """`characters` include spaces, but not the breaks between lines, blocks and cells."""

    words: int = 0
    characters: int = 0
    without_spaces: int = 0

    @property
    def minutes(self) -> int:
        """The minutes it takes to read, of which a part counts as a whole one."""
        return -(-self.words // WORDS_PER_MINUTE)


def length_of(texts: Iterable[str]) -> TextLength:
    """Return the length of all `texts`; a sign that stands alone, as a dash may, is no word."""
    return total(map(_length_of, texts))


def document_length(document: Document) -> TextLength:
    """Return the length of `document`: of tables and captions too, but not of alternative texts."""
    return total(map(_block_length, document.blocks))


def total(lengths: Iterable[TextLength]) -> TextLength:
    """Return the length of what has `lengths` one by one."""
    words = characters = without_spaces = 0
    for one in lengths:
        words += one.words
        characters += one.characters
        without_spaces += one.without_spaces
    return TextLength(words, characters, without_spaces)


# The editor counts after each pause in the typing, in which one block of many has changed.
@lru_cache(4096)
def _block_length(block: Block) -> TextLength:
    return _length_of(plain_text(block))


def _length_of(text: str) -> TextLength:
    parts = text.split()
    return TextLength(
        words=sum(1 for part in parts if part[0].isalnum() or any(map(str.isalnum, part))),
        characters=len(text) - text.count("\n") - text.count("\t"),
        without_spaces=sum(map(len, parts)),
    )
