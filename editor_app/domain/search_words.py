"""The words of a text as the archive's search knows them, and where they stand."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import Stemmer

from editor_app.domain.folding import fold

# Words, with the accents and soft hyphens that stand in them as characters of their own.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*")
_RUN = re.compile("[^ ]+")
# What nearly every text here can be written in, a byte for each character: a whole text of it is
# folded at once. There are characters in it that become none or two, which takes a look at each word.
_USUAL = "cp1252"
_NOT_BY_ITSELF = 0
# What is longer is no word but found by how it begins.
LONGEST_WORD = 64
# The words of a municipality, several times over.
KEPT_WORDS = 100_000


def words_of(text: str) -> list[str]:
    """Return the words of `text` in order, folded: without case and accents but with å, ä and ö."""
    letters = folded_at_once(text)
    if letters is None:
        return [word for word in map(_folded, _WORD.findall(text)) if word]
    words = letters.split()
    if words and max(map(len, words)) > LONGEST_WORD:
        return [word[:LONGEST_WORD] for word in words]
    return words


def folded_at_once(text: str) -> str | None:
    """Return the words of `text`, folded, each where it stands in it, with spaces between.

    None where a character becomes more or less than one, so that each word has to be looked at.
    """
    try:
        letters = text.encode(_USUAL).translate(_folded_bytes())
    except UnicodeEncodeError:
        return None
    return None if _NOT_BY_ITSELF in letters else letters.decode("latin-1")


def word_places(text: str) -> list[tuple[int, int]]:
    """Return where each of `words_of(text)` begins and ends in `text`, in characters."""
    folded = folded_at_once(text)
    if folded is not None:
        return [match.span() for match in _RUN.finditer(folded)]
    return [match.span() for match in _WORD.finditer(text) if _folded(match[0])]


@cache
def _folded_bytes() -> bytes:
    """Return what each character that is usual here becomes, as bytes.translate takes it."""
    return bytes(_folded_byte(bytes((code,)).decode(_USUAL, "replace")) for code in range(256))


def _folded_byte(letter: str) -> int:
    if letter == "\u00ad":
        # It joins what stands on both sides of it.
        return _NOT_BY_ITSELF
    if not _WORD.match(letter):
        return ord(" ")
    folded = fold(letter)
    return ord(folded) if len(folded) == 1 and ord(folded) < 256 else _NOT_BY_ITSELF


def stem(word: str) -> str:
    """Return what the Swedish forms of a folded word have in common, as kommun of kommunens."""
    return _STEMS[word]


def stems(words: Iterable[str]) -> Iterator[str]:
    """Return the stem of each of the folded words."""
    return map(_STEMS.__getitem__, words)


class _Stems(dict[str, str]):
    """The stems of words that came up; a plain dict is asked faster than a cache that minds the order."""

    def __missing__(self, word: str) -> str:
        if len(self) >= KEPT_WORDS:
            self.clear()
        self[word] = found = str(_stemmer().stemWord(word))
        return found


_STEMS = _Stems()


@lru_cache(KEPT_WORDS)
def _folded(word: str) -> str:
    return fold(word)[:LONGEST_WORD]


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("swedish", 0)
