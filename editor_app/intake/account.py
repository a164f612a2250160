"""What is left out of a document on its way in: counted, and its words kept to be shown."""

from enum import StrEnum

from msgspec import Struct


class Omission(StrEnum):
    """What an article does not take over from a document."""

    DELETIONS = "deletions"
    COMMENTS = "comments"
    PAGE_EDGES = "page_edges"
    CONTENTS = "contents"
    HIDDEN = "hidden"
    IMAGES = "images"
    DRAWINGS = "drawings"
    MERGED_CELLS = "merged_cells"
    LINKS = "links"
    PAGE_PARTS = "page_parts"


class LeftOut(Struct, frozen=True):
    """How many of `what` were left out; `words` are what they said, where they said anything."""

    what: Omission
    count: int
    words: tuple[str, ...] = ()


class Account:
    """Collects what is left out while a document is read."""

    def __init__(self) -> None:
        self._counts: dict[Omission, int] = {}
        self._words: dict[Omission, list[str]] = {}

    def leave_out(self, what: Omission, words: str = "", count: int = 1) -> None:
        """Note that `count` of `what` were left out, which said `words`."""
        self._counts[what] = self._counts.get(what, 0) + count
        tidy = " ".join(words.split())
        if tidy:
            self._words.setdefault(what, []).append(tidy)

    def all(self) -> tuple[LeftOut, ...]:
        """Return what was left out, in the order of Omission."""
        return tuple(
            LeftOut(what, self._counts[what], tuple(self._words.get(what, ())))
            for what in Omission
            if what in self._counts
        )
