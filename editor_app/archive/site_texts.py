"""What is kept ready of the texts on the website."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, or_, select

from editor_app.archive.among import among, among_given, given
from editor_app.archive.columns import UtcTime
from editor_app.archive.site_rows import (
    fragment_columns,
    hidden_texts,
    in_bytes,
    is_public,
    is_public_in,
    listed_column,
    listed_text,
    live_text,
    mentions,
    note_unmade,
    whole_texts,
)
from editor_app.archive.site_tables import (
    article_addresses,
    live_fragments,
    live_pages,
    site_mentions,
    site_texts,
)
from editor_app.archive.tables import approvals, revisions
from editor_app.domain.live_text import ListedText, LiveText
from editor_app.domain.lost_link import Lost
from editor_app.domain.site_lists import IMAGE, LINKED, RELATED, Mention, month_of

_text, _address = site_texts.c, article_addresses.c
# Put together once: after a change of templates all texts are made anew.
_FORGET = tuple(
    table.delete().where(table.c.article_id == bindparam("one"))
    for table in (site_texts, live_fragments, site_mentions)
)
_LEAVE = article_addresses.delete().where(
    _address.article_id == bindparam("one"), _address.path == bindparam("there")
)
_ADD, _ADD_FRAGMENT, _ADD_MENTIONS = site_texts.insert(), live_fragments.insert(), site_mentions.insert()


# Put together once too: an export asks for some texts hundreds of times.
_GIVEN = (
    among_given(_text.article_id, "ids"),
    is_public_in(site_texts, bindparam("now", type_=UtcTime)),
)
_PUBLIC = select(_text.listed).where(*_GIVEN)
_WHOLE = whole_texts().where(*_GIVEN)
_APPROVED = (
    select(
        revisions.c.article_id,
        revisions.c.number,
        in_bytes(revisions.c.content),
        revisions.c.hash,
        approvals.c.hash,
    )
    .join_from(site_texts, revisions, revisions.c.id == _text.revision_id)
    .join(approvals, approvals.c.revision_id == revisions.c.id, isouter=True)
    .where(*_GIVEN)
)


class Approved(NamedTuple):
    """The words of a text as they are stored, with the hash that they had and one that was approved."""

    article_id: str
    number: int
    content: bytes
    hash: str
    approved: str | None


class SiteTexts:
    """The texts that are on the website at some time; `now` is the moment that is asked about."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(
        self, article_id: str, texts: Sequence[tuple[str, LiveText]], former: Iterable[str], maker: str
    ) -> None:
        """Keep the texts of an article, each with the id of its revision, in place of what was kept of it.

        `former` are the paths that its page had, `maker` is the program that made the texts.
        """
        self.forget(article_id)
        for revision_id, text in texts:
            self._add(revision_id, text, maker)
        # Until a text begins, its address may be one at which something else is told.
        present = {text.listed.path for _revision, text in texts if text.listed.begins_at is None}
        # Its own page is found at its own address, and elsewhere whoever had an address last.
        for path in present:
            self._connection.execute(_LEAVE, {"one": article_id, "there": path})
        for path in dict.fromkeys(former):
            if path not in present:
                self.note_address(path, article_id)

    def note(self, article_id: str) -> None:
        """Let the next export make what is to be kept of an article."""
        self.forget(article_id)
        note_unmade(self._connection, live_pages.c.article_id == article_id)

    def forget(self, article_id: str) -> None:
        """Keep nothing of an article but the addresses that it had."""
        for statement in _FORGET:
            self._connection.execute(statement, {"one": article_id})

    def unmade(self, maker: str, limit: int) -> tuple[str, ...]:
        """Return articles of which something was kept by another program than `maker`, some `limit`."""
        other = or_(_text.maker < maker, _text.maker > maker)
        # Asked for distinct ids, SQLite would look at every text.
        ids = self._connection.scalars(select(_text.article_id).where(other).limit(limit))
        return tuple(dict.fromkeys(ids))

    def kept(self, article_id: str) -> tuple[tuple[str, LiveText], ...]:
        """Return all texts that are kept of an article, as they were made, with the ids of revisions."""
        query = whole_texts().where(_text.article_id == article_id).order_by(_text.revision_id)
        found = ((row.revision_id, live_text(row)) for row in self._connection.execute(query))
        return tuple((revision_id, text) for revision_id, text in found if text is not None)

    def public(self, article_ids: Iterable[str], now: datetime) -> dict[str, ListedText]:
        """Return what lists show of those of the articles that are public, by id."""
        found = map(listed_text, self._connection.scalars(_PUBLIC, _given(article_ids, now)).all())
        return {listed.article_id: listed for listed in found}

    def texts(self, article_ids: Iterable[str], now: datetime) -> dict[str, LiveText]:
        """Return what is kept of those of the articles that are public, by id, but for what was altered."""
        found = map(live_text, self._connection.execute(_WHOLE, _given(article_ids, now)).all())
        return {text.listed.article_id: text for text in found if text is not None}

    def approved(self, article_ids: Iterable[str], now: datetime) -> tuple[Approved, ...]:
        """Return what is to be verified of those of the articles that are public, one for each approval."""
        rows = self._connection.execute(_APPROVED, _given(article_ids, now)).all()
        return tuple(map(Approved._make, rows))

    def at_path(self, path: str, now: datetime) -> tuple[str, ...]:
        """Return the articles whose public page is at `path`."""
        query = select(_text.article_id).where(_text.path == path, is_public(now))
        return tuple(self._connection.scalars(query.order_by(_text.article_id)))

    def shared_paths(self, now: datetime) -> tuple[tuple[str, str, str], ...]:
        """Return paths at which two public pages would be, each with the ids of two articles."""
        query = (
            select(_text.path, func.min(_text.article_id), func.max(_text.article_id))
            .where(is_public(now))
            .group_by(_text.path)
            .having(func.count() > 1)
        )
        return tuple((row[0], row[1], row[2]) for row in self._connection.execute(query))

    def crossing(self, after: datetime, until: datetime) -> tuple[str, ...]:
        """Return the articles of which something begins or ends after `after`, up to `until`."""
        ids: dict[str, None] = {}
        for column in (_text.begins_at, _text.ends_at):
            query = select(_text.article_id).where(column > after, column <= until)
            ids |= dict.fromkeys(self._connection.scalars(query.order_by(_text.article_id)))
        return tuple(ids)

    def not_public(self, now: datetime) -> int:
        """Return how many live articles have no page at `now`."""
        ids = {article_id for article_id, _revision_id in hidden_texts(self._connection, now)}
        return len(ids) - len(self.public(ids, now))

    def naming(self, mention: Mention) -> tuple[str, ...]:
        """Return the articles whose texts name something."""
        columns = site_mentions.c
        query = select(columns.article_id).where(
            columns.what == mention.what, columns.target_id == mention.target_id
        )
        return tuple(self._connection.scalars(query.distinct().order_by(columns.article_id)))

    def mentioned(self, what: str) -> tuple[str, ...]:
        """Return all that texts name of a sort."""
        columns = site_mentions.c
        query = select(columns.target_id).where(columns.what == what).distinct()
        return tuple(self._connection.scalars(query.order_by(columns.target_id)))

    def image_paths(self, now: datetime) -> tuple[str, ...]:
        """Return the paths of the renditions that public texts show."""
        columns = site_mentions.c
        same = (columns.article_id == _text.article_id) & (columns.revision_id == _text.revision_id)
        query = select(columns.target_id).join_from(site_mentions, site_texts, same)
        query = query.where(columns.what == IMAGE, is_public(now)).distinct()
        return tuple(self._connection.scalars(query.order_by(columns.target_id)))

    def lost(self, now: datetime) -> tuple[Lost, ...]:
        """Return the links of public texts to articles that have no page at `now`, in order."""
        return tuple(Lost(*row) for row in self._connection.execute(_lost(now)))

    def lost_of(self, article_ids: Iterable[str], now: datetime) -> tuple[Lost, ...]:
        """Return those of the same that are of one of the articles, or lead to one."""
        ids = tuple(article_ids)
        # Sought by the plain column, SQLite would look at whatever any text links to.
        from_them = _lost(now, site_mentions.c.what.concat("")).where(among(_text.article_id, ids))
        queries = (from_them, _lost(now).where(among(site_mentions.c.target_id, ids)))
        return tuple(sorted({Lost(*row) for query in queries for row in self._connection.execute(query)}))

    def note_address(self, path: str, article_id: str) -> None:
        """Note that a page of the article was at `path`."""
        self._connection.execute(article_addresses.delete().where(_address.path == path))
        self._connection.execute(article_addresses.insert().values(path=path, article_id=article_id))

    def former_paths(self, article_id: str) -> tuple[str, ...]:
        """Return the paths that the page of an article had."""
        query = select(_address.path).where(_address.article_id == article_id)
        return tuple(self._connection.scalars(query.order_by(_address.path)))

    def formerly_at(self, path: str) -> str | None:
        """Return the article whose page was at `path` last, or None."""
        found: str | None = self._connection.scalar(select(_address.article_id).where(_address.path == path))
        return found

    def moved(self) -> tuple[str, ...]:
        """Return the articles that have had other addresses, in the order of ids."""
        query = select(_address.article_id).distinct().order_by(_address.article_id)
        return tuple(self._connection.scalars(query))

    def _add(self, revision_id: str, text: LiveText, maker: str) -> None:
        listed = text.listed
        key = {"article_id": listed.article_id, "revision_id": revision_id}
        self._connection.execute(
            _ADD,
            {
                **key,
                "month": month_of(listed.dated_at),
                "dated_at": listed.dated_at,
                "maker": maker,
                "path": listed.path,
                "category_id": listed.category_id,
                "kind": listed.kind.value,
                "language": listed.language,
                "begins_at": listed.begins_at,
                "ends_at": listed.ends_at,
                "listed": listed_column(listed),
            },
        )
        self._connection.execute(_ADD_FRAGMENT, {**key, **fragment_columns(text)})
        rows = [{**key, "what": one.what, "target_id": one.target_id} for one in mentions(text)]
        if rows:
            self._connection.execute(_ADD_MENTIONS, rows)


def _given(article_ids: Iterable[str], now: datetime) -> dict[str, Any]:
    return {"ids": given(article_ids), "now": now}


def _lost(now: datetime, what: ColumnElement[str] = site_mentions.c.what) -> Select[Any]:
    columns, there = site_mentions.c, site_texts.alias("there")
    is_there = select(there.c.article_id).where(
        there.c.article_id == columns.target_id, is_public_in(there, now)
    )
    same = (columns.article_id == _text.article_id) & (columns.revision_id == _text.revision_id)
    return (
        select(columns.article_id, columns.target_id)
        .join_from(site_mentions, site_texts, same)
        .where(what.in_((LINKED, RELATED)), is_public(now), ~is_there.exists())
        .distinct()
        .order_by(columns.article_id, columns.target_id)
    )
