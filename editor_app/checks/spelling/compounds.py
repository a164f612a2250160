"""Swedish compounds: words that nobody listed, made of parts that everybody knows."""

from collections.abc import Callable, Iterator

Knows = Callable[[str], bool]

SHORTEST_FIRST, SHORTEST_LAST = 3, 4
# Letters that are often left out.
_OFTEN_MISSING = "aegnrst"
# Known words that as parts would let typing mistakes through, as in "innehåler" (in + nehåler).
_NO_FIRST_PARTS = frozenset(
    [
        "den",
        "det",
        "dig",
        "din",
        "dom",
        "där",
        "efter",
        "eller",
        "hade",
        "han",
        "har",
        "hon",
        "hos",
        "hur",
        "här",
        "icke",
        "ingen",
        "inte",
        "kan",
        "man",
        "med",
        "men",
        "mig",
        "min",
        "mitt",
        "när",
        "och",
        "sig",
        "sin",
        "sitt",
        "ska",
        "som",
        "till",
        "under",
        "var",
        "vad",
        "vem",
        "vid",
        "vill",
        "vår",
        "ändå",
        "ännu",
        "att",
        "bli",
        "blev",
        "blir",
        "den",
    ]
)
_NO_LAST_PARTS = frozenset(
    [
        "arna",
        "eller",
        "erna",
        "heten",
        "heter",
        "igen",
        "inte",
        "lika",
        "ning",
        "nings",
        "orna",
        "sitt",
        "samt",
        "utan",
        "vara",
        "vart",
        "från",
        "till",
        "som",
        "och",
        "sade",
        "hade",
        "skall",
        "skulle",
        "bara",
        "mera",
        "sina",
        "dina",
        "mina",
        "deras",
        "vilka",
        "vilket",
        "sådan",
        "även",
        "eran",
        "eras",
        "anna",
        "enna",
        "inge",
    ]
)
# The letter that a first part ends in, and what the word by itself has there: gatu-, kyrko-, skol-.
_JOINTS: tuple[tuple[str, str], ...] = (("u", "a"), ("o", "a"), ("e", "a"), ("s", ""), ("", "a"), ("", "e"))


def is_compound(word: str, knows: Knows, is_listed: Knows) -> bool:
    """Tell whether `word`, in small letters, is one known part and another, which may be a compound too.

    `knows` tells whether the dictionary accepts a word, `is_listed` whether it stands there whole. What
    is but a slip of the finger away from a listed word is no new compound: anläggning makes annläggning
    a mistake.
    """
    is_made_up = any(_can_begin(first, knows) and _can_end(last, knows) for first, last in _splits(word))
    return is_made_up and not any(is_listed(near) for near in _neighbours(word))


def can_begin(first: str, knows: Knows) -> bool:
    """Tell whether `first` is the first part of a compound, as in `grundskole-`."""
    return knows(first) or _can_begin(first, knows)


def _splits(word: str) -> Iterator[tuple[str, str]]:
    for place in range(SHORTEST_FIRST, len(word) - SHORTEST_LAST + 1):
        yield word[:place], word[place:]
        # Of three equal letters at the joint one is left out: tull + lag = tullag.
        if word[place - 1] == word[place - 2]:
            yield word[:place], word[place - 1 :]


def _neighbours(word: str) -> Iterator[str]:
    """Yield what `word` may have been before a letter was doubled, added, left out or swapped."""
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[:place] + word[place] + word[place:]
        if place:
            yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
            for letter in _OFTEN_MISSING:
                yield word[:place] + letter + word[place:]


def _can_begin(first: str, knows: Knows) -> bool:
    if first in _NO_FIRST_PARTS or len(first) < SHORTEST_FIRST:
        return False
    return knows(first) or any(
        first.endswith(joint)
        and len(first) - len(joint) >= SHORTEST_FIRST
        and knows(first.removesuffix(joint) + end)
        for joint, end in _JOINTS
    )


def _can_end(last: str, knows: Knows) -> bool:
    return last not in _NO_LAST_PARTS and knows(last)
