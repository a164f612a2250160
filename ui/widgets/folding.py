"""Words as a search compares them."""

import unicodedata

# In Swedish these are letters, not a and o with marks.
LETTERS_OF_THEIR_OWN = frozenset("åäö")


def fold(text: str) -> str:
    """Return `text` without case, without accents but with å, ä and ö, and with single spaces.

    So é is found by e, and "far" does not find "får".
    """
    composed = unicodedata.normalize("NFC", " ".join(text.split()).casefold())
    return "".join(
        letter if letter in LETTERS_OF_THEIR_OWN else _without_accent(letter) for letter in composed
    )


def matches(query: str, *texts: str) -> bool:
    """Tell whether each word of `query` stands somewhere in `texts`, also inside a word."""
    where = fold(" ".join(texts))
    return all(word in where for word in fold(query).split())


def _without_accent(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
