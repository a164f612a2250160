"""What was published and withdrawn, and the pages that are live because of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    func,
    select,
)

from editor_app.archive.articles import note_contacts
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
from editor_app.archive.rows import Approval, LivePage, PublishedRevision, Release
from editor_app.archive.site_tables import live_pages
from editor_app.archive.stored_values import stored_word
from editor_app.archive.tables import approvals, publications, revisions, withdrawals
from editor_app.domain.article import Kind, new_id
from editor_app.domain.withdrawal import Withdrawal, WithdrawalReason


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

    def live(self, article_id: str) -> PublishedRevision | None:
        """Return the live revision of an article, or None where it has none."""
        return next(iter(self._live(live_pages.c.article_id == article_id)), None)

    def live_of(self, article_ids: Collection[str]) -> dict[str, PublishedRevision]:
        """Return the live revisions of those of some articles that have one, by article."""
        found = self._live(live_pages.c.article_id.in_(article_ids))
        return {one.revision.article_id: one for one in found}

    def page(self, article_id: str) -> LivePage | None:
        """Return what the website asks of an article's live page, or None where it has none."""
        row = self._connection.execute(PAGE, {"one": article_id}).one_or_none()
        return None if row is None else page_of(row)

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


def _by_revision(found: Iterable[Approval]) -> dict[str, tuple[Approval, ...]]:
    by_revision: dict[str, list[Approval]] = defaultdict(list)
    for approval in found:
        by_revision[approval.revision_id].append(approval)
    return {revision_id: tuple(members) for revision_id, members in by_revision.items()}


def page_of(row: Any) -> LivePage:
    """Return what a row of `live_pages` holds."""
    return LivePage(**dict(row._mapping) | {"kind": Kind(row.kind)})


def _page_values(page: LivePage) -> dict[str, object]:
    return msgspec.structs.asdict(page) | {"kind": page.kind.value}
