"""The pages that every website has once, and the files that go with them."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from editor_app.domain.folding import sort_key
from editor_app.domain.live_text import ListedText
from editor_app.domain.site_lists import Listing
from editor_app.rendering.appearance import look_assets
from editor_app.rendering.frame import RenderedPage
from editor_app.rendering.languages import SITE_LANGUAGE
from editor_app.rendering.page_paths import (
    CONTACT_PAGE,
    FRONT_PAGE,
    LANGUAGES_PAGE,
    NOT_FOUND_PAGE,
    SEARCH_PAGE,
)
from editor_app.site.pages.about import render_about_page, render_statement_page
from editor_app.site.pages.archive import render_archive_page
from editor_app.site.pages.fixed import (
    render_contact_page,
    render_languages_page,
    render_not_found_page,
    site_tag,
)
from editor_app.site.pages.front import render_front_page
from editor_app.site.pages.listed import NEWEST_LENGTH, Step
from editor_app.site.pages.paths import (
    ABOUT_PAGE,
    ARCHIVE_PAGE,
    CONTACTS_PAGE,
    SEARCH_SCRIPT,
    STATEMENT_PAGES,
)
from editor_app.site.pages.people import contact_collection, render_contacts_page
from editor_app.site.pages.search import SCRIPT, render_search_page
from editor_app.site.planning.families import ALL, Extent, Files
from editor_app.site.planning.site import Site
from editor_app.site.planning.values import ArticleChange, Unit

# Of articles in other languages; the others are found by the search and in the archive.
_MOST_IN_A_LANGUAGE = 50
_EVERYTHING = Listing()


class FixedPages:
    """Front page, archive, search, languages, contact, not found, and what the site says of itself."""

    name = "page"

    def units(self, site: Site) -> Iterator[Unit]:
        return (Unit(self.name, path) for path in _pages(site))

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        if not (change.is_shown_anew or change.is_moved):
            return
        paths = [FRONT_PAGE, ARCHIVE_PAGE, SEARCH_PAGE]
        if any(side.language != SITE_LANGUAGE for side in change.sides):
            paths.append(LANGUAGES_PAGE)
        if site.contact_paths and any(side.contact_ids for side in change.sides):
            paths.append(CONTACTS_PAGE)
        for path in paths:
            yield Unit(self.name, path), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        return {unit.subject} & _pages(site).keys()

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        render = _pages(site).get(unit.subject)
        if render is not None:
            yield unit.subject, render().html.encode()


class Assets:
    """Stylesheet, fonts, icon and script; only settings and another program change them."""

    name = "asset"

    def units(self, site: Site) -> Iterator[Unit]:
        return (Unit(self.name, path) for path in _assets(site))

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        del site, change
        return iter(())

    def paths(self, site: Site, unit: Unit) -> set[str]:
        return {unit.subject} & _assets(site).keys()

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        yield unit.subject, _assets(site)[unit.subject]()


def _assets(site: Site) -> Mapping[str, Callable[[], bytes]]:
    return {
        **look_assets(site.source.settings.appearance),
        SEARCH_SCRIPT: partial(Path.read_bytes, SCRIPT),
    }


def _pages(site: Site) -> Mapping[str, Callable[[], RenderedPage]]:
    frame = site.frame
    pages: dict[str, Callable[[], RenderedPage]] = {
        FRONT_PAGE: partial(_front, site),
        ARCHIVE_PAGE: partial(_archive, site),
        SEARCH_PAGE: partial(_search, site),
        LANGUAGES_PAGE: partial(_languages, site),
        CONTACT_PAGE: partial(render_contact_page, frame),
        NOT_FOUND_PAGE: partial(render_not_found_page, frame),
        ABOUT_PAGE: partial(render_about_page, frame),
    }
    pages |= {path: partial(render_statement_page, tag, frame) for tag, path in STATEMENT_PAGES.items()}
    if site.source.settings.has_contact_pages:
        pages[CONTACTS_PAGE] = partial(_contacts, site)
    return pages


def _front(site: Site) -> RenderedPage:
    newest = site.lists.newest(_EVERYTHING, site.now, NEWEST_LENGTH + 1)
    pinned = site.in_order(site.source.settings.pinned_ids)
    return render_front_page(newest, pinned, site.frame)


def _archive(site: Site) -> RenderedPage:
    months = {(int(month[:4]), int(month[5:])): count for month, count in site.months(_EVERYTHING).items()}
    return render_archive_page(months, site.frame)


def _search(site: Site) -> RenderedPage:
    newest = site.lists.newest(_EVERYTHING, site.now, NEWEST_LENGTH)
    return render_search_page(newest, site.months(_EVERYTHING), site.frame)


def _languages(site: Site) -> RenderedPage:
    others: list[ListedText] = []
    for language in site.lists.languages(site.now):
        some = site.lists.newest_in_language(language, site.now, _MOST_IN_A_LANGUAGE)
        others += (listed for listed in some if site_tag(listed) != SITE_LANGUAGE)
    others.sort(key=lambda listed: (listed.dated_at, listed.article_id), reverse=True)
    return render_languages_page(others, site.frame)


def _contacts(site: Site) -> RenderedPage:
    people = []
    contacts = site.source.contacts
    counts = site.contact_counts
    named = [contacts[id_] for id_ in counts if id_ in contacts]
    for contact in sorted(named, key=lambda contact: (sort_key(contact.name), contact.id)):
        collection = contact_collection(contact, site.contact_paths[contact.id])
        people.append(Step(collection.name, collection.path, counts[contact.id]))
    return render_contacts_page(people, site.frame)
