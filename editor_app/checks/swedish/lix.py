"""LIX, the readability index of Carl-Hugo Björnsson (1968)."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from editor_app.checks.swedish.sentences import sentences
from editor_app.checks.swedish.words import words

LONG_WORD = 6


class Band(StrEnum):
    """How hard a text is to read, in the bands of EDITORIAL_RULES."""

    VERY_EASY = "very_easy"
    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    VERY_HARD = "very_hard"


# Each band reaches up to its figure.
_BANDS = ((30, Band.VERY_EASY), (40, Band.EASY), (50, Band.MEDIUM), (60, Band.HARD))


class Lix(Struct, frozen=True):
    """Words per sentence and the percentage of words of more than six letters, added up."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> float:
        """The index; 0 for a text without words."""
        if not self.words:
            return 0.0
        return self.words / self.sentences + 100 * self.long_words / self.words

    @property
    def band(self) -> Band:
        """How hard that is."""
        return next((band for limit, band in _BANDS if self.value < limit), Band.VERY_HARD)


Places = tuple[tuple[int, int], ...]


def total(parts: Iterable[Lix]) -> Lix:
    """Return the index of all of `parts` together."""
    all_ = tuple(parts)
    return Lix(
        sum(part.words for part in all_),
        sum(part.sentences for part in all_),
        sum(part.long_words for part in all_),
    )


def lix(texts: Iterable[str]) -> Lix:
    """Return the index of running texts; each begins a sentence of its own."""
    return lix_of((words(text), sentences(text)) for text in texts)


def lix_of(texts: Iterable[tuple[Places, Places]]) -> Lix:
    """Return the index of texts by where the words and the sentences of each begin and end."""
    count = sentence_count = long_words = 0
    for found, sentences_found in texts:
        if not found:
            continue
        count += len(found)
        long_words += sum(end - start > LONG_WORD for start, end in found)
        sentence_count += max(1, len(sentences_found))
    return Lix(count, sentence_count, long_words)
