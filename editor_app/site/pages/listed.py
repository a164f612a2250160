"""Lists of articles: which of them belong to a year or a month, and what leads to another list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from editor_app.domain.live_text import ListedText
from editor_app.domain.swedish_time import wall_time
from editor_app.rendering.place import Place
from editor_app.translation import translations

# What a list shows of an article.
Listed = ListedText
NEWEST_LENGTH = 20

_Key = TypeVar("_Key")


class Step(Struct, frozen=True):
    """A link to the page at `path`; `count` tells how many articles are there."""

    name: str
    path: str
    count: int = 0


def by_year(articles: Iterable[Listed]) -> Mapping[int, Sequence[Listed]]:
    """Return the articles, given newest first, by the Swedish year of their date, the newest year first."""
    return _grouped(articles, lambda article: wall_time(article.dated_at).year)


def by_month(articles: Iterable[Listed]) -> Mapping[tuple[int, int], Sequence[Listed]]:
    """Return the articles, given newest first, by Swedish year and month, the newest first."""

    def month(article: Listed) -> tuple[int, int]:
        day = wall_time(article.dated_at)
        return day.year, day.month

    return _grouped(articles, month)


def counted(place: Place) -> Callable[[int], str]:
    """Return what says how many articles there are, in the language of the page."""
    catalogue = translations(place.language)
    return lambda count: catalogue.ngettext("{count} article", "{count} articles", count).format(count=count)


def _grouped(articles: Iterable[Listed], key: Callable[[Listed], _Key]) -> dict[_Key, list[Listed]]:
    groups: dict[_Key, list[Listed]] = {}
    for article in articles:
        groups.setdefault(key(article), []).append(article)
    return groups
