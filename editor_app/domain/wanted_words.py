"""What the terms of a search match in a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from editor_app.domain.article_query import Term
from editor_app.domain.search_words import LONGEST_WORD, folded_at_once, stem, word_places, words_of

# More words than anybody types; a whole text that is pasted into the box is known by its beginning.
MOST_WORDS = 40

TextRange = tuple[int, int]


class WantedWords(Struct, frozen=True):
    """A term taken apart: `words` that stand side by side, and what one word may be instead.

    A single word is also found by its stem; `stem` is empty for phrases and beginnings.
    """

    words: tuple[str, ...]
    stem: str = ""
    is_prefix: bool = False

    def runs(self, words: Sequence[str]) -> Iterator[int]:
        """Yield each index in `words` at which this begins."""
        length = len(self.words)
        if length == 1:
            begins = self.begins
            yield from (
                index for index, word in enumerate(words) if word.startswith(begins) and self._is_one(word)
            )
        else:
            for index in range(len(words) - length + 1):
                if words[index] == self.words[0] and self._is_run(words[index : index + length]):
                    yield index

    def places(self, folded: str) -> Iterator[TextRange]:
        """Yield where this stands in the text that was folded at once, with a space added at both ends."""
        pattern, length = _pattern(self.begins, *self.words[1:]), len(self.words)
        match = pattern.search(folded)
        while match is not None:
            start, end = match.span()
            words = [word[:LONGEST_WORD] for word in match[0].split()]
            if self._is_one(words[0]) if length == 1 else self._is_run(words):
                yield start - 1, end - 1
            match = pattern.search(folded, start + 1)

    @property
    def begins(self) -> str:
        """How the first word that is found begins: a stem is what is left of a word without its end."""
        return self.stem or self.words[0]

    def is_in(self, words: Sequence[str]) -> bool:
        """Tell whether this is anywhere in `words`."""
        return next(self.runs(words), None) is not None

    def _is_one(self, word: str) -> bool:
        if self.is_prefix:
            return word.startswith(self.words[0])
        forms = (self.words[0], self.stem)
        return word in forms or (bool(self.stem) and stem(word) in forms)

    def _is_run(self, words: Sequence[str]) -> bool:
        *all_but_last, last = self.words
        has_last = words[-1].startswith(last) if self.is_prefix else words[-1] == last
        return has_last and list(words[:-1]) == all_but_last


def wanted_words(terms: Iterable[Term], *, excluded: bool = False) -> tuple[WantedWords, ...]:
    """Return what has to be found for `terms`, or for those that are excluded what may not be.

    What is no word, such as a lone dash, is left out.
    """
    some = dict.fromkeys(_taken_apart(term) for term in terms if term.excluded is excluded)
    return tuple(wanted for wanted in some if wanted.words)[:MOST_WORDS]


def have_words(terms: Sequence[Term]) -> bool:
    """Tell whether there is a word in `terms`, looked for or excluded, and not only signs."""
    return any(words_of(term.text) for term in terms)


def found_ranges(text: str, wanted: Iterable[WantedWords]) -> tuple[TextRange, ...]:
    """Return where `wanted` stand in `text`, in characters, in order and without overlaps."""
    return merged(ranges_of_each(text, wanted))


def ranges_of_each(text: str, wanted: Iterable[WantedWords]) -> list[list[TextRange]]:
    """Return for each of `wanted` where it stands in `text`, in characters and in order."""
    folded = folded_at_once(text)
    if folded is not None:
        between_spaces = f" {folded} "
        return [[*one.places(between_spaces)] for one in wanted]
    words, places = words_of(text), word_places(text)
    return [
        [(places[index][0], places[index + len(one.words) - 1][1]) for index in one.runs(words)]
        for one in wanted
    ]


def merged(ranges_of_each: Iterable[Iterable[TextRange]]) -> tuple[TextRange, ...]:
    """Return the ranges of all in order, as one where they overlap."""
    ranges: list[TextRange] = []
    for start, end in sorted(chain.from_iterable(ranges_of_each)):
        if ranges and start < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return tuple(ranges)


@lru_cache(1000)
def _pattern(*beginnings: str) -> re.Pattern[str]:
    """Return what finds words that begin so, side by side and with at least a space on all sides."""
    return re.compile(f"(?<= ){' +'.join(f'{beginning}[^ ]*' for beginning in beginnings)}")


def _taken_apart(term: Term) -> WantedWords:
    words = tuple(words_of(term.text)[:MOST_WORDS])
    is_single = len(words) == 1 and not (term.is_phrase or term.is_prefix)
    return WantedWords(words, stem(words[0]) if is_single else "", term.is_prefix)
