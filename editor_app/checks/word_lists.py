"""The words that the rules go by: plain files, one entry a line."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from editor_app.checks.context import WordLists
from editor_app.resource_files import RESOURCES

SHIPPED = RESOURCES / "words"


@cache
def shipped_words() -> WordLists:
    """Return the lists that come with the program."""
    return WordLists(
        acronyms=frozenset(_entries(SHIPPED / "acronyms.txt")),
        passives=frozenset(form for entry in _entries(SHIPPED / "passives.txt") for form in entry.split()),
        abbreviations=dict(_pairs(_entries(SHIPPED / "abbreviations.txt"))),
        plainer=dict(_pairs(_entries(SHIPPED / "plainer.txt"))),
        empty_link_texts=frozenset(_entries(SHIPPED / "empty_link_texts.txt")),
        common={
            tag: frozenset(word.strip() for word in words.split("|"))
            for tag, words in (entry.split(" = ") for entry in _entries(SHIPPED / "common.txt"))
        },
    )


def _pairs(entries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each form on the left of an entry with that on the right; one on the right fits all."""
    for entry in entries:
        left, right = ([form.strip() for form in side.split("|")] for side in entry.split(" = "))
        yield from zip(left, right * len(left) if len(right) == 1 else right, strict=True)


def _entries(path: Path) -> tuple[str, ...]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
