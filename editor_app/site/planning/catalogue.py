"""All families of files that a website consists of."""

from collections.abc import Iterator, Mapping

from editor_app.site.planning.articles import (
    Articles,
    Images,
    MovedPages,
    WithdrawnPages,
)
from editor_app.site.planning.families import Family
from editor_app.site.planning.feeds import (
    MAP_INDEX,
    MONTH_MAP,
    FeedsOfSections,
    FeedsOfSite,
    IndexOfMaps,
    MapsOfMonths,
)
from editor_app.site.planning.fixed import Assets, FixedPages
from editor_app.site.planning.lists import (
    Collections,
    Months,
    MovedCollections,
    SearchMonths,
    Years,
)
from editor_app.site.planning.site import Site
from editor_app.site.planning.values import Unit

FAMILIES: Mapping[str, Family] = {
    family.name: family
    for family in (
        Articles(),
        FixedPages(),
        Collections("section"),
        Years("section"),
        Collections("contact"),
        Years("contact"),
        Months(),
        SearchMonths(),
        FeedsOfSite(),
        FeedsOfSections(),
        MapsOfMonths(),
        IndexOfMaps(),
        MovedPages(),
        WithdrawnPages(),
        MovedCollections("section"),
        MovedCollections("contact"),
        Images(),
        Assets(),
    )
}

# What is about months, and about years: the end of their subjects tells which.
_BY_MONTH = frozenset({"month", "search", MONTH_MAP})
_BY_YEAR = frozenset({"section-year", "contact-year"})
_AFTER_MONTHS = "~"


def all_units(site: Site) -> Iterator[Unit]:
    """Yield all but the articles; what shows the same articles comes one after the other."""
    timed: list[Unit] = []
    for name, family in FAMILIES.items():
        if name in _BY_MONTH | _BY_YEAR:
            timed += family.units(site)
        elif name != MAP_INDEX:
            yield from family.units(site)
    yield from sorted(timed, key=_time)
    # Each map has told by now what its newest is.
    yield from FAMILIES[MAP_INDEX].units(site)


def _time(unit: Unit) -> tuple[str, str, str]:
    if unit.family in _BY_MONTH:
        return unit.subject[:4], unit.subject, unit.family
    return unit.subject[-4:], _AFTER_MONTHS, unit.owner
