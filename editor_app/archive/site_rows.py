"""Rows of what is kept ready for the website, and the conditions on them."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    LargeBinary,
    Select,
    and_,
    cast,
    or_,
    select,
)

from editor_app.archive.site_tables import live_fragments, live_pages, site_texts
from editor_app.domain.live_text import Fragment, ListedText, LiveText
from editor_app.domain.site_lists import CONTACT, IMAGE, LINKED, ORIGINAL, RELATED, Mention

# What a row of `site_texts` has of its live page, and what it has while nothing is made.
_SAME = ("article_id", "revision_id", "category_id", "kind", "language", "dated_at", "begins_at", "ends_at")
_UNMADE = {"maker": "", "path": "", "month": "", "listed": ""}

# A moment, or a parameter that stands for one.
Moment = datetime | BindParameter[datetime]

_encoder = msgspec.json.Encoder(order="sorted")
_listed_decoder = msgspec.json.Decoder(ListedText)
_fragment_decoder = msgspec.json.Decoder(Fragment)


# An export asks hundreds of times about one moment.
@lru_cache(maxsize=1)
def is_public(now: datetime) -> ColumnElement[bool]:
    """Return the condition that a text is on the website at `now`."""
    return is_public_in(site_texts, now)


def is_public_in(table: FromClause, now: Moment) -> ColumnElement[bool]:
    """Return the same condition about an alias of `site_texts`."""
    text = table.c
    has_begun = or_(text.begins_at.is_(None), text.begins_at <= now)
    return and_(has_begun, or_(text.ends_at.is_(None), text.ends_at > now))


def hidden_texts(connection: Connection, now: datetime) -> set[tuple[str, str]]:
    """Return the ids of articles and revisions of the texts that are not on the website at `now`: few."""
    text = site_texts.c
    # Asked for distinct articles, SQLite would look at every text.
    query = select(text.article_id, text.revision_id).where(or_(text.begins_at > now, text.ends_at <= now))
    return {(row[0], row[1]) for row in connection.execute(query)}


def whole_texts() -> Select[Any]:
    """Return the query for texts with their own parts of pages, for `live_text` to read."""
    return select(
        site_texts.c.article_id,
        site_texts.c.revision_id,
        in_bytes(site_texts.c.listed),
        in_bytes(live_fragments.c.html),
        in_bytes(live_fragments.c.details),
        live_fragments.c.checksum,
    ).join_from(
        site_texts,
        live_fragments,
        and_(
            site_texts.c.article_id == live_fragments.c.article_id,
            site_texts.c.revision_id == live_fragments.c.revision_id,
        ),
    )


def in_bytes(column: ColumnElement[str]) -> ColumnElement[bytes]:
    """Return what reads a long text as the bytes that it is stored in: to make it a str takes longer."""
    return cast(column, LargeBinary).label(column.key)


def listed_text(stored: str | bytes) -> ListedText:
    """Return what lists show of a text."""
    return _listed_decoder.decode(stored)


def live_text(row: Any) -> LiveText | None:
    """Return the text that a row of `whole_texts` holds, None where that is not what was stored."""
    if row.checksum != _checksum(row.listed, row.html, row.details):
        return None
    fragment = _fragment_decoder.decode(row.details)
    fragment.html = row.html
    return LiveText(_listed_decoder.decode(row.listed), fragment)


def note_unmade(connection: Connection, *wanted: ColumnElement[bool]) -> None:
    """Note of live pages, of all that are `wanted`, that no program has made what is to be kept of them."""
    query = select(*(live_pages.c[name] for name in _SAME)).where(*wanted)
    pages = connection.execute(query).mappings().all()
    if pages:
        connection.execute(site_texts.insert(), [{**page, **_UNMADE} for page in pages])


def listed_column(listed: ListedText) -> str:
    """Return what `site_texts` holds of a text for lists."""
    return _encoder.encode(listed).decode()


def fragment_columns(text: LiveText) -> dict[str, str]:
    """Return what `live_fragments` holds of a text, by column."""
    html = text.fragment.html
    details = _encoder.encode(msgspec.structs.replace(text.fragment, html=b""))
    return {
        "html": html.decode(),
        "details": details.decode(),
        "checksum": _checksum(_encoder.encode(text.listed), html, details),
    }


def mentions(text: LiveText) -> Iterator[Mention]:
    """Yield what a text names, each once."""
    fragment = text.fragment
    for what, ids in (
        (LINKED, fragment.linked_ids),
        (RELATED, fragment.related_ids),
        (CONTACT, fragment.contact_ids),
        (IMAGE, fragment.images),
        (ORIGINAL, (text.listed.original_id,) if text.listed.original_id else ()),
    ):
        for target_id in ids:
            yield Mention(what, target_id)


def _checksum(listed: bytes, html: bytes, details: bytes) -> str:
    return sha256(b"\0".join((listed, html, details, b""))).hexdigest()
