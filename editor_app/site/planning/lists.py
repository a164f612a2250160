"""Lists of articles: of sections and contacts, by year and by month, and what the search looks through."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from editor_app.domain.site_lists import Listing, month_of
from editor_app.site.pages.archive import render_month_page
from editor_app.site.pages.collections import Collection, render_collection, render_year
from editor_app.site.pages.fixed import render_moved_page
from editor_app.site.pages.listed import NEWEST_LENGTH, Line
from editor_app.site.pages.paths import month_path, search_path, year_path
from editor_app.site.pages.people import contact_collection
from editor_app.site.pages.search import search_data
from editor_app.site.paging import ListPage, list_pages
from editor_app.site.planning.families import ALL, Extent, Files
from editor_app.site.planning.site import Site
from editor_app.site.planning.values import ArticleChange, Known, Unit

Listings = Callable[[Known], Iterator[str]]


class Collections:
    """The page of each section, or of each contact, with its newest articles and a way to its years."""

    def __init__(self, of: str) -> None:
        self.name = of

    def units(self, site: Site) -> Iterator[Unit]:
        return (Unit(self.name, id_) for id_ in _collected(self.name, site))

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        if change.is_shown_anew or change.is_moved:
            for side in change.sides:
                for id_ in _collecting(self.name, site, side):
                    yield Unit(self.name, id_), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        collection = _collection(self.name, site, unit.subject)
        return set() if collection is None else {collection.path}

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        collection = _collection(self.name, site, unit.subject)
        if collection is not None:
            listing = _listing(self.name, unit.subject)
            newest = site.lists.newest(listing, site.now, NEWEST_LENGTH)
            page = render_collection(collection, newest, site.years(listing), site.frame)
            yield page.path, page.html.encode()


class Years:
    """What a section or a contact has of each year, on numbered pages."""

    def __init__(self, of: str) -> None:
        self._of = of
        self.name = f"{of}-year"

    def units(self, site: Site) -> Iterator[Unit]:
        for id_ in _collected(self._of, site):
            for year in site.years(_listing(self._of, id_)):
                yield Unit(self.name, f"{id_}/{year}")

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        for side in change.sides:
            for id_ in _collecting(self._of, site, side):
                unit = Unit(self.name, f"{id_}/{_year(side)}")
                extent = _extent(site, self._list(unit)[0], change, side)
                if extent is not None:
                    yield unit, extent

    def paths(self, site: Site, unit: Unit) -> set[str]:
        listing, id_, year = self._list(unit)
        collection = _collection(self._of, site, id_)
        if collection is None:
            return set()
        pages = _pages(site, listing)
        return {year_path(collection.path, year, page) for page in pages}

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        listing, id_, year = self._list(unit)
        collection = _collection(self._of, site, id_)
        if collection is None:
            return
        pages = _pages(site, listing)
        shown = [page for page in pages if extent.meets(page.first, page.last)]
        if not shown:
            return
        # The newest page comes first, and a page follows the next older one.
        first, last = shown[-1].first, shown[0].last
        lines = self._lines(site, listing, first, last)
        for page in shown:
            own = lines[page.first - first : page.last - first]
            made = render_year(collection, year, page, own[::-1], pages, site.frame)
            yield made.path, made.html.encode()

    def _lines(self, site: Site, listing: Listing, first: int, last: int) -> list[Line]:
        if listing.contact_id and site.is_made_whole:
            # One look for all contacts, where each would have to look through all of its years.
            ids = site.ids_by_contact(listing.months).get(listing.contact_id, ())
            return site.lines.of_ids(ids[first:last])
        return site.lines.stretch(listing, first, last - first)

    def _list(self, unit: Unit) -> tuple[Listing, str, int]:
        id_, _slash, year = unit.subject.rpartition("/")
        return _listing(self._of, id_, year), id_, int(year)


class MovedCollections:
    """The pages at addresses that sections, or contacts, had: they lead on to the present ones."""

    def __init__(self, of: str) -> None:
        self._of = of
        self.name = f"moved-{of}"

    def units(self, site: Site) -> Iterator[Unit]:
        return (Unit(self.name, path) for path in sorted(_former(self._of, site)))

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        """Yield what leads to pages that come or go with the article, and what they take the place of."""
        if change.is_moved:
            ids = {id_ for side in change.sides for id_ in _collecting(self._of, site, side)}
            own = {_path(self._of, site, id_) for id_ in ids}
            for path, led_to in _former(self._of, site).items():
                if path in own or not ids.isdisjoint(led_to):
                    yield Unit(self.name, path), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        return {path for path, _data in self.files(site, unit, ALL)}

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        path = unit.subject
        collections = (_collection(self._of, site, id_) for id_ in _former(self._of, site).get(path, ()))
        target = next(filter(None, collections), None)
        if target is not None and path not in _living(self._of, site):
            page = render_moved_page(path, target.path, target.name, site.frame)
            yield path, page.html.encode()


class Months:
    """What the archive has of each month, on numbered pages."""

    name = "month"

    def units(self, site: Site) -> Iterator[Unit]:
        return (Unit(self.name, month) for month in site.months(Listing()))

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        for side in change.sides:
            unit = Unit(self.name, month_of(side.dated_at))
            extent = _extent(site, Listing(months=unit.subject), change, side)
            if extent is not None:
                yield unit, extent

    def paths(self, site: Site, unit: Unit) -> set[str]:
        year, month = map(int, unit.subject.split("-"))
        return {month_path(year, month, page) for page in _pages(site, Listing(months=unit.subject))}

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        year, month = map(int, unit.subject.split("-"))
        pages = _pages(site, Listing(months=unit.subject))
        newest = site.of_month(unit.subject)
        for page in pages:
            if extent.meets(page.first, page.last):
                own = site.lines.of(newest[len(newest) - page.last : len(newest) - page.first])
                made = render_month_page(year, month, page, own, pages, site.frame)
                yield made.path, made.html.encode()


class SearchMonths:
    """What the search looks through, a file for each month: a change writes little anew."""

    name = "search"

    def units(self, site: Site) -> Iterator[Unit]:
        return (Unit(self.name, month) for month in site.months(Listing()))

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        del site
        if change.is_shown_anew or change.is_moved:
            for side in change.sides:
                yield Unit(self.name, month_of(side.dated_at)), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        listing = Listing(months=unit.subject)
        return {search_path(unit.subject)} if site.count(listing) else set()

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        articles = site.of_month(unit.subject)
        if articles:
            yield search_path(unit.subject), search_data(articles)


def _collected(of: str, site: Site) -> Iterator[str]:
    """Yield the ids of the sections, or of the contacts, that have articles."""
    if of == "section":
        yield from (section.id for section in site.sections)
    elif site.contact_paths:
        yield from (id_ for id_ in site.contact_counts if id_ in site.contact_paths)


def _collecting(of: str, site: Site, side: Known) -> Iterator[str]:
    """Yield the ids of the sections, or of the contacts, whose lists an article is in."""
    if of == "section":
        if side.category_id is not None:
            yield side.category_id
    elif site.contact_paths:
        yield from side.contact_ids


def _collection(of: str, site: Site, id_: str) -> Collection | None:
    """Return what the pages are headed by, None where there are none."""
    if of == "section":
        section = site.section(id_)
        return None if section is None else Collection(section.name, section.path)
    contact, path = site.source.contacts.get(id_), site.contact_paths.get(id_)
    if contact is None or path is None or id_ not in site.contact_counts:
        return None
    return contact_collection(contact, path)


def _path(of: str, site: Site, id_: str) -> str | None:
    """Return where the page of a section, or of a contact, is or would be, None where none can be."""
    return site.section_address(id_) if of == "section" else site.contact_address(id_)


def _living(of: str, site: Site) -> Iterator[str]:
    """Yield where sections, or contacts, that have articles have their pages."""
    return (path for id_ in _collected(of, site) if (path := _path(of, site, id_)) is not None)


def _former(of: str, site: Site) -> Mapping[str, Sequence[str]]:
    """Return what each former address leads to: the first of those ids that has a page."""
    if of == "section":
        return {path: (id_,) for path, id_ in site.source.former_sections.items()}
    return site.former_contacts


def _listing(of: str, id_: str, months: str = "") -> Listing:
    if of == "section":
        return Listing(category_id=id_, months=months)
    return Listing(contact_id=id_, months=months)


def _extent(site: Site, listing: Listing, change: ArticleChange, side: Known) -> Extent | None:
    """Return which places of a list a change shows anew, None where it changes nothing there."""
    if not (change.is_shown_anew or change.is_moved):
        return None
    place = site.lists.rank(listing, change.place(side), site.now)
    # An article that stays where it is moves no other.
    return Extent(place, None if change.is_moved else place)


def _pages(site: Site, listing: Listing) -> tuple[ListPage, ...]:
    count = site.count(listing)
    return list_pages(count) if count else ()


def _year(side: Known) -> str:
    return month_of(side.dated_at)[:4]
