"""What lists show of articles, and what leads from one list to another."""

from collections.abc import Callable

from msgspec import Struct

from editor_app.domain.live_text import ListedText
from editor_app.rendering.place import Place
from editor_app.translation import translations

# What a list shows of an article.
Listed = ListedText
NEWEST_LENGTH = 20


class Step(Struct, frozen=True):
    """A link to the page at `path`; `count` tells how many articles are there."""

    name: str
    path: str
    count: int = 0


def counted(place: Place) -> Callable[[int], str]:
    """Return what says how many articles there are, in the language of the page."""
    catalogue = translations(place.language)
    return lambda count: catalogue.ngettext("{count} article", "{count} articles", count).format(count=count)
