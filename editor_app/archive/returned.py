"""Which drafts were sent back, and to whom: those who wrote or submitted them have something to mend."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, or_, select

from editor_app.archive.tables import approvals, articles, comments, revisions
from editor_app.domain.comment import CommentOccasion
from editor_app.domain.revision import Occasion
from editor_app.domain.workflow import State


def sends_back() -> ColumnElement[bool]:
    """Return the condition that a comment is what an article was sent back with, and still stands.

    Who approved the words later did not wait for it any more.
    """
    approved_since = select(approvals.c.id).where(
        approvals.c.revision_id == revisions.c.id,
        revisions.c.article_id == comments.c.article_id,
        approvals.c.approved_at > comments.c.written_at,
    )
    is_open = and_(comments.c.occasion == CommentOccasion.RETURNED.value, comments.c.settled_at.is_(None))
    return and_(is_open, ~approved_since.correlate(comments).exists())


def was_returned_to(names: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that an article is a draft that was sent back to one of `names`.

    What was said then is not dealt with and nothing was approved since, and they began, last edited or
    submitted it.
    """
    sent_back = select(comments.c.article_id).where(sends_back())
    submitted = select(revisions.c.article_id).where(
        revisions.c.article_id == articles.c.id,
        revisions.c.occasion == Occasion.SUBMITTED.value,
        revisions.c.created_by.in_(names),
    )
    is_theirs = or_(articles.c.created_by.in_(names), articles.c.updated_by.in_(names), submitted.exists())
    return and_(articles.c.state == State.DRAFT.value, articles.c.id.in_(sent_back), is_theirs)
