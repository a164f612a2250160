"""Words, as the figures on a text count them, and texts without any."""

import re
from unicodedata import category

# A hyphen or an apostrophe inside a word belongs to it, as in e-post.
_WORD = re.compile(r"[^\W_]+(?:[-’'‑][^\W_]+)*")


def words(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each word of `text` begins and ends, in code points; a number is a word."""
    return tuple(found.span() for found in _WORD.finditer(text))


def lowered(text: str) -> str:
    """Return `text` in lower case, each sign in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # Of a few foreign letters, such as İ, the small one takes two signs.
    return "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to see or to hear in `text`: spaces and signs without a shape."""
    return all(category(sign)[0] in "ZC" for sign in text)
