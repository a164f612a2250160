"""An article as the texts in it, each with what the checks want to know of its surroundings."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import pairwise

import msgspec

from editor_app.checks.findings import Field, Part, Place
from editor_app.checks.swedish.dates import NamedDay, named_days
from editor_app.checks.swedish.lix import Lix, lix_of
from editor_app.checks.swedish.masks import PHONES, masked
from editor_app.checks.swedish.sentences import sentences
from editor_app.checks.swedish.words import lowered, words
from editor_app.domain.article import Article
from editor_app.domain.document import (
    Block,
    Document,
    FactTitle,
    Figure,
    Heading,
    Language,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Spans,
    Table,
)


class TextKind(StrEnum):
    """What sort of text a passage is."""

    TITLE = "title"
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    FACT_TITLE = "fact_title"
    CELL = "cell"
    CAPTION = "caption"
    ALT = "alt"
    CREDIT = "credit"


# A dash of speech, however it is typed. Behind a hyphen stands a whole sentence, or it is one of a list.
SPEECH_DASH = r"(?:[–—−][\s\u00a0]*|-[\s\u00a0]*(?!\S+(?: \S+)?:)(?=[^\n]*[.!?…”][\s\u00a0]*$))(?=[A-ZÅÄÖÉ])"
_SPEECH = re.compile(rf"\s*{SPEECH_DASH}")
# Three words at least: fewer are a name or a word that is spoken of.
_QUOTATION = re.compile(r"”[^”\s]+(?:[ \u00a0][^”\s]+){2,}”")

_FIGURE = re.compile(r"\d")
_MAY_BE_PHONE = re.compile(r"\d[\d\s\u00a0-]{5}|\+46")

# Text that is read as sentences, one after the other.
RUNNING_TEXT = frozenset({TextKind.LEAD, TextKind.PARAGRAPH, TextKind.QUOTE, TextKind.ITEM})


@dataclass(frozen=True)
class Run:
    """Code points `start` to `end` of a passage have the same marks."""

    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Passage:
    """One text of an article; equal ones are found equal wherever they stand.

    `language` is the tag of the article's language; `runs` cover the text without gaps.
    """

    kind: TextKind
    text: str
    language: str
    runs: tuple[Run, ...] = ()
    boxed: bool = False

    @cached_property
    def masked(self) -> str:
        """The text, as long as before, without what looks like a number and is none: see `masks`."""
        return masked(self.text)

    @cached_property
    def has_figures(self) -> bool:
        """Whether a figure is in the text; most texts have none, and many rules look for nothing else."""
        return _FIGURE.search(self.text) is not None

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, each sign in its place: patterns that look at no case are slow."""
        return lowered(self.text)

    @cached_property
    def days(self) -> tuple[NamedDay, ...]:
        """The days that the text names with their month, in order."""
        return tuple(named_days(self.text)) if self.has_figures else ()

    @cached_property
    def phones(self) -> tuple[re.Match[str], ...]:
        """Where the text has a phone number."""
        return tuple(PHONES.finditer(self.text)) if _MAY_BE_PHONE.search(self.text) else ()

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends."""
        return sentences(self.text)

    @cached_property
    def words(self) -> tuple[tuple[int, int], ...]:
        """Where each word begins and ends."""
        return words(self.text)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Return where the sentence begins and ends that the code point at `position` is in."""
        return self.sentences[bisect_right(self.sentences, (position, len(self.text))) - 1]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words, to be compared without regard to case."""
        return tuple(self.text[start:end].casefold() for start, end in self.words)

    @cached_property
    def lix(self) -> Lix:
        """How hard the text is to read by itself."""
        return lix_of(((self.words, self.sentences),))

    def numbers_between(self, start: int, end: int) -> range:
        """Return the numbers of the words that begin at `start` or later and before `end`."""
        return range(bisect_left(self.words, (start,)), bisect_left(self.words, (end,)))

    def words_between(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return where each word begins and ends that begins at `start` or later and before `end`."""
        numbers = self.numbers_between(start, end)
        return self.words[numbers.start : numbers.stop]

    @cached_property
    def spoken(self) -> tuple[tuple[int, int], ...]:
        """Where each piece begins and ends that somebody said: what stands in quotation marks, or all."""
        if self.kind is TextKind.QUOTE or (self.kind is TextKind.PARAGRAPH and _SPEECH.match(self.text)):
            return ((0, len(self.text)),)
        return tuple(found.span() for found in _QUOTATION.finditer(self.text)) if "”" in self.text else ()

    def is_spoken_at(self, position: int) -> bool:
        """Tell whether somebody is quoted with the code point at `position`."""
        return any(start <= position < end for start, end in self.spoken)

    def is_unbroken(self, first: int, last: int) -> bool:
        """Tell whether nothing but spaces parts the words from number `first` to before `last`."""
        within = self.words[first:last]
        return all(self.text[end:start].isspace() for (_, end), (start, _) in pairwise(within))

    def marks_at(self, position: int) -> tuple[Mark, ...]:
        """Return the marks of the code point at `position`."""
        return next((run.marks for run in self.runs if run.start <= position < run.end), ())

    def is_swedish_at(self, position: int) -> bool:
        """Tell whether the code point at `position` is in Swedish, of whatever region."""
        if not self._marks_languages:
            return _is_swedish(self.language)
        marks = self.marks_at(position)
        return _is_swedish(next((mark.tag for mark in marks if isinstance(mark, Language)), self.language))

    @cached_property
    def _marks_languages(self) -> bool:
        return any(isinstance(mark, Language) for run in self.runs for mark in run.marks)


@lru_cache(64)
def _is_swedish(tag: str) -> bool:
    return tag.split("-")[0].lower() == "sv"


@dataclass(frozen=True)
class PlacedPassage:
    """A passage and where it stands; the place means the whole of it."""

    place: Place
    passage: Passage

    def within(self, start: int, end: int) -> Place:
        """Return the place of a piece of the passage."""
        return msgspec.structs.replace(self.place, start=start, end=end)


def passages(article: Article, body: Document) -> Iterator[PlacedPassage]:
    """Yield the texts of `article`, of which `body` is the normalised body, in reading order."""
    language = article.language
    yield _plain(Place(Part.TITLE), TextKind.TITLE, article.title, language)
    yield _plain(Place(Part.LEAD), TextKind.LEAD, article.lead, language)
    if article.hero is not None:
        yield from _of_figure(article.hero, Part.HERO, None, language)
    for index, block in enumerate(body.blocks):
        yield from of_block(block, index, language)


def of_block(block: Block, index: int, language: str) -> Iterator[PlacedPassage]:
    """Yield the texts of a block of the body."""
    if isinstance(block, Figure):
        yield from _of_figure(block, Part.BODY, index, language)
    elif isinstance(block, Table):
        yield from _of_table(block, index, language)
    else:
        boxed = isinstance(block, FactTitle) or block.boxed
        yield _marked(Place(Part.BODY, index), _KINDS[type(block)], block.spans, language, boxed=boxed)


_KINDS: dict[type[Block], TextKind] = {
    Paragraph: TextKind.PARAGRAPH,
    Heading: TextKind.HEADING,
    Quote: TextKind.QUOTE,
    ListItem: TextKind.ITEM,
    FactTitle: TextKind.FACT_TITLE,
}


def _of_figure(figure: Figure, part: Part, index: int | None, language: str) -> Iterator[PlacedPassage]:
    for field, kind, text in (
        (Field.ALT, TextKind.ALT, figure.alt),
        (Field.CAPTION, TextKind.CAPTION, figure.caption),
        (Field.CREDIT, TextKind.CREDIT, figure.credit),
    ):
        if text:
            yield _plain(Place(part, index, field), kind, text, language)


def _of_table(table: Table, index: int, language: str) -> Iterator[PlacedPassage]:
    if table.caption:
        yield _plain(Place(Part.BODY, index, Field.CAPTION), TextKind.CAPTION, table.caption, language)
    for row, cells in enumerate(table.rows):
        for column, spans in enumerate(cells):
            yield _marked(Place(Part.BODY, index, cell=(row, column)), TextKind.CELL, spans, language)


def _plain(place: Place, kind: TextKind, text: str, language: str) -> PlacedPassage:
    return PlacedPassage(place, Passage(kind, text, language, (Run(0, len(text), ()),)))


def _marked(
    place: Place, kind: TextKind, spans: Spans, language: str, *, boxed: bool = False
) -> PlacedPassage:
    runs, start = [], 0
    for span in spans:
        runs.append(Run(start, start + len(span.text), span.marks))
        start += len(span.text)
    text = "".join(span.text for span in spans)
    return PlacedPassage(place, Passage(kind, text, language, tuple(runs), boxed))
