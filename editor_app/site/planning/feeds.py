"""Feeds of the newest articles, and maps of the site for search engines."""

from collections.abc import Iterator

from editor_app.domain.live_text import ListedText
from editor_app.domain.site_lists import Listing, month_of
from editor_app.rendering.page_paths import CONTACT_PAGE, FEED, FRONT_PAGE, LANGUAGES_PAGE, feed_path
from editor_app.site.feeds.atom import FEED_LENGTH, section_feed, site_feed
from editor_app.site.feeds.entries import Entry, entry_of
from editor_app.site.feeds.sitemaps import (
    PAGES_MAP,
    ROBOTS,
    SITEMAP_INDEX,
    month_map,
    month_map_path,
    pages_map,
    robots,
    sitemap_index,
)
from editor_app.site.pages.paths import ABOUT_PAGE, ARCHIVE_PAGE, STATEMENT_PAGES
from editor_app.site.planning.families import ALL, Extent, Files
from editor_app.site.planning.site import Site
from editor_app.site.planning.values import ArticleChange, Unit

MONTH_MAP = "sitemap"
MAP_INDEX = "sitemap-index"


class FeedsOfSite:
    """The feed of the whole site, what robots are told, and the map of pages that are no articles."""

    name = "feed"

    def units(self, site: Site) -> Iterator[Unit]:
        return (Unit(self.name, path) for path in _fixed_paths(site))

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        del site
        if change.is_shown_anew or change.is_moved:
            yield Unit(self.name, FEED), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        return {unit.subject} & set(_fixed_paths(site))

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        path = unit.subject
        if path == FEED:
            newest = site.lists.newest(Listing(), site.now, FEED_LENGTH)
            yield path, site_feed([_entry(site, listed) for listed in newest], site.publisher)
        elif path == ROBOTS:
            yield path, robots(site.publisher)
        elif path == PAGES_MAP:
            yield path, pages_map(_mapped_pages(site), site.publisher)


class FeedsOfSections:
    """The feed of each section."""

    name = "section-feed"

    def units(self, site: Site) -> Iterator[Unit]:
        return (Unit(self.name, section.id) for section in site.sections)

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        del site
        if change.is_shown_anew or change.is_moved:
            for side in change.sides:
                if side.category_id is not None:
                    yield Unit(self.name, side.category_id), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        section = site.section(unit.subject)
        return set() if section is None else {feed_path(section.path)}

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        section = site.section(unit.subject)
        if section is not None:
            newest = site.lists.newest(Listing(category_id=section.id), site.now, FEED_LENGTH)
            data = section_feed(
                [_entry(site, listed) for listed in newest],
                site.publisher,
                page=section.path,
                name=section.name,
                section_id=section.id,
            )
            yield feed_path(section.path), data


class MapsOfMonths:
    """The map of the articles of each month, where the site has an address."""

    name = MONTH_MAP

    def units(self, site: Site) -> Iterator[Unit]:
        if site.publisher.base:
            yield from (Unit(self.name, month) for month in site.months(Listing()))

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        if not (site.publisher.base and (change.is_shown_anew or change.is_moved)):
            return
        months = [month_of(side.dated_at) for side in change.sides]
        # On a map, pages tell of the same in other languages.
        for side in change.sides:
            others = site.together(side.original_id or change.article_id)
            months += (month_of(listed.dated_at) for listed in others)
        for month in dict.fromkeys(months):
            yield Unit(self.name, month), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        if not site.publisher.base or not site.count(Listing(months=unit.subject)):
            return set()
        return {month_map_path(*_numbers(unit.subject))}

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        newest = site.of_month(unit.subject)
        if newest and site.publisher.base:
            # Made now, while the articles are at hand, for the index.
            site.newest_of_month(unit.subject)
            entries = [_entry(site, listed) for listed in newest]
            yield month_map_path(*_numbers(unit.subject)), month_map(entries, site.publisher)


class IndexOfMaps:
    """What leads to the maps, where the site has an address."""

    name = MAP_INDEX

    def units(self, site: Site) -> Iterator[Unit]:
        if site.publisher.base:
            yield Unit(self.name)

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        if site.publisher.base and (change.is_shown_anew or change.is_moved):
            yield Unit(self.name), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        del unit
        return {SITEMAP_INDEX} if site.publisher.base else set()

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del unit, extent
        maps = {
            month_map_path(*_numbers(month)): site.newest_of_month(month) for month in site.months(Listing())
        }
        yield SITEMAP_INDEX, sitemap_index({PAGES_MAP: None, **maps}, site.publisher)


def _fixed_paths(site: Site) -> tuple[str, ...]:
    return (FEED, ROBOTS, PAGES_MAP) if site.publisher.base else (FEED, ROBOTS)


def _mapped_pages(site: Site) -> tuple[str, ...]:
    return (
        FRONT_PAGE,
        *(section.path for section in site.sections),
        ARCHIVE_PAGE,
        CONTACT_PAGE,
        LANGUAGES_PAGE,
        ABOUT_PAGE,
        *STATEMENT_PAGES.values(),
    )


def _entry(site: Site, listed: ListedText) -> Entry:
    section = site.section(listed.category_id or "")
    name = "" if section is None else section.name
    return entry_of(listed, section=name, versions=site.versions(listed))


def _numbers(month: str) -> tuple[int, int]:
    return int(month[:4]), int(month[5:])
