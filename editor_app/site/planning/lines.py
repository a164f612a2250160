"""The lines of long lists: each is made once, however many lists it is in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from editor_app.domain.live_text import ListedText
from editor_app.domain.site_lists import Listing
from editor_app.site.pages.listed import Line, LineMaker

if TYPE_CHECKING:
    from editor_app.site.planning.site import Site

# More than most have in a year, and some 10 MB.
_KEPT = 16_384


class Lines:
    """The lines of articles that were asked for last."""

    def __init__(self, site: "Site") -> None:
        self._site = site
        self._maker = LineMaker(site.frame)
        self._made: dict[str, Line] = {}

    def of(self, listed: Sequence[ListedText]) -> list[Line]:
        """Return the lines of articles in their order."""
        return [self._made.get(one.article_id) or self._make(one) for one in listed]

    def stretch(self, listing: Listing, first: int, length: int) -> list[Line]:
        """Return `length` lines of a list, the oldest first, from number `first` on; 0 is the oldest."""
        return self.of_ids(self._site.lists.stretch_ids(listing, self._site.now, first, length))

    def of_ids(self, ids: Sequence[str]) -> list[Line]:
        """Return the lines of public articles in their order."""
        lines = {id_: self._made[id_] for id_ in ids if id_ in self._made}
        missing = [id_ for id_ in ids if id_ not in lines]
        if missing:
            found = self._site.texts.public(missing, self._site.now)
            lines |= {id_: self._make(one) for id_, one in found.items()}
        return [lines[id_] for id_ in ids]

    def _make(self, listed: ListedText) -> Line:
        if len(self._made) >= _KEPT:
            # Lists are made year by year, so that what is needed next is hardly among these.
            self._made.clear()
        line = self._made[listed.article_id] = self._maker.line(listed)
        return line
