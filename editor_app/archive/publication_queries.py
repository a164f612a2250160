"""Queries about the publications of one article, put together once: an export may ask them of each."""

from datetime import UTC, datetime

from sqlalchemy import bindparam, func, select

from editor_app.archive.site_tables import live_pages
from editor_app.archive.tables import approvals, publications, revisions, withdrawals

BEFORE_ALL, AFTER_ALL = (moment.replace(tzinfo=UTC) for moment in (datetime.min, datetime.max))
PAGE = select(live_pages).where(live_pages.c.article_id == bindparam("one"))
NEWEST_WITHDRAWAL = (
    select(
        withdrawals.c.reason,
        withdrawals.c.withdrawn_by,
        withdrawals.c.withdrawn_at,
        withdrawals.c.words,
        withdrawals.c.replacement_id,
    )
    .where(withdrawals.c.article_id == bindparam("one"))
    .order_by(withdrawals.c.withdrawn_at.desc())
    .limit(1)
)
PUBLISHED = (
    select(revisions, func.min(publications.c.published_at).label("released_at"))
    .join_from(revisions, publications, publications.c.revision_id == revisions.c.id)
    .where(
        publications.c.article_id == bindparam("one"),
        publications.c.published_at > bindparam("after"),
        publications.c.published_at <= bindparam("until"),
    )
    .group_by(revisions.c.id)
    .order_by(func.max(publications.c.published_at).desc())
)
APPROVALS_OF = (
    select(approvals)
    .where(approvals.c.revision_id.in_(bindparam("ids", expanding=True)))
    .order_by(approvals.c.approved_at)
)
TIMES_PUBLISHED = select(func.count()).where(publications.c.article_id == bindparam("one"))
