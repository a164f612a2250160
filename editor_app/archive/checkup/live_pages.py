"""Whether the pages that are live are those that were published last and not taken down since."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from editor_app.archive.site_tables import live_pages
from editor_app.archive.tables import articles, publications, withdrawals
from editor_app.domain.workflow import LiveSide

_PUBLISHED = (
    select(
        publications.c.article_id,
        func.min(publications.c.published_at).label("first"),
        func.max(publications.c.published_at).label("last"),
    )
    .group_by(publications.c.article_id)
    .subquery()
)
_WITHDRAWN = (
    select(withdrawals.c.article_id, func.max(withdrawals.c.withdrawn_at).label("last"))
    .group_by(withdrawals.c.article_id)
    .subquery()
)


def wrong_sides(connection: Connection) -> Iterator[str]:
    """Yield the titles of articles whose side at the website is not what was published and withdrawn."""
    query = (
        select(articles.c.title)
        .select_from(articles)
        .outerjoin(live_pages, live_pages.c.article_id == articles.c.id)
        .outerjoin(_PUBLISHED, _PUBLISHED.c.article_id == articles.c.id)
        .outerjoin(_WITHDRAWN, _WITHDRAWN.c.article_id == articles.c.id)
        .where(or_(_is_missing(), _is_too_much(), _is_another()))
        .order_by(articles.c.title, articles.c.id)
    )
    yield from connection.scalars(query)


def _is_missing() -> ColumnElement[bool]:
    # What happened in the same moment may have happened in either order.
    was_published_last = or_(_WITHDRAWN.c.last.is_(None), _WITHDRAWN.c.last < _PUBLISHED.c.last)
    is_said_to_be_live = articles.c.live == LiveSide.LIVE.value
    return and_(
        live_pages.c.article_id.is_(None),
        or_(is_said_to_be_live, and_(_PUBLISHED.c.last.is_not(None), was_published_last)),
    )


def _is_too_much() -> ColumnElement[bool]:
    return and_(
        live_pages.c.article_id.is_not(None),
        or_(
            articles.c.live != LiveSide.LIVE.value,
            _PUBLISHED.c.last.is_(None),
            _WITHDRAWN.c.last > _PUBLISHED.c.last,
        ),
    )


def _is_another() -> ColumnElement[bool]:
    page = live_pages.c
    of_page = select(func.min(publications.c.published_at)).where(
        publications.c.article_id == page.article_id, publications.c.revision_id == page.revision_id
    )
    last = of_page.with_only_columns(func.max(publications.c.published_at))
    return or_(
        page.first_released_at != _PUBLISHED.c.first,
        page.released_at.is_distinct_from(of_page.scalar_subquery()) & page.article_id.is_not(None),
        last.scalar_subquery() != _PUBLISHED.c.last,
    )
