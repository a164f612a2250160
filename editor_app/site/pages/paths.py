"""Where on the site the pages are that are no article."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping

from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Contact
from editor_app.rendering.page_paths import FRONT_PAGE
from editor_app.site.paging import ListPage

ARCHIVE_FOLDER = "arkiv"
ARCHIVE_PAGE = f"{ARCHIVE_FOLDER}/{FRONT_PAGE}"
CONTACTS_FOLDER = "kontakter"
CONTACTS_PAGE = f"{CONTACTS_FOLDER}/{FRONT_PAGE}"
SEARCH_FOLDER = "sok"
SEARCH_SCRIPT = "assets/sok.js"
ABOUT_PAGE = f"om/{FRONT_PAGE}"
STATEMENT_PAGES: Mapping[str, str] = {
    "sv": f"tillganglighet/{FRONT_PAGE}",
    "en": f"tillganglighet/en/{FRONT_PAGE}",
}
_SHORT_ID = 8


def year_path(landing: str, year: int, page: ListPage) -> str:
    """Return the path of a page of the articles of `year` in what has its own page at `landing`."""
    return posixpath.join(posixpath.dirname(landing), str(year), page.name)


def month_path(year: int, month: int, page: ListPage) -> str:
    """Return the path of a page of the articles of a month."""
    return f"{ARCHIVE_FOLDER}/{year}/{month:02}/{page.name}"


def search_path(month: str) -> str:
    """Return the path of what the search looks through of a month, as in 2026-11."""
    return f"{SEARCH_FOLDER}/{month}.json"


def contact_paths(contacts: Iterable[Contact]) -> Mapping[str, str]:
    """Return the path of each contact's page by id; those who share a name have the start of their id in it.

    `contacts` are all that there are, so that an address does not depend on who is in an article now.
    """
    slugs = {contact.id: make_slug(contact.name) for contact in contacts}
    taken = Counter(slugs.values())
    names = {
        contact_id: slug if taken[slug] == 1 else f"{slug}-{contact_id[:_SHORT_ID]}"
        for contact_id, slug in slugs.items()
    }
    return {contact_id: f"{CONTACTS_FOLDER}/{name}/{FRONT_PAGE}" for contact_id, name in names.items()}
