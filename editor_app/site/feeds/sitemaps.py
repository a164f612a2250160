"""Maps of the site for search engines: one for each month, one for all other pages, and an index of them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from markupsafe import escape

from editor_app.domain.language_versions import Version, alternates
from editor_app.rendering.publisher import Publisher, stamp
from editor_app.site.feeds.entries import XML, Entry

SITEMAP_INDEX = "sitemap.xml"
SITEMAPS_FOLDER = "sitemaps"
PAGES_MAP = f"{SITEMAPS_FOLDER}/sidor.xml"
ROBOTS = "robots.txt"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def month_map_path(year: int, month: int) -> str:
    """Return where the map of the articles of a month is."""
    return f"{SITEMAPS_FOLDER}/{year}-{month:02}.xml"


def month_map(entries: Iterable[Entry], site: Publisher) -> bytes:
    """Return the map of the articles of a month, which are given in the order that it has."""
    return _map(_page(site, entry.path, entry.changed_at, entry.versions) for entry in entries)


def pages_map(paths: Iterable[str], site: Publisher) -> bytes:
    """Return the map of pages that are no articles, in their order."""
    return _map(_page(site, path) for path in paths)


def sitemap_index(maps: Mapping[str, datetime | None], site: Publisher) -> bytes:
    """Return what leads to maps: their paths, and when the newest of what is on each came there.

    That is None where it is not known.
    """
    lines = (f"<sitemap>{_where_and_when(site, path, moment)}</sitemap>\n" for path, moment in maps.items())
    head = f'{XML}<sitemapindex xmlns="{_NAMESPACE}">\n'
    return "".join((head, *lines, "</sitemapindex>\n")).encode()


def robots(site: Publisher) -> bytes:
    """Return what tells robots that they may read everything, and where the maps are."""
    where = site.address(SITEMAP_INDEX)
    return ("User-agent: *\nDisallow:\n" + (f"\nSitemap: {where}\n" if where else "")).encode()


def _map(pages: Iterable[str]) -> bytes:
    head = f'{XML}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="{_XHTML}">\n'
    return "".join((head, *pages, "</urlset>\n")).encode()


def _page(
    site: Publisher, path: str, changed_at: datetime | None = None, versions: tuple[Version, ...] = ()
) -> str:
    links = "".join(
        f'\n<xhtml:link rel="alternate" hreflang="{escape(tag)}" href="{escape(site.address(one.path))}"/>'
        for tag, one in alternates(versions)
    )
    return f"<url>{_where_and_when(site, path, changed_at)}{links}</url>\n"


def _where_and_when(site: Publisher, path: str, moment: datetime | None) -> str:
    when = "" if moment is None else f"<lastmod>{stamp(moment)}</lastmod>"
    return f"<loc>{escape(site.address(path))}</loc>{when}"
