"""The audit log: entries are added at its end and never changed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, func, select, type_coerce

from editor_app.archive.columns import TimeIfAny
from editor_app.archive.tables import audit_log
from editor_app.domain.audit import Act, Entry, Head, write_entry
from editor_app.domain.folding import sort_key
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.swedish_time import moment_at

# A time that nobody's program wrote must not stand in the way of the check that finds it.
_ENTRIES = select(
    *(type_coerce(one, TimeIfAny).label(one.name) if one is audit_log.c.at else one for one in audit_log.c)
)
_NO_TIME = datetime.fromtimestamp(0, UTC)


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
        rows = self._connection.execute(_ENTRIES.order_by(audit_log.c.number))
        return map(_entry, rows)

    def count(self) -> int:
        """Return how many entries there are."""
        return self._connection.scalar(select(func.count()).select_from(audit_log)) or 0

    def stretch(self, after: int | None, length: int) -> tuple[Entry, ...]:
        """Return the next `length` entries after the number `after`, None for the first, oldest first."""
        query = _ENTRIES.order_by(audit_log.c.number).limit(length)
        if after is not None:
            query = query.where(audit_log.c.number > after)
        return tuple(map(_entry, self._connection.execute(query)))

    def numbers(self, wanted: LogFilter) -> tuple[int, ...]:
        """Return the numbers of the entries that are wanted, the newest first."""
        query = select(audit_log.c.number).where(*_conditions(wanted))
        return tuple(self._connection.scalars(query.order_by(audit_log.c.number.desc())))

    def numbered(self, numbers: Iterable[int]) -> tuple[Entry, ...]:
        """Return the entries with these numbers that are there, oldest first."""
        query = _ENTRIES.where(audit_log.c.number.in_(set(numbers)))
        return tuple(map(_entry, self._connection.execute(query.order_by(audit_log.c.number))))

    def articles_beginning(self, beginning: str) -> tuple[str, ...]:
        """Return the ids that begin so of articles that are told of, in whatever case that is written."""
        query = select(audit_log.c.article_id).distinct().order_by(audit_log.c.article_id)
        return tuple(
            self._connection.scalars(
                query.where(audit_log.c.article_id.istartswith(beginning, autoescape=True))
            )
        )

    def persons(self) -> tuple[str, ...]:
        """Return who did anything, in the order of their names."""
        names = self._connection.scalars(select(audit_log.c.by).distinct())
        return tuple(sorted(filter(None, names), key=sort_key))

    def goes_on_from(self, head: Head) -> bool:
        """Tell whether the chain has that entry, so that what follows it was done since."""
        if not head.number:
            return True
        query = select(audit_log.c.hash).where(audit_log.c.number == head.number)
        return self._connection.scalar(query) == head.hash

    def articles_since(self, number: int, acts: Collection[Act]) -> tuple[str, ...]:
        """Return the articles that such acts after the entry `number` are about."""
        words = [act.value for act in acts]
        query = select(audit_log.c.article_id).where(audit_log.c.number > number, audit_log.c.act.in_(words))
        # Asked for distinct ids in order, SQLite would look through the whole log for them.
        return tuple(sorted({id_ for id_ in self._connection.scalars(query) if id_}))

    def names_since(self, number: int, acts: Collection[Act]) -> tuple[str, ...]:
        """Return what such acts after the entry `number` name, each once; empty where one names nothing."""
        words = [act.value for act in acts]
        query = _ENTRIES.where(audit_log.c.number > number, audit_log.c.act.in_(words))
        rows = self._connection.execute(query.order_by(audit_log.c.number))
        return tuple(dict.fromkeys(_entry(row).details.get("names", "") for row in rows))

    def of_article(self, article_id: str) -> tuple[Entry, ...]:
        """Return the entries about an article, the newest first."""
        query = _ENTRIES.where(audit_log.c.article_id == article_id)
        rows = self._connection.execute(query.order_by(audit_log.c.number.desc()))
        return tuple(map(_entry, rows))

    def latest(self, act: Act) -> Entry | None:
        """Return the newest entry of an act, or None."""
        query = _ENTRIES.where(audit_log.c.act == act.value)
        row = self._connection.execute(query.order_by(audit_log.c.number.desc()).limit(1)).one_or_none()
        return None if row is None else _entry(row)

    def latest_of(self, article_id: str) -> Entry | None:
        """Return the newest entry about an article, or None."""
        query = _ENTRIES.where(audit_log.c.article_id == article_id)
        row = self._connection.execute(query.order_by(audit_log.c.number.desc()).limit(1)).one_or_none()
        return None if row is None else _entry(row)


def _conditions(wanted: LogFilter) -> Iterator[ColumnElement[bool]]:
    columns = audit_log.c
    for column, value in (
        (columns.by, wanted.person),
        (columns.act, wanted.act),
        (columns.article_id, wanted.article_id),
    ):
        if value:
            yield column == value
    if wanted.first is not None:
        yield columns.at >= _begin(wanted.first)
    if wanted.last is not None:
        yield columns.at < _begin(wanted.last + timedelta(days=1))


def _begin(day: date) -> datetime:
    return moment_at(datetime.combine(day, time.min))


def _entry(row: Row[*tuple[Any, ...]]) -> Entry:
    number, at, act, by, article_id, revision_hash, stored, previous, hash_ = row
    try:
        details = msgspec.json.decode(stored, type=dict[str, str])
    except msgspec.DecodeError:
        # Nobody wrote that; the hash, which is of other details, tells. So it does of a time that is none.
        details = {"": stored}
    return Entry(number, at or _NO_TIME, act, by, article_id, revision_hash, details, previous, hash_)
