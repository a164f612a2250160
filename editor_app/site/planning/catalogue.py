"""All families of files that a website consists of."""

from collections.abc import Mapping

from editor_app.site.planning.articles import (
    Articles,
    Images,
    MovedPages,
    MovedSections,
    WithdrawnPages,
)
from editor_app.site.planning.families import Family
from editor_app.site.planning.feeds import FeedsOfSections, FeedsOfSite, MapsOfMonths
from editor_app.site.planning.fixed import Assets, FixedPages
from editor_app.site.planning.lists import Collections, Months, SearchMonths, Years

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
        MovedPages(),
        WithdrawnPages(),
        MovedSections(),
        Images(),
        Assets(),
    )
}
