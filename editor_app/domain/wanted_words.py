"""What the terms of a search match in a text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from editor_app.domain.article_query import Term
from editor_app.domain.search_words import stem, word_places, words_of

# More words than anybody types; a whole text that is pasted into the box is known by its beginning.
MOST_WORDS = 40

TextRange = tuple[int, int]
# The first of some words that stand side by side, and the one after the last.
WordRun = tuple[int, int]


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
    return ranges_of(text, runs_of_each(text, wanted))


def runs_of_each(text: str, wanted: Iterable[WantedWords]) -> list[list[WordRun]]:
    """Return for each of `wanted` where it stands among the words of `text`."""
    words = words_of(text)
    return [[(index, index + len(one.words)) for index in one.runs(words)] for one in wanted]


def ranges_of(text: str, runs: Iterable[Iterable[WordRun]]) -> tuple[TextRange, ...]:
    """Return where `runs_of_each` of `text` stand in it, in characters, in order and without overlaps."""
    in_order = sorted(chain.from_iterable(runs))
    # Most texts have none; then nobody asks where their words stand.
    places = word_places(text) if in_order else []
    ranges: list[TextRange] = []
    for first, last in in_order:
        start, end = places[first][0], places[last - 1][1]
        if ranges and start < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return tuple(ranges)


def _taken_apart(term: Term) -> WantedWords:
    words = tuple(words_of(term.text)[:MOST_WORDS])
    is_single = len(words) == 1 and not (term.is_phrase or term.is_prefix)
    return WantedWords(words, stem(words[0]) if is_single else "", term.is_prefix)
