"""The order of articles in lists, as SQL."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select

from editor_app.archive.site_tables import live_pages
from editor_app.archive.tables import articles, categories
from editor_app.domain.article_query import ArticleSort, SortKey
from editor_app.domain.folding import sort_key
from editor_app.domain.workflow import LiveSide, State

_TAKE_DOWN = select(live_pages.c.ends_at).where(live_pages.c.article_id == articles.c.id).scalar_subquery()
_DATE_ON_PAGE = (
    select(live_pages.c.dated_at).where(live_pages.c.article_id == articles.c.id).scalar_subquery()
)


def in_order(connection: Connection, sort: ArticleSort) -> Iterator[ColumnElement[Any]]:
    """Yield what rows of `articles` are ordered by."""
    column = _sorted_column(connection, sort.key)
    yield (column.desc() if sort.descending else column.asc()).nulls_last()
    if column is not articles.c.updated_at:
        yield articles.c.updated_at.desc()
    # The way that the index of the changes goes.
    yield articles.c.id.desc()


def _sorted_column(connection: Connection, key: SortKey) -> ColumnElement[Any]:
    if key is SortKey.STATE:
        return case({state.value: place for place, state in enumerate(State)}, value=articles.c.state)
    if key is SortKey.CATEGORY:
        return case(_places_of_categories(connection), value=articles.c.category_id)
    if key is SortKey.LIVE:
        return case({side.value: place for place, side in enumerate(LiveSide)}, value=articles.c.live)
    columns = {
        SortKey.LANGUAGE: articles.c.language,
        SortKey.PERSON: articles.c.updated_by,
        SortKey.TITLE: articles.c.title_key,
        SortKey.KIND: articles.c.kind,
        SortKey.TAKE_DOWN: _TAKE_DOWN,
        SortKey.PUBLISHED: func.coalesce(_DATE_ON_PAGE, articles.c.publish_at),
    }
    return columns.get(key, articles.c.updated_at)


def _places_of_categories(connection: Connection) -> dict[str, int]:
    rows = connection.execute(select(categories.c.id, categories.c.name)).all()
    ordered = sorted(rows, key=lambda row: sort_key(row.name))
    # A CASE needs at least one WHEN.
    return {row.id: place for place, row in enumerate(ordered)} or {"": 0}
