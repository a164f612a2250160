"""The archive: all articles by year and month."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from babel.dates import format_date
from msgspec import Struct

from editor_app.rendering.frame import RenderedPage, SiteFrame
from editor_app.rendering.languages import SITE_LANGUAGE
from editor_app.site.pages.collections import render_listing
from editor_app.site.pages.listed import Line, Step, counted
from editor_app.site.pages.paths import ARCHIVE_PAGE, month_path
from editor_app.site.paging import ListPage, list_pages
from editor_app.translation import translations


class _Year(Struct, frozen=True):
    name: str
    count: int
    months: tuple[Step, ...]


def render_archive_page(months: Mapping[tuple[int, int], int], frame: SiteFrame) -> RenderedPage:
    """Return the overview: how many articles there are in each of `months`, given the newest first."""
    place = frame.place(ARCHIVE_PAGE)
    years = [
        _year(year, {month: months[year, month] for _year_of, month in group})
        for year, group in groupby(months, key=lambda month: month[0])
    ]
    main = place.render("archive.html", years=years, total=sum(months.values()), counted=counted(place))
    return frame.page(place, main, title=place.gettext("Archive"))


def render_month_page(
    year: int,
    month: int,
    page: ListPage,
    lines: Sequence[Line],
    pages: Sequence[ListPage],
    frame: SiteFrame,
) -> RenderedPage:
    """Return one of the `pages`, the newest first, of the articles of a month.

    `lines` are those of the page alone, newest first.
    """
    heading = f"{month_name(month).capitalize()} {year}"
    crumbs = (Step(translations(SITE_LANGUAGE).gettext("Archive"), ARCHIVE_PAGE),)
    paths = {one: month_path(year, month, one) for one in pages}
    return render_listing(heading, crumbs, page, lines, paths, frame)


def month_name(month: int) -> str:
    """Return what the month is called in the language of the site."""
    return format_date(date(2000, month, 1), "LLLL", locale=SITE_LANGUAGE)


def _year(year: int, months: Mapping[int, int]) -> _Year:
    steps = (
        Step(month_name(month).capitalize(), month_path(year, month, list_pages(count)[0]), count)
        for month, count in months.items()
    )
    return _Year(str(year), sum(months.values()), tuple(steps))
