"""What was submitted, saved and approved; only the name of a version ever changes."""

from collections import defaultdict
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, func, select

from editor_app.archive.rows import Approval, ApprovedRevision, RevisionEntry
from editor_app.archive.tables import approvals, revisions
from editor_app.domain.revision import Occasion, Revision

_APPROVED = revisions.join(approvals, approvals.c.revision_id == revisions.c.id)


class Revisions:
    """The immutable snapshots of articles, and the approvals bound to them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, revision: Revision) -> None:
        """Store a new revision."""
        self._connection.execute(
            revisions.insert().values(
                id=revision.id,
                article_id=revision.article_id,
                number=revision.number,
                content=revision.content.decode(),
                hash=revision.hash,
                created_at=revision.created_at,
                created_by=revision.created_by,
                occasion=revision.occasion.value,
                name=revision.name,
            )
        )

    def latest(self, article_id: str, occasion: Occasion | None = None) -> Revision | None:
        """Return the newest revision of an article, of `occasion` where one is named, or None."""
        query = select(revisions).where(revisions.c.article_id == article_id)
        if occasion is not None:
            query = query.where(revisions.c.occasion == occasion.value)
        row = self._connection.execute(query.order_by(revisions.c.number.desc()).limit(1)).one_or_none()
        return None if row is None else _revision(row)

    def numbered(self, article_id: str, number: int) -> Revision | None:
        """Return one revision of an article, or None where there is none."""
        query = select(revisions).where(revisions.c.article_id == article_id, revisions.c.number == number)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _revision(row)

    def rename(self, revision_id: str, name: str) -> None:
        """Give a revision another name; what it says stays."""
        self._connection.execute(revisions.update().where(revisions.c.id == revision_id).values(name=name))

    def entries(self, article_id: str) -> tuple[RevisionEntry, ...]:
        """Return what a list shows of each revision of an article, the newest first."""
        approved: dict[str, list[Approval]] = defaultdict(list)
        of_article = revisions.c.article_id == article_id
        for row in self._connection.execute(
            select(approvals).select_from(_APPROVED).where(of_article).order_by(approvals.c.approved_at)
        ):
            approved[row.revision_id].append(Approval(*row))
        # The words are left where they are: a long history is listed at once.
        query = (
            select(
                revisions.c.id,
                revisions.c.number,
                revisions.c.name,
                revisions.c.occasion,
                revisions.c.hash,
                revisions.c.created_at,
                revisions.c.created_by,
            )
            .where(of_article)
            .order_by(revisions.c.number.desc())
        )
        return tuple(
            RevisionEntry(
                number=row.number,
                name=row.name,
                occasion=Occasion(row.occasion),
                hash=row.hash,
                created_at=row.created_at,
                created_by=row.created_by,
                approvals=tuple(approved[row.id]),
            )
            for row in self._connection.execute(query)
        )

    def approve(self, approval: Approval) -> None:
        """Store a new approval."""
        self._connection.execute(approvals.insert().values(**msgspec.structs.asdict(approval)))

    def newest_approved(self, article_id: str) -> ApprovedRevision | None:
        """Return the newest approved revision of an article, or None before the first approval."""
        newest = (
            select(func.max(revisions.c.number))
            .select_from(_APPROVED)
            .where(revisions.c.article_id == article_id)
        )
        query = select(revisions).where(
            revisions.c.article_id == article_id, revisions.c.number == newest.scalar_subquery()
        )
        row = self._connection.execute(query).one_or_none()
        if row is None:
            return None
        found = select(approvals).where(approvals.c.revision_id == row.id)
        rows = self._connection.execute(found.order_by(approvals.c.approved_at))
        return ApprovedRevision(_revision(row), tuple(Approval(*row) for row in rows))

    def all_newest_approved(self) -> tuple[ApprovedRevision, ...]:
        """Return the newest approved revision of every article that has one, in the order of ids."""
        newest = (
            select(revisions.c.article_id, func.max(revisions.c.number).label("number"))
            .select_from(_APPROVED)
            .group_by(revisions.c.article_id)
            .subquery()
        )
        is_newest = (revisions.c.article_id == newest.c.article_id) & (revisions.c.number == newest.c.number)
        approved: dict[str, list[Approval]] = defaultdict(list)
        for row in self._connection.execute(
            select(approvals).join_from(_APPROVED, newest, is_newest).order_by(approvals.c.approved_at)
        ):
            approved[row.revision_id].append(Approval(*row))
        rows = self._connection.execute(
            select(revisions).join_from(revisions, newest, is_newest).order_by(revisions.c.article_id)
        )
        return tuple(ApprovedRevision(_revision(row), tuple(approved[row.id])) for row in rows)

    def mentioning(self, words: str) -> tuple[Revision, ...]:
        """Return the revisions whose stored text holds `words`, an id or the like, wherever it is there."""
        query = select(revisions).where(revisions.c.content.contains(words))
        return tuple(map(_revision, self._connection.execute(query)))

    def approved(self, article_id: str) -> tuple[ApprovedRevision, ...]:
        """Return the approved revisions of an article, the newest first."""
        of_article = revisions.c.article_id == article_id
        found: dict[str, list[Approval]] = defaultdict(list)
        for row in self._connection.execute(
            select(approvals).select_from(_APPROVED).where(of_article).order_by(approvals.c.approved_at)
        ):
            found[row.revision_id].append(Approval(*row))
        rows = self._connection.execute(
            select(revisions).where(revisions.c.id.in_(found)).order_by(revisions.c.number.desc())
        )
        return tuple(ApprovedRevision(_revision(row), tuple(found[row.id])) for row in rows)

    def first_approvals(self) -> dict[str, datetime]:
        """Return when the first revision of each approved article was approved, by article id."""
        query = (
            select(revisions.c.article_id, func.min(approvals.c.approved_at))
            .select_from(_APPROVED)
            .group_by(revisions.c.article_id)
        )
        rows = self._connection.execute(query)
        return {row[0]: row[1] for row in rows}


def _revision(row: Row[*tuple[object, ...]]) -> Revision:
    return Revision(
        id=row.id,
        article_id=row.article_id,
        number=row.number,
        content=row.content.encode(),
        hash=row.hash,
        created_at=row.created_at,
        created_by=row.created_by,
        occasion=Occasion(row.occasion),
        name=row.name,
    )
