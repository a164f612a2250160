"""Which pages beside those of articles a website has, each with what gives its bytes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from editor_app.domain.article import Contact
from editor_app.domain.folding import sort_key
from editor_app.domain.publication import Publication
from editor_app.rendering.frame import RenderedPage, SiteFrame
from editor_app.rendering.languages import SITE_LANGUAGE
from editor_app.rendering.page_paths import (
    CONTACT_PAGE,
    FRONT_PAGE,
    LANGUAGES_PAGE,
    NOT_FOUND_PAGE,
    SEARCH_PAGE,
)
from editor_app.rendering.surroundings import Surroundings
from editor_app.site.pages.about import render_about_page, render_statement_page
from editor_app.site.pages.archive import render_archive_page, render_month_page
from editor_app.site.pages.collections import Collection, render_collection, render_year
from editor_app.site.pages.fixed import (
    render_contact_page,
    render_languages_page,
    render_not_found_page,
    site_tag,
)
from editor_app.site.pages.front import render_front_page
from editor_app.site.pages.listed import Listed, Step, by_month, by_year
from editor_app.site.pages.paths import (
    ABOUT_PAGE,
    ARCHIVE_PAGE,
    CONTACTS_PAGE,
    SEARCH_SCRIPT,
    STATEMENT_PAGES,
    contact_paths,
    month_path,
    search_path,
    year_path,
)
from editor_app.site.pages.people import contact_collection, render_contacts_page
from editor_app.site.pages.search import SCRIPT, render_search_page, search_data
from editor_app.site.paging import list_pages


class PlannedFile(NamedTuple):
    """A file of the website, whose it is, and what gives its bytes."""

    path: str
    owner: str
    source: Callable[[], bytes]


def list_page_sources(
    public: Iterable[Publication], site: Surroundings, contacts: Iterable[Contact]
) -> Iterator[PlannedFile]:
    """Yield every page that is no article, and what the search needs."""
    newest, frame = site.newest, site.frame
    pinned = [article for id_ in site.settings.pinned_ids if (article := site.article(id_)) is not None]
    yield _page(FRONT_PAGE, partial(render_front_page, newest, pinned, frame))
    others = [listed for listed in newest if site_tag(listed) != SITE_LANGUAGE]
    for path, render in (
        (CONTACT_PAGE, render_contact_page),
        (LANGUAGES_PAGE, partial(render_languages_page, others)),
        (NOT_FOUND_PAGE, render_not_found_page),
        (ABOUT_PAGE, render_about_page),
    ):
        yield _page(path, partial(render, frame))
    for language, path in STATEMENT_PAGES.items():
        yield _page(path, partial(render_statement_page, language, frame))
    for section in site.sections:
        collection = Collection(section.name, section.path)
        yield from _collection(
            collection, section.id, [one for one in newest if one.category_id == section.id], frame
        )
    if site.settings.has_contact_pages:
        yield from _contacts(public, site, contacts)
    yield from _archive(newest, frame)
    yield from _search(newest, frame)


def _collection(
    collection: Collection, owner: str, articles: Sequence[Listed], frame: SiteFrame
) -> Iterator[PlannedFile]:
    years = by_year(articles)
    counts = {year: len(members) for year, members in years.items()}
    yield _page(collection.path, partial(render_collection, collection, articles, counts, frame), owner)
    for year, members in years.items():
        pages = list_pages(len(members))
        for page in pages:
            shown = members[len(members) - page.last : len(members) - page.first]
            render = partial(render_year, collection, year, page, shown, pages, frame)
            yield _page(year_path(collection.path, year, page), render, owner)


def _contacts(
    public: Iterable[Publication], site: Surroundings, contacts: Iterable[Contact]
) -> Iterator[PlannedFile]:
    known = sorted(contacts, key=lambda contact: (sort_key(contact.name), contact.id))
    paths, named = contact_paths(known), _by_contact(public, site)
    people = []
    for contact in known:
        if articles := named.get(contact.id):
            collection = contact_collection(contact, paths[contact.id])
            people.append(Step(collection.name, collection.path, len(articles)))
            yield from _collection(collection, contact.id, articles, site.frame)
    yield _page(CONTACTS_PAGE, partial(render_contacts_page, people, site.frame))


def _by_contact(public: Iterable[Publication], site: Surroundings) -> Mapping[str, Sequence[Listed]]:
    contacts = {one.snapshot.article_id: one.snapshot.contacts for one in public}
    named: dict[str, list[Listed]] = {}
    for article in site.newest:
        for contact_id in dict.fromkeys(contact.id for contact in contacts[article.article_id]):
            named.setdefault(contact_id, []).append(article)
    return named


def _archive(newest: Sequence[Listed], frame: SiteFrame) -> Iterator[PlannedFile]:
    months = by_month(newest)
    counts = {month: len(members) for month, members in months.items()}
    yield _page(ARCHIVE_PAGE, partial(render_archive_page, counts, frame))
    for (year, month), members in months.items():
        pages = list_pages(len(members))
        for page in pages:
            shown = members[len(members) - page.last : len(members) - page.first]
            render = partial(render_month_page, year, month, page, shown, pages, frame)
            yield _page(month_path(year, month, page), render)


def _search(newest: Sequence[Listed], frame: SiteFrame) -> Iterator[PlannedFile]:
    years = by_year(newest)
    yield _page(SEARCH_PAGE, partial(render_search_page, newest, tuple(years), frame))
    yield PlannedFile(SEARCH_SCRIPT, SEARCH_SCRIPT, partial(Path.read_bytes, SCRIPT))
    for year, members in years.items():
        path = search_path(year)
        yield PlannedFile(path, path, partial(search_data, members))


def _page(path: str, render: Callable[[], RenderedPage], owner: str = "") -> PlannedFile:
    return PlannedFile(path, owner or path, partial(_html, render))


def _html(render: Callable[[], RenderedPage]) -> bytes:
    return render().html.encode()
