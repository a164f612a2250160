"""The passage of an article that shows why it was found."""

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec import Struct

from editor_app.domain.article import Article
from editor_app.domain.article_words import ArticleWords, block_text, figure_text
from editor_app.domain.search_words import folded_at_once
from editor_app.domain.wanted_words import TextRange, WantedWords, found_ranges, merged, ranges_of_each

# In characters; what two lines of a list have room for.
LONGEST = 160
BEFORE_FIRST = 50
ELLIPSIS = "…"

_BREAK = re.compile(r"[^\S ]")


class Snippet(Struct, frozen=True):
    """A passage, and where in it the words stand that were looked for, in characters.

    The passage is plain text: whatever is to be seen of the ranges, the view draws it.
    """

    text: str
    ranges: tuple[TextRange, ...] = ()


class FoundWords(Struct, frozen=True):
    """Where the words that were looked for stand in an article, in characters of each text.

    `blocks` has the ranges of each block of the body, see `article_words.block_text`; `hero` those of what
    is said of the image at the top.
    """

    title: tuple[TextRange, ...] = ()
    lead: tuple[TextRange, ...] = ()
    hero: tuple[TextRange, ...] = ()
    blocks: tuple[tuple[TextRange, ...], ...] = ()


def snippet(written: ArticleWords, wanted: Sequence[WantedWords]) -> Snippet:
    """Return the passage below the title that has the most of `wanted`, the first of such.

    Where there is none, it is how the article begins.
    """
    texts = written.passages
    best, most, ranges = next(iter(texts), ""), 0, []
    for text in _candidates(texts, wanted):
        of_each = ranges_of_each(text, wanted)
        different = sum(map(bool, of_each))
        if different > most:
            best, most, ranges = text, different, of_each
            if most == len(wanted):
                break
    return _shortened(best, merged(ranges))


def passage(text: str, wanted: Sequence[WantedWords]) -> Snippet:
    """Return so much of `text` as a list has room for, around the first of `wanted` in it."""
    return _shortened(text, found_ranges(text, wanted))


def found_words(article: Article, wanted: Sequence[WantedWords]) -> FoundWords:
    """Return where `wanted` stand in `article`."""
    return FoundWords(
        title=found_ranges(article.title, wanted),
        lead=found_ranges(article.lead, wanted),
        hero=() if article.hero is None else found_ranges(figure_text(article.hero), wanted),
        blocks=tuple(found_ranges(block_text(block), wanted) for block in article.body.blocks),
    )


def _candidates(texts: Sequence[str], wanted: Iterable[WantedWords]) -> Sequence[str]:
    """Return those of `texts` that may have one of `wanted`: few, which is told without parting any."""
    folded = folded_at_once("\n".join(texts))
    if folded is None:
        return texts
    folded = f" {folded}"
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    found: set[int] = set()
    for one in wanted:
        beginning = f" {one.begins}"
        place = folded.find(beginning)
        while place >= 0:
            number = bisect(starts, place) - 1
            found.add(number)
            place = folded.find(beginning, starts[number + 1])
    return [texts[number] for number in sorted(found)]


def _shortened(text: str, ranges: Sequence[TextRange]) -> Snippet:
    """Return so much of `text` around the first of `ranges` as a list has room for, in whole words."""
    first = ranges[0][0] if ranges else 0
    start = 0 if first <= BEFORE_FIRST else _word_start(text, first - BEFORE_FIRST, first)
    end = len(text) if len(text) <= start + LONGEST else _word_end(text, start, start + LONGEST)
    before = ELLIPSIS if start else ""
    shown = before + _one_line(text[start:end]) + (ELLIPSIS if end < len(text) else "")
    moved = len(before) - start
    return Snippet(
        shown, tuple((from_ + moved, min(to, end) + moved) for from_, to in ranges if start <= from_ < end)
    )


def _word_start(text: str, place: int, latest: int) -> int:
    """Return where the first word begins at or after `place`, at the `latest` there."""
    while place < latest and not text[place - 1].isspace():
        place += 1
    return place


def _word_end(text: str, start: int, place: int) -> int:
    """Return where the last word ends before `place`; a word that alone takes all the room is cut."""
    at = place
    while at > start and not text[at].isspace():
        at -= 1
    return at if at > start else place


def _one_line(text: str) -> str:
    """Return `text` with a space for each break, so that its ranges stay where they are."""
    return _BREAK.sub(" ", text)
