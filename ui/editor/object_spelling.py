"""The words of a table or a figure that a dictionary can judge, with the language that each is in."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from editor_app.checks.spelling.wording import words
from editor_app.domain.document import Figure, Language, ObjectBlock, Span


class ObjectWord(NamedTuple):
    """A word as it is looked up; `tag` is empty where it is in the article's own language."""

    form: str
    tag: str
    is_named: bool


# The objects of an article are looked at again as their neighbours change, and a table has many cells.
@lru_cache(256)
def object_words(value: ObjectBlock) -> tuple[ObjectWord, ...]:
    """Return the words of cells, headings, captions and alternative texts; credits are names."""
    return tuple(
        ObjectWord(word.form, tag, word.is_named) for text, tag in _texts(value) for word in words(text)
    )


def _texts(value: ObjectBlock) -> Iterator[tuple[str, str]]:
    yield value.caption, ""
    if isinstance(value, Figure):
        yield value.alt, ""
        return
    for row in value.rows:
        for cell in row:
            for tag, spans in groupby(cell, key=_tag_of):
                yield "".join(span.text for span in spans), tag


def _tag_of(span: Span) -> str:
    return next((mark.tag for mark in span.marks if isinstance(mark, Language)), "")
