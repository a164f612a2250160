"""All that belongs to one article: read to be preserved, and removed for good."""

from sqlalchemy import Connection, Table, func, select

from editor_app.archive.image_tables import images
from editor_app.archive.search_index import SearchIndex
from editor_app.archive.site_tables import live_pages
from editor_app.archive.stored_values import stored_word
from editor_app.archive.tables import (
    approvals,
    articles,
    comments,
    dismissals,
    publications,
    quote_approvals,
    revisions,
    withdrawals,
)
from editor_app.domain.article import Article
from editor_app.domain.withdrawal import Withdrawal, WithdrawalReason

# What names the article, in an order that leaves nothing behind that names what is gone.
_OF_ARTICLE = (comments, live_pages, publications, withdrawals, quote_approvals, dismissals, revisions)


class Papers:
    """What lies under the name of an article in all parts of the archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def was_published(self, article_id: str) -> bool:
        """Tell whether the article was ever published."""
        return self._count(publications, article_id) > 0

    def comment_count(self, article_id: str) -> int:
        """Return how many comments there are on the article."""
        return self._count(comments, article_id)

    def withdrawals(self, article_id: str) -> tuple[Withdrawal, ...]:
        """Return each time that the article was taken down, the oldest first."""
        columns = withdrawals.c
        query = select(
            columns.reason, columns.withdrawn_by, columns.withdrawn_at, columns.words, columns.replacement_id
        )
        rows = self._connection.execute(
            query.where(columns.article_id == article_id).order_by(columns.withdrawn_at)
        )
        return tuple(Withdrawal(stored_word(WithdrawalReason, row[0], article_id), *row[1:]) for row in rows)

    def remove(self, article: Article) -> None:
        """Remove the article, as it is stored, with all that lies under its name but its log entries."""
        SearchIndex(self._connection).remove(article)
        of_article = select(revisions.c.id).where(revisions.c.article_id == article.id)
        self._connection.execute(approvals.delete().where(approvals.c.revision_id.in_(of_article)))
        for table in _OF_ARTICLE:
            self._connection.execute(table.delete().where(table.c.article_id == article.id))
        self._connection.execute(articles.delete().where(articles.c.id == article.id))

    def remove_image(self, image_id: str) -> None:
        """Remove an image with all that was made of it."""
        self._connection.execute(images.delete().where(images.c.id == image_id))

    def _count(self, table: Table, article_id: str) -> int:
        query = select(func.count()).select_from(table).where(table.c.article_id == article_id)
        return self._connection.scalar(query) or 0
