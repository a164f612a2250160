"""Where in the fields of an article the words stand that somebody looks for, in Qt's positions."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QTextDocument

from editor_app.domain.document import Figure, ObjectBlock, plain_text
from editor_app.domain.occurrences import Wanted, occurrences
from ui.editor.object_format import OBJECT_CHARACTER, object_of

# What Qt puts between blocks.
_BETWEEN_BLOCKS = "\u2029"


class Hit(NamedTuple):
    """Words in the field of that number; `in_object` ones stand in a table or at an image.

    Hits sort as the fields and their words are read.
    """

    field: int
    start: int
    end: int
    in_object: bool = False


def hits_in(document: QTextDocument, wanted: Wanted, field: int = 0) -> Iterator[Hit]:
    """Yield what `document` has of `wanted`, from the top; none goes across blocks.

    A table or a figure is one hit, however often the words stand in it.
    """
    return hits_where(
        document,
        lambda text: _places(text, wanted),
        lambda value: any(occurrences(_words_of(value), wanted)),
        field,
    )


def hits_where(
    document: QTextDocument,
    places: Callable[[str], Iterable[tuple[int, int]]],
    is_hit: Callable[[ObjectBlock], bool],
    field: int = 0,
) -> Iterator[Hit]:
    """Yield the `places` of each block of `document`, in Qt's positions, and the objects that are hits."""
    start = 0
    for text in document.toRawText().split(_BETWEEN_BLOCKS):
        if text == OBJECT_CHARACTER:
            value = object_of(document.findBlock(start))
            if value is not None and is_hit(value):
                yield Hit(field, start, start + 1, in_object=True)
        else:
            for first, last in places(text):
                yield Hit(field, start + first, start + last)
        start += units(text) + 1


# It is looked again after each pause in the typing, in which one block of many has changed.
@lru_cache(4096)
def _places(text: str, wanted: Wanted) -> tuple[tuple[int, int], ...]:
    """Return where `wanted` begins and ends in `text`, in Qt's positions."""
    return tuple(
        (units(text[: found.start]), units(text[: found.end])) for found in occurrences(text, wanted)
    )


def units(text: str) -> int:
    """Return how many positions `text` takes in Qt, which counts UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _words_of(value: ObjectBlock) -> str:
    if isinstance(value, Figure):
        return "\n".join((value.caption, value.credit, value.alt))
    return plain_text(value)
