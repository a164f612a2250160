"""The words that the rules go by: plain files, one entry a line."""

from functools import cache
from pathlib import Path

from editor_app.checks.context import WordLists
from editor_app.resource_files import RESOURCES

SHIPPED = RESOURCES / "words"


@cache
def shipped_words() -> WordLists:
    """Return the lists that come with the program."""
    return WordLists(acronyms=frozenset(_entries(SHIPPED / "acronyms.txt")))


def _entries(path: Path) -> tuple[str, ...]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
