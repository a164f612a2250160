"""What was published and withdrawn, and the pages that are live because of it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
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

from editor_app.archive.articles import note_contacts
from editor_app.archive.columns import UtcTime
from editor_app.archive.publication_queries import (
    AFTER_ALL,
    APPROVALS_OF,
    BEFORE_ALL,
    NEWEST_WITHDRAWAL,
    PAGE,
    PUBLISHED,
    TIMES_PUBLISHED,
)
from editor_app.archive.revisions import revision_of
from editor_app.archive.rows import Approval, LivePage, OffSite, PublishedRevision, Release
from editor_app.archive.site_tables import live_pages
from editor_app.archive.stored_values import stored_word
from editor_app.archive.tables import approvals, articles, categories, publications, revisions, withdrawals
from editor_app.domain.article import Kind, new_id
from editor_app.domain.withdrawal import Withdrawal, WithdrawalReason
from editor_app.domain.workflow import LiveSide, State


class Publications:
    """The website's side of the articles in the archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def publish(self, release: Release) -> None:
        """Store that a revision becomes the live one."""
        self._connection.execute(publications.insert().values(id=new_id(), **msgspec.structs.asdict(release)))

    def show(self, page: LivePage, contact_ids: Sequence[str]) -> None:
        """Store what the website asks of the page, in place of what was there, and the contacts it names."""
        self._forget_page(page.article_id)
        self._connection.execute(live_pages.insert().values(**_page_values(page)))
        note_contacts(self._connection, page.article_id, contact_ids, is_live=True)

    def withdraw(self, article_id: str, withdrawal: Withdrawal) -> None:
        """Store that an article was taken down; its page is no longer live."""
        values = msgspec.structs.asdict(withdrawal) | {"reason": withdrawal.reason.value}
        self._connection.execute(withdrawals.insert().values(id=new_id(), article_id=article_id, **values))
        self._forget_page(article_id)
        note_contacts(self._connection, article_id, (), is_live=True)

    def releases(self, article_id: str) -> tuple[Release, ...]:
        """Return each time that a revision of the article became the live one, the newest first."""
        query = select(
            publications.c.article_id,
            publications.c.revision_id,
            publications.c.published_by,
            publications.c.published_at,
        ).where(publications.c.article_id == article_id)
        rows = self._connection.execute(query.order_by(publications.c.published_at.desc()))
        return tuple(Release(*row) for row in rows)

    def newest_release(self, article_id: str) -> Release | None:
        """Return the newest publication of an article, also of one that was withdrawn since, or None."""
        return next(iter(self.releases(article_id)), None)

    def newest_withdrawal(self, article_id: str) -> Withdrawal | None:
        """Return the newest withdrawal of an article, also of one that was published again, or None."""
        row = self._connection.execute(NEWEST_WITHDRAWAL, {"one": article_id}).one_or_none()
        return (
            None if row is None else Withdrawal(stored_word(WithdrawalReason, row[0], article_id), *row[1:])
        )

    def led_to(self, article_id: str) -> tuple[str, ...]:
        """Return the articles for which, when they were withdrawn, this one was named to read instead.

        Those for which one of them was named are among them, and so on.
        """
        found: dict[str, None] = {}
        following = {article_id}
        while following:
            query = select(withdrawals.c.article_id).where(withdrawals.c.replacement_id.in_(following))
            following = {id_ for id_ in self._connection.scalars(query) if id_ not in found}
            found |= dict.fromkeys(sorted(following))
        return tuple(found)

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

    def live(self, article_id: str) -> PublishedRevision | None:
        """Return the live revision of an article, or None where it has none."""
        return next(iter(self._live(live_pages.c.article_id == article_id)), None)

    def live_of(self, article_ids: Collection[str]) -> dict[str, PublishedRevision]:
        """Return the live revisions of those of some articles that have one, by article."""
        found = self._live(live_pages.c.article_id.in_(article_ids))
        return {one.revision.article_id: one for one in found}

    def nearest_in(
        self, category_id: str | None, now: datetime, *, around: tuple[datetime, str], limit: int
    ) -> tuple[PublishedRevision, ...]:
        """Return the `limit` public pages of a category before a date and an id, and as many after those."""
        page = live_pages.c
        place = tuple_(page.dated_at, page.article_id)
        own = tuple_(literal(around[0], UtcTime), literal(around[1]))
        query = select(page.article_id).where(page.category_id == category_id, _is_public(now)).limit(limit)
        older = query.where(place < own).order_by(page.dated_at.desc(), page.article_id.desc())
        newer = query.where(place > own).order_by(page.dated_at, page.article_id)
        ids = [*self._connection.scalars(older), *self._connection.scalars(newer)]
        return self._live(page.article_id.in_(ids))

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

    def page(self, article_id: str) -> LivePage | None:
        """Return what the website asks of an article's live page, or None where it has none."""
        row = self._connection.execute(PAGE, {"one": article_id}).one_or_none()
        return None if row is None else _page(row)

    def to_change(self, after: datetime, until: datetime | None) -> tuple[LivePage, ...]:
        """Return the live pages that wait for their time, and those that end after `after` up to `until`."""
        page = live_pages.c
        ends = page.ends_at > after
        if until is not None:
            ends = and_(ends, page.ends_at <= until)
        return self._pages(or_(page.begins_at > after, ends))

    def _pages(self, wanted: ColumnElement[bool]) -> tuple[LivePage, ...]:
        rows = self._connection.execute(select(live_pages).where(wanted))
        return tuple(map(_page, rows))

    def since_withdrawal(self, article_id: str) -> tuple[PublishedRevision, ...]:
        """Return what was published of an article and not withdrawn with it, the newest first.

        A revision that was published more than once stands where it was published last.
        """
        withdrawn = self.newest_withdrawal(article_id)
        if withdrawn is None:
            return self._published(article_id)
        return self._published(article_id, after=withdrawn.withdrawn_at)

    def until(self, article_id: str, moment: datetime) -> tuple[PublishedRevision, ...]:
        """Return what was published of an article up to `moment`, the newest first."""
        return self._published(article_id, until=moment)

    def times_published(self, article_id: str) -> int:
        """Return how often the article was published."""
        return self._connection.scalar(TIMES_PUBLISHED, {"one": article_id}) or 0

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

    def first_released_at(self, article_id: str, revision_id: str | None = None) -> datetime | None:
        """Return when an article, or one revision of it, was first published, or None."""
        query = select(func.min(publications.c.published_at)).where(publications.c.article_id == article_id)
        if revision_id is not None:
            query = query.where(publications.c.revision_id == revision_id)
        first: datetime | None = self._connection.scalar(query)
        return first

    def _published(
        self, article_id: str, *, after: datetime = BEFORE_ALL, until: datetime = AFTER_ALL
    ) -> tuple[PublishedRevision, ...]:
        values = {"one": article_id, "after": after, "until": until}
        rows = self._connection.execute(PUBLISHED, values).all()
        first = min((row.released_at for row in rows), default=None)
        if after > BEFORE_ALL:
            first = self.first_released_at(article_id)
        found = self._connection.execute(APPROVALS_OF, {"ids": [row.id for row in rows]})
        approved = _by_revision(Approval(*row) for row in found)
        return tuple(
            PublishedRevision(
                revision_of(row), approved.get(row.id, ()), row.released_at, first or row.released_at
            )
            for row in rows
        )

    def _live(self, *wanted: ColumnElement[bool]) -> tuple[PublishedRevision, ...]:
        query = (
            select(revisions, live_pages.c.released_at, live_pages.c.first_released_at)
            .join_from(live_pages, revisions, live_pages.c.revision_id == revisions.c.id)
            .where(*wanted)
            .order_by(live_pages.c.article_id)
        )
        approved = self._approvals(revisions.c.id.in_(select(live_pages.c.revision_id).where(*wanted)))
        return tuple(
            PublishedRevision(
                revision_of(row), approved.get(row.id, ()), row.released_at, row.first_released_at
            )
            for row in self._connection.execute(query)
        )

    def _approvals(self, wanted: ColumnElement[bool]) -> dict[str, tuple[Approval, ...]]:
        query = (
            select(approvals)
            .join_from(approvals, revisions, approvals.c.revision_id == revisions.c.id)
            .where(wanted)
            .order_by(approvals.c.approved_at)
        )
        return _by_revision(Approval(*row) for row in self._connection.execute(query))

    def _forget_page(self, article_id: str) -> None:
        self._connection.execute(live_pages.delete().where(live_pages.c.article_id == article_id))


def _is_public(now: datetime) -> ColumnElement[bool]:
    page = live_pages.c
    has_begun = or_(page.begins_at.is_(None), page.begins_at <= now)
    return and_(has_begun, or_(page.ends_at.is_(None), page.ends_at > now))


def _by_revision(found: Iterable[Approval]) -> dict[str, tuple[Approval, ...]]:
    by_revision: dict[str, list[Approval]] = defaultdict(list)
    for approval in found:
        by_revision[approval.revision_id].append(approval)
    return {revision_id: tuple(members) for revision_id, members in by_revision.items()}


def _page(row: Any) -> LivePage:
    return LivePage(**dict(row._mapping) | {"kind": Kind(row.kind)})


def _page_values(page: LivePage) -> dict[str, object]:
    return msgspec.structs.asdict(page) | {"kind": page.kind.value}
