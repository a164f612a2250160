"""Atom feeds, RFC 4287: the newest articles of the site, or of one of its sections."""

import posixpath
from collections.abc import Sequence
from datetime import UTC, datetime

from markupsafe import Markup

from editor_app.rendering.languages import SITE_LANGUAGE
from editor_app.rendering.page_paths import FEED_TYPE, FRONT_PAGE, feed_path
from editor_app.rendering.publisher import Publisher, stamp, urn
from editor_app.site.feeds.entries import XML, Entry, element

FEED_LENGTH = 30
# An empty feed has to tell a time as well, and may not tell when it was made.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def atom_feed(newest: Sequence[Entry], site: Publisher, *, page: str, title: str, id_: str) -> bytes:
    """Return the feed of the first FEED_LENGTH of `newest`, given newest first.

    `page` is the path of the page that lists the same, `id_` what it goes by for good: the section's id,
    or a word for the whole site. Links are relative where the site has no address yet.
    """
    entries, path = newest[:FEED_LENGTH], feed_path(page)

    def link(to: str) -> str:
        return site.address(to) or posixpath.relpath(to, posixpath.dirname(path) or ".")

    updated = max((entry.changed_at for entry in entries), default=_NEVER)
    lines = [
        Markup(XML),
        Markup('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{}">\n').format(SITE_LANGUAGE),
        element("id", id_),
        element("title", title),
        element("updated", stamp(updated)),
        Markup("<author><name>{}</name></author>\n").format(site.name),
        Markup('<link rel="self" type="{}" href="{}"/>\n').format(FEED_TYPE, link(path)),
        Markup('<link rel="alternate" type="text/html" href="{}"/>\n').format(link(page)),
        *(_entry(entry, link(entry.path)) for entry in entries),
        Markup("</feed>\n"),
    ]
    return "".join(lines).encode()


def site_feed(newest: Sequence[Entry], site: Publisher) -> bytes:
    """Return the feed of the whole site."""
    # Without an address only its publisher's name tells one site from another.
    return atom_feed(
        newest, site, page=FRONT_PAGE, title=site.name, id_=urn(f"site:{site.base or site.name}")
    )


def section_feed(newest: Sequence[Entry], site: Publisher, *, page: str, name: str, section_id: str) -> bytes:
    """Return the feed of a section."""
    title = f"{name} – {site.name}"
    return atom_feed(newest, site, page=page, title=title, id_=urn(section_id))


def _entry(entry: Entry, href: str) -> Markup:
    section = Markup('<category term="{}"/>\n').format(entry.section) if entry.section else ""
    summary = element("summary", entry.lead) if entry.lead else ""
    return Markup("").join(
        (
            Markup('<entry xml:lang="{}">\n').format(entry.tag),
            element("id", urn(entry.article_id)),
            element("title", entry.title),
            element("updated", stamp(entry.changed_at)),
            element("published", stamp(entry.published_at)),
            Markup('<link rel="alternate" type="text/html" hreflang="{}" href="{}"/>\n').format(
                entry.tag, href
            ),
            section,
            summary,
            Markup("</entry>\n"),
        )
    )
