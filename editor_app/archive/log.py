"""The audit log: entries are added at its end and never changed."""

from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, select

from editor_app.archive.tables import audit_log
from editor_app.domain.audit import Act, Entry, Head, write_entry


class Log:
    """The chain of entries in the archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> Head:
        """Return the newest entry's number and hash."""
        query = select(audit_log.c.number, audit_log.c.hash).order_by(audit_log.c.number.desc()).limit(1)
        row = self._connection.execute(query).one_or_none()
        return Head() if row is None else Head(*row)

    def append(
        self,
        act: Act,
        *,
        by: str,
        at: datetime,
        article_id: str = "",
        revision_hash: str = "",
        details: Mapping[str, str] | None = None,
    ) -> None:
        """Add an entry, in the transaction of what it tells of; `at` is an aware time."""
        entry = write_entry(
            self.head(),
            act,
            by=by,
            at=at,
            article_id=article_id,
            revision_hash=revision_hash,
            details=details,
        )
        values = msgspec.structs.asdict(entry)
        values["details"] = msgspec.json.encode(entry.details, order="sorted").decode()
        self._connection.execute(audit_log.insert().values(**values))

    def entries(self) -> Iterator[Entry]:
        """Yield all entries, the oldest first."""
        rows = self._connection.execute(select(audit_log).order_by(audit_log.c.number))
        return map(_entry, rows)

    def of_article(self, article_id: str) -> tuple[Entry, ...]:
        """Return the entries about an article, the newest first."""
        query = select(audit_log).where(audit_log.c.article_id == article_id)
        rows = self._connection.execute(query.order_by(audit_log.c.number.desc()))
        return tuple(map(_entry, rows))

    def latest_of(self, article_id: str) -> Entry | None:
        """Return the newest entry about an article, or None."""
        query = select(audit_log).where(audit_log.c.article_id == article_id)
        row = self._connection.execute(query.order_by(audit_log.c.number.desc()).limit(1)).one_or_none()
        return None if row is None else _entry(row)


def _entry(row: Row[*tuple[object, ...]]) -> Entry:
    values = dict(row._mapping)
    try:
        values["details"] = msgspec.json.decode(row.details, type=dict[str, str])
    except msgspec.DecodeError:
        # Nobody wrote that; the hash, which is of other details, tells.
        values["details"] = {"": row.details}
    return Entry(**values)
