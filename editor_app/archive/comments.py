"""What was said about articles."""

from datetime import datetime

from sqlalchemy import Connection, Row, select

from editor_app.archive.returned import sends_back, was_returned_to
from editor_app.archive.stored_values import stored_word
from editor_app.archive.tables import articles, comments
from editor_app.domain.comment import Comment, CommentOccasion, Passage


class Comments:
    """The comments in the archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, comment: Comment) -> None:
        """Store a new comment."""
        passage = comment.passage
        self._connection.execute(
            comments.insert().values(
                id=comment.id,
                article_id=comment.article_id,
                revision_id=comment.revision_id,
                occasion=comment.occasion.value,
                words=comment.words,
                written_by=comment.written_by,
                written_at=comment.written_at,
                block=passage and passage.block,
                start=passage and passage.start,
                end=passage and passage.end,
                quoted=passage.quoted if passage else "",
                settled_by=comment.settled_by,
                settled_at=comment.settled_at,
            )
        )

    def of_article(self, article_id: str) -> tuple[Comment, ...]:
        """Return what was said about an article, the oldest first."""
        query = select(comments).where(comments.c.article_id == article_id)
        rows = self._connection.execute(query.order_by(comments.c.written_at, comments.c.id))
        return tuple(map(_comment, rows))

    def sending_back(self, article_id: str) -> frozenset[str]:
        """Return the ids of the comments with which the article was sent back and that still stand."""
        query = select(comments.c.id).where(comments.c.article_id == article_id, sends_back())
        return frozenset(self._connection.scalars(query))

    def returned_to(self, name: str) -> tuple[str, ...]:
        """Return the titles of what was sent back to `name`, who began, last edited or submitted it."""
        query = select(articles.c.title).where(was_returned_to([name]))
        return tuple(self._connection.scalars(query.order_by(articles.c.updated_at.desc(), articles.c.id)))

    def get(self, comment_id: str) -> Comment | None:
        """Return one comment, or None where there is none."""
        row = self._connection.execute(select(comments).where(comments.c.id == comment_id)).one_or_none()
        return None if row is None else _comment(row)

    def settle(self, comment_id: str, *, by: str, at: datetime) -> bool:
        """Note that a comment is dealt with; tell whether it was open."""
        is_open = (comments.c.id == comment_id) & comments.c.settled_at.is_(None)
        changed = self._connection.execute(
            comments.update().where(is_open).values(settled_by=by, settled_at=at)
        )
        return changed.rowcount == 1

    def reopen(self, comment_id: str) -> bool:
        """Note that a comment is not dealt with after all; tell whether it was settled."""
        is_settled = (comments.c.id == comment_id) & comments.c.settled_at.is_not(None)
        changed = self._connection.execute(
            comments.update().where(is_settled).values(settled_by="", settled_at=None)
        )
        return changed.rowcount == 1


def _comment(row: Row[*tuple[object, ...]]) -> Comment:
    return Comment(
        id=row.id,
        article_id=row.article_id,
        revision_id=row.revision_id,
        occasion=stored_word(CommentOccasion, row.occasion, row.id),
        words=row.words,
        written_by=row.written_by,
        written_at=row.written_at,
        passage=None if row.block is None else Passage(row.block, row.start, row.end, row.quoted),
        settled_by=row.settled_by,
        settled_at=row.settled_at,
    )
