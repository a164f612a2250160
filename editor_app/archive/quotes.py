"""Which quotes their speakers have approved."""

import msgspec
from sqlalchemy import Connection, Row, select

from editor_app.archive.tables import quote_approvals
from editor_app.domain.quotes import QuoteApproval, QuoteWay


class QuoteApprovals:
    """The approvals of quotes in the archive, also of words that no longer stand in the article."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_article(self, article_id: str) -> tuple[QuoteApproval, ...]:
        """Return the approvals of an article's quotes, the oldest first."""
        query = select(quote_approvals).where(quote_approvals.c.article_id == article_id)
        rows = self._connection.execute(
            query.order_by(quote_approvals.c.recorded_at, quote_approvals.c.quote)
        )
        return tuple(map(_approval, rows))

    def put(self, approval: QuoteApproval) -> None:
        """Store an approval, in place of an older one of the same words."""
        self.remove(approval.article_id, approval.quote)
        values = msgspec.structs.asdict(approval) | {"way": approval.way.value}
        self._connection.execute(quote_approvals.insert().values(**values))

    def remove(self, article_id: str, quote: str) -> bool:
        """Forget the approval of the words with that hash; tell whether there was one."""
        is_it = (quote_approvals.c.article_id == article_id) & (quote_approvals.c.quote == quote)
        return self._connection.execute(quote_approvals.delete().where(is_it)).rowcount == 1


def _approval(row: Row[*tuple[object, ...]]) -> QuoteApproval:
    values = dict(row._mapping)
    return QuoteApproval(**values | {"way": QuoteWay(row.way)})
