"""The audit log laid beside the rest of the archive: what only one of the two tells of."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, exists, func, literal, select, type_coerce
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from editor_app.archive.checkup.live_pages import wrong_sides
from editor_app.archive.columns import TimeIfAny
from editor_app.archive.tables import approvals, articles, audit_log, publications, revisions, withdrawals
from editor_app.domain.audit import Act
from editor_app.domain.log_report import Difference, Mismatch
from editor_app.domain.revision import content_hash

# Where more than this is wrong, the rest is wrong in the same way.
MOST = 1000
_APPROVED = (Act.APPROVED, Act.APPROVED_BY_FORCE)
# After these the archive has nothing left of an article but its entries.
_REMOVED = (Act.DELETED, Act.DISPOSED)


class LogMatching:
    """Asks for what does not match; what was done before the log began is not in it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begun(self) -> datetime | None:
        """Return when the log began in an archive that was there before, None where it was there first."""
        columns = audit_log.c
        query = select(_at(columns.at)).where(columns.number == 1, columns.act == Act.LOG_BEGUN.value)
        return self._connection.scalar(query)

    def older_approvals(self) -> int:
        """Return how many approvals are from before the log began."""
        begun = self.begun()
        if begun is None:
            return 0
        query = select(func.count()).select_from(approvals).where(approvals.c.approved_at < begun)
        return self._connection.scalar(query) or 0

    def revision_count(self) -> int:
        """Return how many revisions there are."""
        return self._connection.scalar(select(func.count()).select_from(revisions)) or 0

    def altered_words(self, after: str, count: int) -> tuple[str, tuple[Difference, ...]]:
        """Look through the next `count` revisions after the one with the id `after`.

        Return the id of the last one, empty where there was none, and those whose words are not what
        their hash names.
        """
        query = (
            select(
                revisions.c.id,
                revisions.c.article_id,
                revisions.c.number,
                revisions.c.content,
                revisions.c.hash,
                articles.c.title,
            )
            .join_from(revisions, articles, isouter=True)
            .where(revisions.c.id > after)
            .order_by(revisions.c.id)
            .limit(count)
        )
        last, found = "", []
        for row in self._connection.execute(query):
            last = row.id
            if content_hash(row.content.encode()) != row.hash:
                found.append(
                    Difference(Mismatch.WORDS_ALTERED, row.article_id, row.title or "", version=row.number)
                )
        return last, tuple(found)

    def not_logged(self, what: Mismatch, kept: Select[Any], acts: tuple[Act, ...]) -> Iterator[Difference]:
        """Yield what is `kept` and no entry of `acts` tells of."""
        rows = kept.subquery()
        told = exists().where(_tells_of(rows.c), audit_log.c.act.in_(acts))
        query = select(rows.c.article_id, rows.c.by, rows.c.at, articles.c.title)
        query = query.join_from(rows, articles, rows.c.article_id == articles.c.id, isouter=True)
        query = query.where(~told).order_by(rows.c.at).limit(MOST)
        begun = self.begun()
        if begun is not None:
            query = query.where(rows.c.at >= begun)
        for row in self._connection.execute(query):
            yield Difference(what, row.article_id, row.title or "", row.by, row.at)

    def gone(self, what: Mismatch, kept: Select[Any], acts: tuple[Act, ...]) -> Iterator[Difference]:
        """Yield what entries of `acts` tell of and is no longer `kept`."""
        return self._entries_without(what, acts, exists().where(_tells_of(kept.subquery().c)))

    def words_gone(self) -> Iterator[Difference]:
        """Yield what was kept as a version and is no longer there."""
        kept = exists().where(
            revisions.c.article_id == audit_log.c.article_id, revisions.c.hash == audit_log.c.revision_hash
        )
        return self._entries_without(Mismatch.WORDS_GONE, (Act.SUBMITTED, Act.VERSION_SAVED), kept)

    def _entries_without(
        self, what: Mismatch, acts: tuple[Act, ...], kept: ColumnElement[bool]
    ) -> Iterator[Difference]:
        removal = audit_log.alias()
        is_removed = exists().where(
            removal.c.article_id == audit_log.c.article_id, removal.c.act.in_(_REMOVED)
        )
        query = (
            _titled_entries()
            .where(audit_log.c.act.in_(acts), ~kept, ~is_removed)
            .order_by(audit_log.c.number)
            .limit(MOST)
        )
        for row in self._connection.execute(query):
            yield Difference(what, row.article_id, row.title or "", row.by, row.at, row.number)

    def other_reasons(self, what: Mismatch, kept: Select[Any], acts: tuple[Act, ...]) -> Iterator[Difference]:
        """Yield where what is `kept` has another reason, or other words, than the entry of `acts` on it."""
        rows = kept.subquery()
        query = _titled_entries().add_columns(audit_log.c.details, rows.c.reason, rows.c.words)
        query = query.join(rows, _tells_of(rows.c)).where(audit_log.c.act.in_(acts))
        found = 0
        for row in self._connection.execute(query.order_by(audit_log.c.number)):
            said = _details(row.details)
            if found < MOST and (said.get("reason", ""), said.get("words", "")) != (row.reason, row.words):
                found += 1
                yield Difference(what, row.article_id, row.title or "", row.by, row.at, row.number)

    def wrong_sides(self) -> Iterator[Difference]:
        """Yield articles of which the website shows something else than was published or withdrawn last."""
        for title in wrong_sides(self._connection):
            yield Difference(Mismatch.SIDE_ALTERED, title=title)

    def other_number_of_older_approvals(self) -> Iterator[Difference]:
        """Yield that there are others than the log began with; those of what was disposed of are gone."""
        if self.begun() is None:
            return
        first = select(audit_log.c.details).where(audit_log.c.number == 1)
        said = _details(self._connection.scalar(first) or "{}")
        disposed = select(func.count()).select_from(audit_log).where(audit_log.c.act == Act.DISPOSED.value)
        found, told = self.older_approvals(), int(said.get("approvals", "0"))
        if found > told or (found < told and not self._connection.scalar(disposed)):
            yield Difference(Mismatch.OLDER_APPROVALS)


def _titled_entries() -> Select[Any]:
    columns = audit_log.c
    query = select(columns.number, columns.article_id, columns.by, _at(columns.at), articles.c.title)
    return query.join_from(audit_log, articles, columns.article_id == articles.c.id, isouter=True)


def _at(column: ColumnElement[Any]) -> ColumnElement[Any]:
    # What is no time is a difference of its own and must not hide the others.
    return type_coerce(column, TimeIfAny).label("at")


def _details(stored: str) -> dict[str, str]:
    try:
        return msgspec.json.decode(stored, type=dict[str, str])
    except msgspec.DecodeError:
        return {}


def _tells_of(kept: ReadOnlyColumnCollection[str, Any]) -> ColumnElement[bool]:
    columns = audit_log.c
    tells: ColumnElement[bool] = (
        (columns.article_id == kept.article_id)
        & (columns.by == kept.by)
        & (columns.at == kept.at)
        & ((kept.hash == "") | (columns.revision_hash == kept.hash))
    )
    return tells


def _approvals() -> Select[Any]:
    return select(
        revisions.c.article_id,
        approvals.c.approved_by.label("by"),
        _at(approvals.c.approved_at),
        approvals.c.hash,
        approvals.c.forced_reason.label("reason"),
        literal("").label("words"),
    ).join_from(approvals, revisions)


def _publications() -> Select[Any]:
    return select(
        publications.c.article_id,
        publications.c.published_by.label("by"),
        _at(publications.c.published_at),
        revisions.c.hash,
    ).join_from(publications, revisions)


def _withdrawals() -> Select[Any]:
    return select(
        withdrawals.c.article_id,
        withdrawals.c.withdrawn_by.label("by"),
        _at(withdrawals.c.withdrawn_at),
        literal("").label("hash"),
        withdrawals.c.reason,
        withdrawals.c.words,
    )


# Each takes a moment where there are many articles.
QUESTIONS: tuple[Callable[[LogMatching], Iterator[Difference]], ...] = (
    lambda log: log.not_logged(Mismatch.APPROVAL_NOT_LOGGED, _approvals(), _APPROVED),
    lambda log: log.not_logged(Mismatch.PUBLICATION_NOT_LOGGED, _publications(), (Act.PUBLISHED,)),
    lambda log: log.not_logged(Mismatch.WITHDRAWAL_NOT_LOGGED, _withdrawals(), (Act.WITHDRAWN,)),
    lambda log: log.gone(Mismatch.APPROVAL_GONE, _approvals(), _APPROVED),
    lambda log: log.gone(Mismatch.PUBLICATION_GONE, _publications(), (Act.PUBLISHED,)),
    lambda log: log.gone(Mismatch.WITHDRAWAL_GONE, _withdrawals(), (Act.WITHDRAWN,)),
    lambda log: log.other_reasons(Mismatch.APPROVAL_ALTERED, _approvals(), _APPROVED),
    lambda log: log.other_reasons(Mismatch.WITHDRAWAL_ALTERED, _withdrawals(), (Act.WITHDRAWN,)),
    LogMatching.words_gone,
    LogMatching.other_number_of_older_approvals,
)
