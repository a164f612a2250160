"""The front page."""

from collections.abc import Sequence

from editor_app.domain.article import Kind
from editor_app.rendering.frame import RenderedPage, SiteFrame
from editor_app.rendering.page_paths import FRONT_PAGE
from editor_app.site.pages.listed import NEWEST_LENGTH, Listed
from editor_app.site.pages.paths import ARCHIVE_PAGE


def render_front_page(newest: Sequence[Listed], pinned: Sequence[Listed], frame: SiteFrame) -> RenderedPage:
    """Return the front page: what is urgent of the newest, then what is `pinned`, then the other newest.

    `newest` are given newest first; of them and of the pinned ones only the first NEWEST_LENGTH count.
    """
    place = frame.place(FRONT_PAGE)
    latest = newest[:NEWEST_LENGTH]
    urgent = [article for article in latest if article.kind is Kind.CRISIS]
    stays = [article for article in pinned[:NEWEST_LENGTH] if article not in urgent]
    others = [article for article in latest if article not in urgent and article not in stays]
    main = place.render(
        "front.html",
        publisher=frame.publisher(place).name,
        urgent=[place.teaser(article) for article in urgent],
        pinned=[place.teaser(article) for article in stays],
        newest=[place.teaser(article) for article in others],
        archive=ARCHIVE_PAGE,
        has_more=len(newest) > NEWEST_LENGTH,
    )
    return frame.page(place, main, title=place.gettext("News"))
