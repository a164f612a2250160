"""The search: a page that is a plain list, and what its script looks through, a file for each month."""

from collections.abc import Iterable, Sequence

import msgspec

from editor_app.domain.languages import direction
from editor_app.domain.words import KIND_WORDS
from editor_app.rendering.frame import RenderedPage, SiteFrame
from editor_app.rendering.languages import SITE_LANGUAGE, day, language_tag
from editor_app.rendering.page_paths import SEARCH_PAGE
from editor_app.resource_files import RESOURCES
from editor_app.site.pages.listed import NEWEST_LENGTH, Listed
from editor_app.site.pages.paths import ARCHIVE_PAGE, SEARCH_SCRIPT
from editor_app.translation import translations

SCRIPT = RESOURCES / "scripts" / "search.js"
# More would make the file large, and leads are shorter.
_LEAD_LENGTH = 300


def render_search_page(newest: Sequence[Listed], months: Iterable[str], frame: SiteFrame) -> RenderedPage:
    """Return the page that lists the first NEWEST_LENGTH of `newest`, and searches in `months`.

    Both are given newest first.
    """
    place = frame.place(SEARCH_PAGE)
    main = place.render(
        "search.html",
        months=tuple(months),
        items=[place.teaser(article, with_image=False) for article in newest[:NEWEST_LENGTH]],
        archive=ARCHIVE_PAGE,
    )
    return frame.page(place, main, title=place.gettext("Search the news"), script=SEARCH_SCRIPT)


def search_data(articles: Iterable[Listed]) -> bytes:
    """Return what the script looks through of the articles of a month, given newest first.

    Of each that is a list: title, path, day, kind and lead, then tag and direction where it is not Swedish.
    """
    return b"[" + b",\n".join(msgspec.json.encode(_entry(article)) for article in articles) + b"]\n"


def _entry(article: Listed) -> list[str]:
    tag = language_tag(article.language) or SITE_LANGUAGE
    entry = [
        article.title,
        article.path,
        day(article.dated_at),
        translations(SITE_LANGUAGE).gettext(KIND_WORDS[article.kind]),
        article.lead[:_LEAD_LENGTH],
    ]
    return entry if tag == SITE_LANGUAGE else [*entry, tag, direction(tag)]
