"""Where words stand in a text, as an editor means it who looks for them."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

# What is seen as one space is looked for as one; a soft hyphen is not seen at all.
_SAME = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u00ad": None})
_PARTS_OF_WORDS = frozenset("_\u00ad")


class Wanted(Struct, frozen=True):
    """The words to look for; `whole_words` leaves out what is a part of a longer word."""

    words: str
    match_case: bool = False
    whole_words: bool = False


class Occurrence(NamedTuple):
    """From `start` up to `end`, in characters of the text."""

    start: int
    end: int


def occurrences(text: str, wanted: Wanted) -> Iterator[Occurrence]:
    """Yield each place where `wanted` stands in `text`, from the first; none overlaps another.

    A letter is found with all of its accents or not at all, so å is never a.
    """
    needle = _folded(wanted.words, wanted.match_case)
    folded = _Folded(text, wanted.match_case)
    at = folded.text.find(needle) if needle else -1
    while at >= 0:
        found = folded.in_source(at, at + len(needle))
        if found is None or (wanted.whole_words and not _is_whole(text, found)):
            at = folded.text.find(needle, at + 1)
        else:
            yield found
            at = folded.text.find(needle, at + len(needle))


class _Folded:
    """A text as it is compared, which remembers where each of its letters came from."""

    def __init__(self, source: str, match_case: bool) -> None:
        self._starts: dict[int, int] | None = None
        if _keeps_places(source):
            self.text = _folded(source, match_case)
        else:
            self._fold_by_letters(source, match_case)

    def in_source(self, start: int, end: int) -> Occurrence | None:
        """Return what `start` to `end` was in the source, None where that is not whole letters."""
        if self._starts is None:
            return Occurrence(start, end)
        first, last = self._starts.get(start), self._starts.get(end)
        return None if first is None or last is None else Occurrence(first, last)

    def _fold_by_letters(self, source: str, match_case: bool) -> None:
        parts: list[str] = []
        self._starts = {}
        length = 0
        for start, letter in _letters(source):
            self._starts[length] = start
            parts.append(_folded(letter, match_case))
            length += len(parts[-1])
        self._starts[length] = len(source)
        self.text = "".join(parts)


def _keeps_places(text: str) -> bool:
    """Tell whether each character folds to one, as ß, soft hyphens and loose accents do not."""
    return (
        len(text.casefold()) == len(text)
        and "\u00ad" not in text
        and unicodedata.is_normalized("NFC", text)
        and not any(map(unicodedata.combining, text))
    )


def _letters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each letter with the accents and soft hyphens that follow it, and where it starts."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _goes_on(text[place]):
            yield start, text[start:place]
            start = place


def _goes_on(character: str) -> bool:
    """Tell whether it belongs to the letter before it: accents, soft hyphens, later parts of a syllable."""
    return unicodedata.combining(character) > 0 or character == "\u00ad" or "\u1160" <= character <= "\u11ff"


def _folded(text: str, match_case: bool) -> str:
    same = text.translate(_SAME)
    return unicodedata.normalize("NFC", same if match_case else same.casefold())


def _is_whole(text: str, found: Occurrence) -> bool:
    return not (_joins(text, found.start) or _joins(text, found.end))


def _joins(text: str, place: int) -> bool:
    """Tell whether a word goes on across `place`."""
    return 0 < place < len(text) and _is_of_word(text[place - 1]) and _is_of_word(text[place])


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character in _PARTS_OF_WORDS or unicodedata.combining(character) > 0
