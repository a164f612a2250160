"""Which articles somebody asks for: their ids in order, and then the rows that are looked at."""

from collections.abc import Iterator, Mapping, Sequence
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

from editor_app.archive.among import among
from editor_app.archive.article_order import in_order
from editor_app.archive.query_conditions import conditions_of, names_in, persons_in
from editor_app.archive.rows import ArticleSummary
from editor_app.archive.search_expression import (
    MOST_FORMS,
    Expression,
    beginnings_expression,
    whole_text_expression,
)
from editor_app.archive.search_index import WHOLE_TEXT, found_in, matches, relevance, words_beginning
from editor_app.archive.stored_values import summary_of
from editor_app.archive.tables import (
    approvals,
    article_contacts,
    articles,
    categories,
    contacts,
    live_pages,
    revisions,
    search_rows,
)
from editor_app.domain.article_query import ArticleQuery, ArticleSort, SortKey, Term

# To rank more takes longer than anybody wants to wait for the best of them.
RANKED = 5000
# Each word that a beginning stands for is weighed: of many, fewer articles are, of very many none.
FEW_FORMS, MOST_RANKED_FORMS = 20, 300

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
        newest first. In whole texts, what has the terms `begun` is found too, after what has the others.
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
        names = self._contact_names(article_ids)
        for row in self._connection.execute(_SUMMARIES.where(among(articles.c.id, article_ids))):
            *known, begins_at, has_approved_change = row
            contact_names = tuple(names.get(row.id, ()))
            summary = summary_of((*known, contact_names, begins_at, has_approved_change))
            if summary is not None:
                found[summary.id] = summary
        return tuple(found[article_id] for article_id in article_ids if article_id in found)

    def _contact_names(self, article_ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
        names: dict[str, list[str]] = {}
        query = (
            select(article_contacts.c.article_id, contacts.c.name)
            .join_from(article_contacts, contacts, contacts.c.id == article_contacts.c.contact_id)
            .where(among(article_contacts.c.article_id, article_ids), article_contacts.c.is_live.is_(False))
            .order_by(article_contacts.c.position)
        )
        for article_id, name in self._connection.execute(query):
            names.setdefault(article_id, []).append(name)
        return names

    def persons(self) -> tuple[str, ...]:
        """Return who has begun, written or submitted what there is."""
        return persons_in(self._connection)

    def _expression(self, terms: Sequence[Term], typing: bool) -> Expression:
        if typing:
            return beginnings_expression(terms)
        cards = self._cards() if terms else {}
        return whole_text_expression(
            terms, cards, lambda begun: words_beginning(self._connection, begun, MOST_FORMS + 1)
        )

    def _cards(self) -> dict[str, str]:
        """Return the names of categories and contacts by id; nobody looks for others in articles."""
        names = union_all(names_in(categories), names_in(contacts))
        return {row.id: row.name for row in self._connection.execute(names)}

    def _with_words(
        self,
        expression: Expression,
        begun: Sequence[Term],
        conditions: Sequence[ColumnElement[bool]],
        sort: ArticleSort,
        limit: int | None,
    ) -> tuple[str, ...]:
        index = found_in(expression.index)
        if sort.key is SortKey.RELEVANCE and expression.index == WHOLE_TEXT:
            best = self._ranked(index, expression, conditions, limit)
            left = None if limit is None else limit - len(best)
            if not begun or left == 0:
                return best
            also = self._expression(begun, typing=False).but_not(expression)
            return (*best, *self._newest(also, conditions, left))
        if begun:
            expression = expression.or_also(self._expression(begun, typing=False))
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
        with_rows: bool = True,
        with_articles: bool = False,
    ) -> Select[Any]:
        statement = select(asked).select_from(index).where(matches(index, expression.whole))
        if with_rows:
            statement = statement.join(search_rows, search_rows.c.number == index.c.rowid)
        if conditions or with_articles:
            statement = statement.join(articles, articles.c.id == search_rows.c.article_id)
        return statement.where(*conditions)

    def _ranked(
        self,
        index: TableClause,
        expression: Expression,
        conditions: Sequence[ColumnElement[bool]],
        limit: int | None,
    ) -> tuple[str, ...]:
        number = index.c.rowid
        if expression.width > MOST_RANKED_FORMS:
            return self._newest(expression, conditions, limit)
        floor = self._floor(index, expression)
        # What is ranked are numbers alone; most of the articles they stand for are never asked for.
        best = self._matching(index, expression, number, conditions, with_rows=bool(conditions))
        best = best.where(number > floor).order_by(relevance(index), number.desc()).limit(limit)
        ids = self._ids_of(self._connection.scalars(best).all())
        if not floor or len(ids) == limit:
            return ids
        left = None if limit is None else limit - len(ids)
        return (*ids, *self._newest(expression, conditions, left, floor))

    def _floor(self, index: TableClause, expression: Expression) -> int:
        """Return the number of the newest article that is too old to be ranked, 0 where all are."""
        number = index.c.rowid
        ranked = RANKED if expression.width <= FEW_FORMS else RANKED // 5
        last_ranked = select(number).where(matches(index, expression.whole)).order_by(number.desc())
        return self._connection.scalar(last_ranked.limit(1).offset(ranked)) or 0

    def _ids_of(self, numbers: Sequence[int]) -> tuple[str, ...]:
        query = select(search_rows.c.number, search_rows.c.article_id)
        rows = self._connection.execute(query.where(among(search_rows.c.number, numbers)))
        ids = {row.number: row.article_id for row in rows}
        return tuple(ids[number] for number in numbers if number in ids)

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
