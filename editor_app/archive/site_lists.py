"""What the website's lists ask of the texts that are kept ready."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    func,
    select,
    tuple_,
)

from editor_app.archive.among import among
from editor_app.archive.columns import UtcTime
from editor_app.archive.site_rows import hidden_texts, is_public, is_public_in, listed_text
from editor_app.archive.site_tables import live_pages, site_mentions, site_texts
from editor_app.archive.tables import categories
from editor_app.domain.live_text import ListedText
from editor_app.domain.site_lists import CONTACT, Listing, Place, month_of

_text, _mention = site_texts.c, site_mentions.c
# Months are part of the order so that the indexes give it.
_ORDER = (_text.month, _text.dated_at, _text.article_id)
_PLACE = tuple_(
    bindparam("place_month", type_=String),
    bindparam("place_moment", type_=UtcTime),
    bindparam("place_id", type_=String),
)
_LENGTH, _FIRST = bindparam("length", type_=Integer), bindparam("first", type_=Integer)


class SiteLists:
    """Lists of the texts that are public at `now`, in the order of dates."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def section_ids(self, now: datetime) -> tuple[str, ...]:
        """Return the categories that have public pages."""
        # One look into the index for each category, where a DISTINCT would look at every text.
        has_page = select(_text.article_id).where(_text.category_id == categories.c.id, is_public(now))
        query = select(categories.c.id).where(has_page.exists()).order_by(categories.c.id)
        return tuple(self._connection.scalars(query))

    def languages(self, now: datetime) -> tuple[str, ...]:
        """Return the languages of public pages, as they were typed."""
        return tuple(self._values_of(_text.language, now))

    def contact_counts(self, now: datetime) -> dict[str, int]:
        """Return how many public articles name each contact that any does, in the order of ids."""
        query = select(_mention.target_id, func.count()).where(_mention.what == CONTACT)
        rows = self._connection.execute(query.group_by(_mention.target_id).order_by(_mention.target_id))
        counts = {row[0]: row[1] for row in rows}
        # Those that are public, by far the most, need not be looked at one by one.
        hidden = hidden_texts(self._connection, now)
        ids = {article_id for article_id, _revision_id in hidden}
        query = select(_mention.target_id, _mention.article_id, _mention.revision_id)
        query = query.where(_mention.what == CONTACT, among(_mention.article_id, ids))
        for contact_id, *text in self._connection.execute(query) if ids else ():
            counts[contact_id] -= tuple(text) in hidden
        return {contact_id: count for contact_id, count in counts.items() if count}

    def months(self, listing: Listing, now: datetime) -> dict[str, int]:
        """Return how many articles of a list are dated in each month, the oldest first."""
        rows = self._connection.execute(_query(_months, _shape(listing)), _values(listing, now))
        return {row[0]: row[1] for row in rows}

    def newest_release(self, month: str, now: datetime) -> datetime:
        """Return when the newest of the articles of a month, which has some, was first published."""
        newest: datetime = self._connection.scalar(_newest_release(), {"now": now, "month": month})
        return newest

    def count(self, listing: Listing, now: datetime) -> int:
        """Return how many articles a list has."""
        return self._connection.scalar(_query(_count, _shape(listing)), _values(listing, now)) or 0

    def rank(self, listing: Listing, place: Place, now: datetime) -> int:
        """Return how many articles of a list stand before `place`."""
        values = _values(listing, now) | _place_values(place)
        return self._connection.scalar(_query(_rank, _shape(listing)), values) or 0

    def stretch(self, listing: Listing, now: datetime, first: int, length: int) -> tuple[ListedText, ...]:
        """Return `length` articles of a list, the oldest first, from number `first` on; 0 is the oldest."""
        return self._found(_stretch, listing, now, length, first=first)

    def stretch_ids(self, listing: Listing, now: datetime, first: int, length: int) -> tuple[str, ...]:
        """Return the ids of what `stretch` returns; the index has them all."""
        values = _values(listing, now) | {"length": length, "first": first}
        return tuple(self._connection.scalars(_query(_stretch_ids, _shape(listing)), values).all())

    def ids_by_contact(self, months: str, now: datetime) -> dict[str, list[str]]:
        """Return the articles dated in `months` that name each contact, the oldest first, by its id."""
        values = _values(Listing(months=months), now)
        ids: dict[str, list[str]] = {}
        for contact_id, article_id in self._connection.execute(_by_contact(), values).all():
            ids.setdefault(contact_id, []).append(article_id)
        return ids

    def newest(
        self, listing: Listing, now: datetime, length: int, *, before: Place | None = None
    ) -> tuple[ListedText, ...]:
        """Return the newest articles of a list, before a place where one is given, the newest first."""
        if before is None:
            return self._found(_newest, listing, now, length)
        return self._found(_newest_before, listing, now, length, **_place_values(before))

    def after(
        self, listing: Listing, place: Place | None, now: datetime, length: int
    ) -> tuple[ListedText, ...]:
        """Return the articles of a list that follow a place, or its first, the oldest first."""
        if place is None:
            return self.stretch(listing, now, 0, length)
        return self._found(_after, listing, now, length, **_place_values(place))

    def newest_in_language(self, language: str, now: datetime, length: int) -> tuple[ListedText, ...]:
        """Return the newest articles in a language, as it was typed, the newest first."""
        query = select(_text.listed).where(_text.language == language, is_public(now))
        query = query.order_by(_text.dated_at.desc(), _text.article_id.desc()).limit(length)
        return tuple(map(listed_text, self._connection.scalars(query)))

    def _found(
        self, ask: "Ask", listing: Listing, now: datetime, length: int, **more: Any
    ) -> tuple[ListedText, ...]:
        values = _values(listing, now) | {"length": length} | more
        return tuple(map(listed_text, self._connection.scalars(_query(ask, _shape(listing)), values).all()))

    def _values_of(self, column: ColumnElement[Any], now: datetime) -> Iterator[str]:
        """Yield the values of an indexed column that public texts have, one look for each."""
        value = self._connection.scalar(select(func.min(column)))
        while value is not None:
            there = select(_text.article_id).where(column == value, is_public(now)).limit(1)
            if self._connection.scalar(there) is not None:
                yield value
            value = self._connection.scalar(select(func.min(column)).where(column > value))


# What is asked about the texts of a list.
Ask = Callable[[], Select[Any]]


def _months() -> Select[Any]:
    return select(_text.month, func.count()).group_by(_text.month).order_by(_text.month)


def _count() -> Select[Any]:
    return select(func.count())


def _rank() -> Select[Any]:
    return _count().where(tuple_(*_ORDER) < _PLACE)


def _stretch() -> Select[Any]:
    return select(_text.listed).order_by(*_ORDER).offset(_FIRST).limit(_LENGTH)


def _stretch_ids() -> Select[Any]:
    return select(_text.article_id).order_by(*_ORDER).offset(_FIRST).limit(_LENGTH)


def _newest() -> Select[Any]:
    return select(_text.listed).order_by(*(column.desc() for column in _ORDER)).limit(_LENGTH)


def _newest_before() -> Select[Any]:
    return _newest().where(tuple_(*_ORDER) < _PLACE)


def _after() -> Select[Any]:
    return select(_text.listed).where(tuple_(*_ORDER) > _PLACE).order_by(*_ORDER).limit(_LENGTH)


# An export asks for thousands of lists: to put a query together takes longer than to answer it.
@cache
def _query(ask: Ask, shape: Listing) -> Select[Any]:
    """Return the query for all lists of a shape; `_values` are its parameters."""
    query = ask().where(is_public_in(site_texts, bindparam("now", type_=UtcTime)))
    if shape.months:
        query = query.where(_text.month >= bindparam("months"), _text.month <= bindparam("until"))
    if shape.category_id is None:
        query = query.where(_text.category_id.is_(None))
    elif shape.category_id:
        query = query.where(_text.category_id == bindparam("category_id"))
    if shape.contact_id:
        same = and_(_mention.article_id == _text.article_id, _mention.revision_id == _text.revision_id)
        query = query.join_from(site_texts, site_mentions, same).where(
            _mention.what == CONTACT, _mention.target_id == bindparam("contact_id")
        )
    return query


@cache
def _by_contact() -> Select[Any]:
    same = and_(_mention.article_id == _text.article_id, _mention.revision_id == _text.revision_id)
    # Without the sign SQLite would go through all that each contact ever had, and sort it.
    is_contact = func.trim(_mention.what) == CONTACT
    query = select(_mention.target_id, _text.article_id).join_from(site_texts, site_mentions, same)
    public = is_public_in(site_texts, bindparam("now", type_=UtcTime))
    in_months = _text.month.between(bindparam("months"), bindparam("until"))
    return query.where(public, in_months, is_contact).order_by(*_ORDER)


@cache
def _newest_release() -> Select[Any]:
    same = live_pages.c.article_id == _text.article_id
    query = select(func.max(live_pages.c.first_released_at)).join_from(site_texts, live_pages, same)
    public = is_public_in(site_texts, bindparam("now", type_=UtcTime))
    return query.where(_text.month == bindparam("month"), public)


def _shape(listing: Listing) -> Listing:
    """Return what is equal for lists that are asked for with the same words."""
    category_id = listing.category_id and "category"
    return Listing(category_id, listing.contact_id and "contact", listing.months and "months")


def _values(listing: Listing, now: datetime) -> dict[str, Any]:
    values: dict[str, Any] = {"now": now}
    if listing.months:
        # "~" stands after all that months are written with.
        values |= {"months": listing.months, "until": listing.months + "~"}
    if listing.category_id:
        values["category_id"] = listing.category_id
    if listing.contact_id:
        values["contact_id"] = listing.contact_id
    return values


def _place_values(place: Place) -> dict[str, Any]:
    moment, article_id = place
    return {"place_month": month_of(moment), "place_moment": moment, "place_id": article_id}
