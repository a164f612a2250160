"""How long a text is: words, characters and the minutes that it takes to read."""

from collections.abc import Iterable

from msgspec import Struct

from editor_app.domain.document import Document, plain_text

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
    words = characters = without_spaces = 0
    for text in texts:
        parts = text.split()
        words += sum(1 for part in parts if part[0].isalnum() or any(map(str.isalnum, part)))
        characters += len(text) - text.count("\n") - text.count("\t")
        without_spaces += sum(map(len, parts))
    return TextLength(words, characters, without_spaces)


def document_texts(document: Document) -> Iterable[str]:
    """Return what is counted of `document`: tables and captions too, but no alternative texts."""
    return map(plain_text, document.blocks)
