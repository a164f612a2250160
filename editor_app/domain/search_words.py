"""The words of a text as the archive's search knows them, and where they stand."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import Stemmer

from editor_app.domain.folding import fold

# Words, with the accents and soft hyphens that stand in them as characters of their own.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*")
# What is longer is no word but found by how it begins.
LONGEST_WORD = 64
# The words of a municipality, several times over.
KEPT_WORDS = 100_000


class WordPlace(NamedTuple):
    """A word, folded, and where it stands in its text, in characters."""

    start: int
    end: int
    word: str


def words_of(text: str) -> list[str]:
    """Return the words of `text` in order, folded: without case and accents but with å, ä and ö."""
    return [word for word in map(_folded, _WORD.findall(text)) if word]


def word_places(text: str) -> Iterator[WordPlace]:
    """Yield the words of `text` with their places."""
    for match in _WORD.finditer(text):
        word = _folded(match[0])
        if word:
            yield WordPlace(match.start(), match.end(), word)


@lru_cache(KEPT_WORDS)
def stem(word: str) -> str:
    """Return what the Swedish forms of a folded word have in common, as kommun of kommunens."""
    return str(_stemmer().stemWord(word))


@lru_cache(KEPT_WORDS)
def _folded(word: str) -> str:
    return fold(word)[:LONGEST_WORD]


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("swedish", 0)
