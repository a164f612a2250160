"""The families of files that a website consists of, and what each has to do with a change."""

from collections.abc import Iterator
from typing import Protocol

from editor_app.site.planning.site import Site
from editor_app.site.planning.values import ArticleChange, Unit

Files = Iterator[tuple[str, bytes]]


class Extent:
    """Which places of a list are shown anew, the oldest at 0; of other files all are."""

    def __init__(self, first: int = 0, last: int | None = None) -> None:
        self.first = first
        self.last = last

    def join(self, other: "Extent") -> "Extent":
        """Return the extent that covers both."""
        last = None if self.last is None or other.last is None else max(self.last, other.last)
        return Extent(min(self.first, other.first), last)

    def meets(self, first: int, last: int) -> bool:
        """Tell whether it has a place from `first` up to `last`: what left the end of a page was there."""
        return last >= self.first and (self.last is None or first <= self.last)


ALL = Extent()


class Family(Protocol):
    """Files of one kind."""

    name: str

    def units(self, site: Site) -> Iterator[Unit]:
        """Yield all that there are on the site."""

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        """Yield those that may look another way because of a change, also where they are no more."""

    def paths(self, site: Site, unit: Unit) -> set[str]:
        """Return where the files of a unit are, none where it is no more."""

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        """Yield the files of a unit that show something of `extent`, with their bytes."""
