"""Words, as the figures on a text count them."""

import re

# A hyphen or an apostrophe inside a word belongs to it, as in e-post.
_WORD = re.compile(r"[^\W_]+(?:[-’'‑][^\W_]+)*")


def words(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each word of `text` begins and ends, in code points; a number is a word."""
    return tuple(found.span() for found in _WORD.finditer(text))
