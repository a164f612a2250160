"""Which feeds and maps a website has, each with what gives its bytes."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from editor_app.domain.publication import Publication
from editor_app.rendering.page_facts import page_facts
from editor_app.rendering.page_paths import CONTACT_PAGE, FEED, FRONT_PAGE, LANGUAGES_PAGE, feed_path
from editor_app.rendering.pages import render_article
from editor_app.rendering.surroundings import Surroundings
from editor_app.site.feeds.atom import FEED_LENGTH, section_feed, site_feed
from editor_app.site.feeds.entries import Entry, Site, entry_of
from editor_app.site.feeds.ninjs import ninjs
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
from editor_app.site.pages.listed import Listed, by_month
from editor_app.site.pages.paths import ABOUT_PAGE, ARCHIVE_PAGE, STATEMENT_PAGES

PlannedFeed = tuple[str, str, Callable[[], bytes]]


def publisher_of(site: Surroundings) -> Site:
    """Return who publishes the site, and at which address."""
    return Site(site.frame.publisher(site.frame.place(FRONT_PAGE)).name, site.frame.base)


def article_ninjs(publication: Publication, site: Surroundings) -> bytes:
    """Return the news item of a public article."""
    facts = page_facts(publication, site.image_size)
    body = "\n".join(render_article(publication, site).body)
    return ninjs(facts, body, publisher_of(site), site.versions(facts.article_id))


def feed_sources(site: Surroundings) -> Iterator[PlannedFeed]:
    """Yield path, owner and source of feeds, of maps where the site has an address, and for robots."""
    about = publisher_of(site)
    newest = site.newest
    entries = [_entry(listed, site) for listed in newest[:FEED_LENGTH]]
    yield FEED, FEED, partial(site_feed, entries, about)
    for section in site.sections:
        members = [one for one in newest if one.category_id == section.id][:FEED_LENGTH]
        source = partial(
            section_feed,
            [_entry(listed, site) for listed in members],
            about,
            page=section.path,
            name=section.name,
            section_id=section.id,
        )
        yield feed_path(section.path), section.id, source
    yield ROBOTS, ROBOTS, partial(robots, about)
    if about.base:
        yield from _maps(newest, site, about)


def _maps(newest: Sequence[Listed], site: Surroundings, about: Site) -> Iterator[PlannedFeed]:
    """Yield the index and the maps that it leads to."""
    pages = (
        FRONT_PAGE,
        *(section.path for section in site.sections),
        ARCHIVE_PAGE,
        CONTACT_PAGE,
        LANGUAGES_PAGE,
        ABOUT_PAGE,
        *STATEMENT_PAGES.values(),
    )
    changed = dict.fromkeys([PAGES_MAP])
    yield PAGES_MAP, PAGES_MAP, partial(pages_map, pages, about)
    for (year, month), members in by_month(newest).items():
        path = month_map_path(year, month)
        entries = [_entry(listed, site) for listed in members]
        changed[path] = max(entry.changed_at for entry in entries)
        yield path, path, partial(month_map, entries, about)
    yield SITEMAP_INDEX, SITEMAP_INDEX, partial(sitemap_index, changed, about)


def _entry(listed: Listed, site: Surroundings) -> Entry:
    names = {section.id: section.name for section in site.sections}
    section = names.get(listed.category_id or "", "")
    return entry_of(listed, section=section, versions=site.versions(listed.article_id))
