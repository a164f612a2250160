"""Which findings somebody has let be, and why."""

import msgspec
from sqlalchemy import Connection, Row, select

from editor_app.archive.tables import WORKING_COPY, dismissals
from editor_app.domain.dismissals import Dismissal


class Dismissals:
    """The dismissals in the archive: those of each working copy, and those that a revision was kept with."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_article(self, article_id: str, number: int = WORKING_COPY) -> tuple[Dismissal, ...]:
        """Return the dismissals of an article, or of its revision `number`, the oldest first."""
        columns = dismissals.c
        is_it = (columns.article_id == article_id) & (columns.number == number)
        rows = self._connection.execute(select(dismissals).where(is_it).order_by(columns.at, columns.key))
        return tuple(map(_dismissal, rows))

    def put(self, dismissal: Dismissal) -> None:
        """Store a dismissal of the working copy, in place of an older one of the same words."""
        self.remove(dismissal.article_id, dismissal.key)
        self._add(dismissal, WORKING_COPY)

    def remove(self, article_id: str, key: str) -> bool:
        """Forget a dismissal of the working copy; tell whether there was one."""
        columns = dismissals.c
        is_it = (columns.article_id == article_id) & (columns.number == WORKING_COPY) & (columns.key == key)
        return self._connection.execute(dismissals.delete().where(is_it)).rowcount == 1

    def keep_with(self, article_id: str, number: int) -> None:
        """Keep those of the working copy with the revision `number`, in place of what that had."""
        columns = dismissals.c
        is_it = (columns.article_id == article_id) & (columns.number == number)
        self._connection.execute(dismissals.delete().where(is_it))
        for dismissal in self.of_article(article_id):
            self._add(dismissal, number)

    def _add(self, dismissal: Dismissal, number: int) -> None:
        values = msgspec.structs.asdict(dismissal) | {"number": number, "key": dismissal.key}
        self._connection.execute(dismissals.insert().values(**values))


def _dismissal(row: Row[*tuple[object, ...]]) -> Dismissal:
    values = dict(row._mapping)
    return Dismissal(**{name: values[name] for name in Dismissal.__struct_fields__})
