"""Pages of what belongs together, the articles of a category or of a person, newest and by year."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from editor_app.rendering.frame import RenderedPage, SiteFrame
from editor_app.site.pages.listed import NEWEST_LENGTH, Line, Listed, Step, counted
from editor_app.site.pages.paths import year_path
from editor_app.site.paging import ListPage, list_pages


class Collection(Struct, frozen=True):
    """A category or a person: what it is called, where its page is, a line about it, and the way to it."""

    name: str
    path: str
    about: str = ""
    crumbs: tuple[Step, ...] = ()


def render_collection(
    collection: Collection, newest: Sequence[Listed], years: Mapping[int, int], frame: SiteFrame
) -> RenderedPage:
    """Return its own page: the first NEWEST_LENGTH of `newest`, and how many it has in each of `years`.

    Both are given newest first.
    """
    place = frame.place(collection.path)
    main = place.render(
        "collection.html",
        heading=collection.name,
        about=collection.about,
        crumbs=collection.crumbs,
        items=[place.teaser(article) for article in newest[:NEWEST_LENGTH]],
        years=[
            Step(str(year), year_path(collection.path, year, list_pages(count)[0]), count)
            for year, count in years.items()
        ],
        counted=counted(place),
    )
    return frame.page(place, main, title=collection.name)


def render_year(
    collection: Collection,
    year: int,
    page: ListPage,
    lines: Sequence[Line],
    pages: Sequence[ListPage],
    frame: SiteFrame,
) -> RenderedPage:
    """Return one of the `pages`, the newest first, of what a collection has of a year.

    `lines` are those of the page alone, newest first.
    """
    paths = {one: year_path(collection.path, year, one) for one in pages}
    crumbs = (*collection.crumbs, Step(collection.name, collection.path))
    return render_listing(f"{collection.name} {year}", crumbs, page, lines, paths, frame)


def render_listing(
    heading: str,
    crumbs: Sequence[Step],
    page: ListPage,
    lines: Sequence[Line],
    paths: Mapping[ListPage, str],
    frame: SiteFrame,
) -> RenderedPage:
    """Return one page of a long list, whose pages `paths` has in their order, the newest first."""
    place = frame.place(paths[page])
    ways = list(paths.values())
    at = ways.index(place.path)
    newest, oldest = lines[0].date, lines[-1].date
    extent = newest if newest == oldest else f"{oldest} – {newest}"
    main = place.render(
        "listing.html",
        heading=heading,
        crumbs=crumbs,
        extent=extent,
        items=Markup("".join(line.html for line in lines)),
        newer=ways[at - 1] if at else "",
        older=ways[at + 1] if at + 1 < len(ways) else "",
    )
    number = place.gettext("page {number}").format(number=page.number) if page.number else ""
    return frame.page(place, main, title=", ".join(filter(None, (heading, number))))
