"""Where on the site pages are."""

import posixpath
from collections.abc import Mapping
from types import MappingProxyType

from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Category, Kind
from editor_app.domain.revision import Snapshot

SECTIONS_FOLDER = "amnen"
FRONT_PAGE = "index.html"
FEED = "atom.xml"
NINJS = "ninjs.json"
CONTACT_PAGE = "kontakt/index.html"
LANGUAGES_PAGE = "sprak/index.html"
SEARCH_PAGE = "sok/index.html"
NOT_FOUND_PAGE = "404.html"
FEED_TYPE = "application/atom+xml"

KIND_FOLDERS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.NEWS: "nyheter",
        Kind.PRESS_RELEASE: "pressmeddelanden",
        Kind.INFORMATION: "information",
        Kind.SERVICE_NOTICE: "driftinformation",
        Kind.CRISIS: "krisinformation",
    }
)


def article_path(snapshot: Snapshot) -> str:
    """Return the path on the site of the article's page."""
    slug = make_slug(snapshot.slug or snapshot.title)
    return f"{KIND_FOLDERS[snapshot.kind]}/{slug}/{FRONT_PAGE}"


def section_path(category: Category) -> str:
    """Return the path on the site of the category's page."""
    return f"{SECTIONS_FOLDER}/{make_slug(category.slug or category.name)}/{FRONT_PAGE}"


def beside(page: str, name: str) -> str:
    """Return the path of the file `name` in the folder of the page at `page`."""
    return posixpath.join(posixpath.dirname(page), name)


def feed_path(page: str) -> str:
    """Return where the feed is that has what the page at `page` lists."""
    return beside(page, FEED)
