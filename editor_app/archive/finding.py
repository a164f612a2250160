"""Which articles somebody asks for: their ids in order, and then the rows that are looked at."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    func,
    select,
    union_all,
)
from sqlalchemy.sql.expression import TableClause

from editor_app.archive.among import among_given, given
from editor_app.archive.article_order import in_order
from editor_app.archive.query_conditions import conditions_of, names_in, persons_in
from editor_app.archive.rows import ArticleSummary
from editor_app.archive.search_expression import (
    MOST_FORMS,
    Expression,
    beginnings_expression,
    whole_text_expression,
)
from editor_app.archive.search_index import (
    BEGINNINGS,
    WHOLE_TEXT,
    best_numbers,
    found_in,
    matches,
    newest_but,
    words_beginning,
)
from editor_app.archive.site_tables import live_pages
from editor_app.archive.stored_values import summary_of
from editor_app.archive.tables import (
    approvals,
    article_contacts,
    articles,
    categories,
    contacts,
    revisions,
    search_rows,
)
from editor_app.domain.article_query import ArticleQuery, ArticleSort, SortKey, Term

# To rank more takes longer than anybody wants to wait for the best of them.
RANKED = 5000
# Of so many times as many as are wanted, enough meet a usual filter.
OF_WHICH_SOME_MEET = 12

_LIVE_REVISION = revisions.alias()
_APPROVED_LATER = (
    select(revisions.c.id)
    .join_from(revisions, approvals, approvals.c.revision_id == revisions.c.id)
    .where(revisions.c.article_id == articles.c.id, revisions.c.number > _LIVE_REVISION.c.number)
    .correlate(articles, _LIVE_REVISION)
    .exists()
)
_SUMMARIES = select(
    articles.c.id,
    articles.c.title,
    articles.c.kind,
    articles.c.language,
    categories.c.name,
    articles.c.state,
    articles.c.live,
    articles.c.publish_at,
    articles.c.updated_at,
    articles.c.updated_by,
    live_pages.c.ends_at,
    live_pages.c.begins_at,
    _APPROVED_LATER.label("has_approved_change"),
).select_from(
    articles.join(categories, isouter=True)
    .join(live_pages, live_pages.c.article_id == articles.c.id, isouter=True)
    .join(_LIVE_REVISION, _LIVE_REVISION.c.id == live_pages.c.revision_id, isouter=True)
)
# Statements that every search asks are made once: that takes as long as SQLite does to answer.
_SOME_SUMMARIES = _SUMMARIES.where(among_given(articles.c.id, "ids"))
_CONTACT_NAMES = (
    select(article_contacts.c.article_id, contacts.c.name)
    .join_from(article_contacts, contacts, contacts.c.id == article_contacts.c.contact_id)
    .where(among_given(article_contacts.c.article_id, "ids"), article_contacts.c.is_live.is_(False))
    .order_by(article_contacts.c.position)
)
_SOME_IDS = select(search_rows.c.number, search_rows.c.article_id).where(
    among_given(search_rows.c.number, "numbers")
)
# The categories and contacts by id; nobody looks for others in articles.
_NAMES_OF_CARDS = union_all(names_in(categories), names_in(contacts))


class Finding:
    """Asks the archive's metadata; the answers are in the order that a list wants."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(
        self,
        query: ArticleQuery,
        sort: ArticleSort,
        *,
        me: str,
        now: datetime,
        limit: int | None = None,
        typing: bool = False,
        one_approves: bool = False,
        begun: Sequence[Term] = (),
    ) -> tuple[str, ...]:
        """Return the ids of the articles that meet `query`, the first `limit` of them.

        `me` is whose articles are "mine"; where `one_approves`, what they wrote may wait for them too.
        By `now` a page is planned or taken down.
        While somebody is `typing`, words are looked for in titles and leads, which takes no time; otherwise
        in the whole text. By relevance only the newest RANKED articles are sorted, the rest follow them,
        newest first; where a word is only begun, titles come before leads and leads before texts. In whole
        texts, what has the terms `begun` is found too, after what has the others.
        """
        expression = self._expression(query.terms, typing)
        conditions = [*conditions_of(self._connection, query, me=me, now=now, one_approves=one_approves)]
        if expression.wanted:
            return self._with_words(expression, begun, conditions, sort, limit)
        statement = select(articles.c.id).where(*conditions, *_without(expression))
        return self._ids(statement.order_by(*in_order(self._connection, sort)).limit(limit))

    def count(
        self, query: ArticleQuery, *, me: str, now: datetime, typing: bool = False, one_approves: bool = False
    ) -> int:
        """Return how many articles `find` would find."""
        expression = self._expression(query.terms, typing)
        conditions = [*conditions_of(self._connection, query, me=me, now=now, one_approves=one_approves)]
        if expression.wanted:
            statement = self._matching(found_in(expression.index), expression, func.count(), conditions)
        else:
            statement = select(func.count()).select_from(articles).where(*conditions, *_without(expression))
        return self._connection.scalar(statement) or 0

    def rows(self, article_ids: Sequence[str]) -> tuple[ArticleSummary, ...]:
        """Return what lists show of the articles in the order of their ids, without those that are gone."""
        found: dict[str, ArticleSummary] = {}
        ids = {"ids": given(article_ids)}
        names: dict[str, list[str]] = {}
        for article_id, name in self._connection.execute(_CONTACT_NAMES, ids).all():
            names.setdefault(article_id, []).append(name)
        for *known, begins_at, has_approved_change in self._connection.execute(_SOME_SUMMARIES, ids).all():
            contact_names = tuple(names.get(known[0], ()))
            summary = summary_of((*known, contact_names, begins_at, has_approved_change))
            if summary is not None:
                found[summary.id] = summary
        return tuple(found[article_id] for article_id in article_ids if article_id in found)

    def persons(self) -> tuple[str, ...]:
        """Return who has begun, written or submitted what there is."""
        return persons_in(self._connection)

    def _expression(self, terms: Sequence[Term], typing: bool) -> Expression:
        if typing:
            return beginnings_expression(terms)
        names = self._connection.execute(_NAMES_OF_CARDS).all() if terms else ()
        return whole_text_expression(
            terms, dict(names), lambda begun: words_beginning(self._connection, begun, MOST_FORMS + 1)
        )

    def _with_words(
        self,
        expression: Expression,
        begun: Sequence[Term],
        conditions: Sequence[ColumnElement[bool]],
        sort: ArticleSort,
        limit: int | None,
    ) -> tuple[str, ...]:
        if sort.key is SortKey.RELEVANCE and expression.index == WHOLE_TEXT:
            best = self._ranked(expression, conditions, limit)
            left = None if limit is None else limit - len(best)
            if not begun or left == 0:
                return best
            also = self._expression(begun, typing=False).but_not(expression)
            return (*best, *self._newest(also, conditions, left))
        if begun:
            expression = expression.or_also(self._expression(begun, typing=False))
        index = found_in(expression.index)
        by_number = sort.key in (SortKey.RELEVANCE, SortKey.CHANGED)
        statement = self._matching(
            index, expression, search_rows.c.article_id, conditions, with_articles=not by_number
        )
        if by_number:
            # The later an article was changed, the higher is its number.
            newest_first = sort.descending or sort.key is SortKey.RELEVANCE
            statement = statement.order_by(index.c.rowid.desc() if newest_first else index.c.rowid)
        else:
            statement = statement.order_by(*in_order(self._connection, sort))
        return self._ids(statement.limit(limit))

    def _newest(
        self,
        expression: Expression,
        conditions: Sequence[ColumnElement[bool]],
        limit: int | None,
        last: int | None = None,
    ) -> tuple[str, ...]:
        """Return what is found, the newest first, beginning with the number `last` where there is one."""
        index = found_in(expression.index)
        statement = self._matching(index, expression, search_rows.c.article_id, conditions)
        if last is not None:
            statement = statement.where(index.c.rowid <= last)
        return self._ids(statement.order_by(index.c.rowid.desc()).limit(limit))

    def _matching(
        self,
        index: TableClause,
        expression: Expression,
        asked: ColumnElement[Any],
        conditions: Sequence[ColumnElement[bool]],
        *,
        with_articles: bool = False,
    ) -> Select[Any]:
        statement = (
            select(asked)
            .join_from(index, search_rows, search_rows.c.number == index.c.rowid)
            .where(matches(index, expression.whole))
        )
        if conditions or with_articles:
            statement = statement.join(articles, articles.c.id == search_rows.c.article_id)
        return statement.where(*conditions)

    def _ranked(
        self, expression: Expression, conditions: Sequence[ColumnElement[bool]], limit: int | None
    ) -> tuple[str, ...]:
        if expression.in_titles:
            return self._titles_first(expression, conditions, limit)
        floor = newest_but(self._connection, expression.whole, RANKED)
        # All that is ranked is looked at only where too few of the best meet the conditions.
        for most in (limit,) if not conditions or limit is None else (OF_WHICH_SOME_MEET * limit, None):
            best = best_numbers(self._connection, expression.whole, after=floor, most=most)
            ids = self._meeting(best, conditions, limit)
            if len(ids) == limit:
                return ids
        if not floor:
            return ids
        left = None if limit is None else limit - len(ids)
        return (*ids, *self._newest(expression, conditions, left, floor))

    def _meeting(
        self, numbers: Sequence[int], conditions: Sequence[ColumnElement[bool]], limit: int | None
    ) -> tuple[str, ...]:
        """Return the ids of the articles with `numbers` that meet `conditions`, the first `limit` of them."""
        some = _SOME_IDS
        if conditions:
            some = some.join(articles, articles.c.id == search_rows.c.article_id).where(*conditions)
        found: list[str] = []
        # To look whether an article meets them takes longer than to rank it: most need not be looked at.
        size, start = 4 * (limit or len(numbers)), 0
        while start < len(numbers) and (limit is None or len(found) < limit):
            chunk = numbers[start : start + size]
            rows = self._connection.execute(some, {"numbers": given(chunk)}).all()
            ids = {row.number: row.article_id for row in rows}
            found += [ids[number] for number in chunk if number in ids]
            start, size = start + size, 2 * size
        return tuple(found[:limit])

    def _titles_first(
        self, expression: Expression, conditions: Sequence[ColumnElement[bool]], limit: int | None
    ) -> tuple[str, ...]:
        """Return what is found, the newest first of titles, then of titles and leads, then of whole texts.

        To weigh a word that is only begun, each that it may be would have to be counted; and how many
        articles have one says nothing of the others.
        """
        not_unwanted = [*conditions, *_without(expression)]
        titles_and_leads = Expression(BEGINNINGS, expression.in_titles)
        found: dict[str, None] = {}
        for place, wanted in (
            (titles_and_leads.in_title(), not_unwanted),
            (titles_and_leads, not_unwanted),
            (expression, conditions),
        ):
            found |= dict.fromkeys(self._newest(place, wanted, limit))
            if limit is not None and len(found) >= limit:
                break
        return tuple(found)[:limit]

    def _ids(self, statement: Select[Any]) -> tuple[str, ...]:
        # All in one value: a row for each of 100,000 takes three times as long. SQLite keeps the order of
        # what is asked for in a query of its own where an aggregate may depend on it, as this one does.
        ids = func.json_group_array(statement.subquery().c[0], type_=Text)
        return msgspec.json.decode(self._connection.scalar(select(ids)) or "[]", type=tuple[str, ...])


def _without(expression: Expression) -> Iterator[ColumnElement[bool]]:
    """Yield the condition that an article has nothing of what may not be in it, where there is such."""
    if expression.unwanted:
        index = found_in(expression.index)
        having = select(search_rows.c.article_id).join_from(
            index, search_rows, search_rows.c.number == index.c.rowid
        )
        yield articles.c.id.not_in(having.where(matches(index, expression.unwanted)))
