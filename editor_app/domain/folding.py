"""Words as searches compare them, and names in the order in which Swedish readers look for them."""

import unicodedata
from collections.abc import Iterable

# In Swedish these are letters, not a and o with marks.
LETTERS_OF_THEIR_OWN = frozenset("åäö")
_SOFT_HYPHEN = "\u00ad"


class _Letters(dict[int, str]):
    """What each character becomes, found out when it first comes up."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = folded = letter if letter in LETTERS_OF_THEIR_OWN else _without_accent(letter)
        return folded


def _without_accent(letter: str) -> str:
    if letter == _SOFT_HYPHEN:
        return ""
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


_LETTERS = _Letters()
# å, ä and ö come after z, in this order; ü is looked for at y, and the Danish letters where ours are.
_IN_ORDER = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})
_LIKE_Y = str.maketrans({"ü": "y"})


def fold(text: str) -> str:
    """Return `text` without case, without accents but with å, ä and ö, and with single spaces.

    So é is found by e, and "far" does not find "får".
    """
    folded = text.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded).translate(_LETTERS)
    return " ".join(folded.split())


def sort_key(text: str) -> str:
    """Return what sorts, by the numbers of its characters, as Swedish readers expect `text` to.

    Only letters and figures count, so that a quotation mark at its start moves no title.
    """
    folded = fold(unicodedata.normalize("NFC", text.casefold()).translate(_LIKE_Y))
    kept = "".join(letter if letter.isalnum() else " " for letter in folded)
    return " ".join(kept.split()).translate(_IN_ORDER)


def named(wanted: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of `names` that are `wanted`, or else that have a word which begins so."""
    beginning = fold(wanted)
    folded = {name: fold(name) for name in names}
    exact = tuple(name for name, same in folded.items() if same == beginning)
    return exact or tuple(name for name, same in folded.items() if f" {beginning}" in f" {same}")
