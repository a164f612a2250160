"""What lists show of articles, and what leads from one list to another."""

from collections.abc import Callable

from msgspec import Struct

from editor_app.domain.live_text import ListedText
from editor_app.rendering.frame import SiteFrame
from editor_app.rendering.place import Place
from editor_app.rendering.teasers import Teasers
from editor_app.translation import translations

# What a list shows of an article.
Listed = ListedText
NEWEST_LENGTH = 20
# Pages of years and of months are all three folders deep, so that an article has one line for all.
LINE_START = "../../../"
_LEVEL = 2


class Step(Struct, frozen=True):
    """A link to the page at `path`; `count` tells how many articles are there."""

    name: str
    path: str
    count: int = 0


class Line(Struct):
    """An article in a long list: `html` is its element as `LINE_START` has it, `date` the day in words."""

    html: str
    date: str


class LineMaker:
    """Makes the lines of articles."""

    def __init__(self, frame: SiteFrame) -> None:
        self._place = frame.place("", base=LINE_START)
        self._teasers = Teasers(frame.templates, "line", _LEVEL)

    def line(self, listed: Listed) -> Line:
        """Return the line of an article."""
        item = self._place.teaser(listed, with_image=False)
        return Line(self._teasers.html(item), item.date)


def counted(place: Place) -> Callable[[int], str]:
    """Return what says how many articles there are, in the language of the page."""
    catalogue = translations(place.language)
    return lambda count: catalogue.ngettext("{count} article", "{count} articles", count).format(count=count)
