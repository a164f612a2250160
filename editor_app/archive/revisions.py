"""What was submitted, saved and approved; only the name of a version ever changes."""

from collections import defaultdict
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, select

from editor_app.archive.image_uses import note_images
from editor_app.archive.rows import Approval, ForcedApproval, RevisionEntry
from editor_app.archive.stored_values import word_if_any
from editor_app.archive.tables import approvals, articles, revisions, shown_images
from editor_app.domain.revision import Occasion, Revision

_APPROVED = revisions.join(approvals, approvals.c.revision_id == revisions.c.id)


class Revisions:
    """The immutable snapshots of articles, and the approvals bound to them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, revision: Revision) -> None:
        """Store a new revision, and which images it shows."""
        content = revision.content.decode()
        self._connection.execute(
            revisions.insert().values(
                id=revision.id,
                article_id=revision.article_id,
                number=revision.number,
                content=content,
                hash=revision.hash,
                created_at=revision.created_at,
                created_by=revision.created_by,
                occasion=revision.occasion and revision.occasion.value,
                name=revision.name,
            )
        )
        note_images(self._connection, revision.article_id, revision.number, content)

    def latest(self, article_id: str, occasion: Occasion | None = None) -> Revision | None:
        """Return the newest revision of an article, of `occasion` where one is named, or None."""
        query = select(revisions).where(revisions.c.article_id == article_id)
        if occasion is not None:
            query = query.where(revisions.c.occasion == occasion.value)
        row = self._connection.execute(query.order_by(revisions.c.number.desc()).limit(1)).one_or_none()
        return None if row is None else revision_of(row)

    def numbered(self, article_id: str, number: int) -> Revision | None:
        """Return one revision of an article, or None where there is none."""
        query = select(revisions).where(revisions.c.article_id == article_id, revisions.c.number == number)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else revision_of(row)

    def by_id(self, revision_id: str) -> Revision:
        """Return the revision with that id, which something else in the archive names."""
        query = select(revisions).where(revisions.c.id == revision_id)
        return revision_of(self._connection.execute(query).one())

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
                id=row.id,
                number=row.number,
                name=row.name,
                occasion=word_if_any(Occasion, row.occasion),
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

    def approval_of(self, revision_id: str) -> Approval | None:
        """Return the newest approval of a revision, or None where nobody has approved it."""
        query = select(approvals).where(approvals.c.revision_id == revision_id)
        row = self._connection.execute(query.order_by(approvals.c.approved_at.desc()).limit(1)).one_or_none()
        return None if row is None else Approval(*row)

    def forced_since(self, begin: datetime) -> tuple[ForcedApproval, ...]:
        """Return the approvals from `begin` on that did not keep to the rules, the newest first."""
        query = (
            select(
                revisions.c.article_id,
                articles.c.title,
                revisions.c.number,
                approvals.c.approved_by,
                approvals.c.approved_at,
                approvals.c.forced_reason,
            )
            .select_from(_APPROVED.join(articles, articles.c.id == revisions.c.article_id))
            .where(approvals.c.forced_reason != "", approvals.c.approved_at >= begin)
            .order_by(approvals.c.approved_at.desc())
        )
        return tuple(ForcedApproval(*row) for row in self._connection.execute(query))

    def showing(self, image_id: str) -> tuple[Revision, ...]:
        """Return the revisions that show the image."""
        columns = shown_images.c
        is_shown_by = (columns.article_id == revisions.c.article_id) & (columns.number == revisions.c.number)
        query = select(revisions).join(shown_images, is_shown_by).where(columns.image_id == image_id)
        return tuple(map(revision_of, self._connection.execute(query)))


def revision_of(row: Row[*tuple[object, ...]]) -> Revision:
    """Return what a row of `revisions` holds."""
    return Revision(
        id=row.id,
        article_id=row.article_id,
        number=row.number,
        content=row.content.encode(),
        hash=row.hash,
        created_at=row.created_at,
        created_by=row.created_by,
        occasion=word_if_any(Occasion, row.occasion),
        name=row.name,
    )
