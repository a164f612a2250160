"""The pages of the website as a whole: what is there, what waits for its time and what has left."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    tuple_,
    type_coerce,
    union,
)

from editor_app.archive.columns import UtcTime
from editor_app.archive.publications import page_of
from editor_app.archive.rows import LivePage, OffSite
from editor_app.archive.site_tables import live_pages
from editor_app.archive.tables import articles, categories, publications, withdrawals
from editor_app.domain.article import Kind
from editor_app.domain.workflow import LiveSide, State


class LivePages:
    """The live pages of all articles, each at its own time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def withdrawn(self, now: datetime) -> tuple[str, ...]:
        """Return the articles that were withdrawn and have no live page, or one that begins after `now`."""
        query = (
            select(withdrawals.c.article_id)
            .distinct()
            .join(live_pages, live_pages.c.article_id == withdrawals.c.article_id, isouter=True)
            .where(or_(live_pages.c.article_id.is_(None), live_pages.c.begins_at > now))
            .order_by(withdrawals.c.article_id)
        )
        return tuple(self._connection.scalars(query))

    def nearest_in(
        self, category_id: str | None, now: datetime, *, around: tuple[datetime, str], limit: int
    ) -> tuple[str, ...]:
        """Return the articles of the `limit` public pages of a category on each side of a date and an id.

        Of all categories where `category_id` is empty.
        """
        page = live_pages.c
        place = tuple_(page.dated_at, page.article_id)
        own = tuple_(literal(around[0], UtcTime), literal(around[1]))
        query = select(page.article_id).where(_is_public(now)).limit(limit)
        if category_id != "":
            query = query.where(page.category_id == category_id)
        older = query.where(place < own).order_by(page.dated_at.desc(), page.article_id.desc())
        newer = query.where(place > own).order_by(page.dated_at, page.article_id)
        return (*self._connection.scalars(older), *self._connection.scalars(newer))

    def sections(self, now: datetime, *, without: str) -> frozenset[str]:
        """Return the categories that have public pages, that of the article `without` not counted."""
        page = live_pages.c
        # One look into the index for each category, where a DISTINCT would look at every page.
        has_page = (
            select(page.article_id)
            .where(page.category_id == categories.c.id, page.article_id != without, _is_public(now))
            .exists()
        )
        return frozenset(self._connection.scalars(select(categories.c.id).where(has_page)))

    def states_of_public(self, now: datetime, in_sight: Sequence[str]) -> Counter[State]:
        """Return how many articles are on the website at `now`, by the states of their working copies.

        Those that are `in_sight` are there though the newest of their pages is still to begin.
        """
        query = (
            select(articles.c.state, func.count())
            .join_from(live_pages, articles, live_pages.c.article_id == articles.c.id)
            .where(or_(_is_public(now), live_pages.c.article_id.in_(in_sight)))
            .group_by(articles.c.state)
        )
        return Counter({State(state): count for state, count in self._connection.execute(query)})

    def count_waiting(self, now: datetime) -> int:
        """Return how many live pages are still to begin."""
        query = select(func.count()).select_from(live_pages).where(live_pages.c.begins_at > now)
        return self._connection.scalar(query) or 0

    def in_the_place_of_others(self, now: datetime) -> tuple[str, ...]:
        """Return the articles whose live page is still to begin and may leave an older one in sight."""
        page = live_pages.c
        older = (
            select(publications.c.id)
            .where(
                publications.c.article_id == page.article_id, publications.c.revision_id != page.revision_id
            )
            .exists()
        )
        return tuple(self._connection.scalars(select(page.article_id).where(page.begins_at > now, older)))

    def to_change(self, after: datetime, until: datetime | None) -> tuple[LivePage, ...]:
        """Return the live pages that wait for their time, and those that end after `after` up to `until`."""
        page = live_pages.c
        ends = page.ends_at > after
        if until is not None:
            ends = and_(ends, page.ends_at <= until)
        return self._pages(or_(page.begins_at > after, ends))

    def _pages(self, wanted: ColumnElement[bool]) -> tuple[LivePage, ...]:
        rows = self._connection.execute(select(live_pages).where(wanted))
        return tuple(map(page_of, rows))

    def off_site(self, now: datetime) -> tuple[OffSite, ...]:
        """Return what was published and is not on the website at `now`: withdrawn, or past its time."""
        left_at = case(
            (articles.c.live == LiveSide.LIVE.value, live_pages.c.ends_at),
            else_=select(func.max(withdrawals.c.withdrawn_at))
            .where(withdrawals.c.article_id == articles.c.id)
            .scalar_subquery(),
        )
        ended = select(live_pages.c.article_id).where(live_pages.c.ends_at <= now)
        published_at = (
            select(func.max(publications.c.published_at))
            .where(publications.c.article_id == articles.c.id)
            .scalar_subquery()
        )
        query = (
            select(
                articles.c.id,
                articles.c.title,
                articles.c.kind,
                type_coerce(left_at, UtcTime).label("left_at"),
                type_coerce(published_at, UtcTime).label("published_at"),
            )
            .join_from(articles, live_pages, isouter=True)
            .where(
                # By the indexes, where the rest would take a look at every article.
                articles.c.id.in_(union(ended, select(withdrawals.c.article_id))),
                articles.c.live != LiveSide.NOT_PUBLISHED.value,
                left_at <= now,
            )
            .order_by(articles.c.id)
        )
        rows = self._connection.execute(query)
        return tuple(
            OffSite(row.id, row.title, Kind(row.kind), row.left_at, row.published_at) for row in rows
        )


def _is_public(now: datetime) -> ColumnElement[bool]:
    page = live_pages.c
    has_begun = or_(page.begins_at.is_(None), page.begins_at <= now)
    return and_(has_begun, or_(page.ends_at.is_(None), page.ends_at > now))
