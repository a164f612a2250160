"""The filters of a query, as what articles have to meet in the archive's tables."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select, union

from editor_app.archive.returned import was_returned_to
from editor_app.archive.site_tables import live_pages
from editor_app.archive.tables import (
    article_contacts,
    articles,
    categories,
    contacts,
    publications,
    withdrawals,
)
from editor_app.domain.article_query import ArticleQuery, PageTime
from editor_app.domain.folding import fold, named
from editor_app.domain.swedish_time import moment_at
from editor_app.domain.workflow import LiveSide, State

_LAST_WITHDRAWAL = (
    select(func.max(withdrawals.c.withdrawn_at))
    .where(withdrawals.c.article_id == live_pages.c.article_id)
    .correlate(live_pages)
    .scalar_subquery()
)
# Until the newest words of an article appear, those that were published before stay.
_HAS_OLDER_PAGE = (
    select(publications.c.id)
    .where(
        publications.c.article_id == live_pages.c.article_id,
        publications.c.revision_id != live_pages.c.revision_id,
        or_(_LAST_WITHDRAWAL.is_(None), publications.c.published_at > _LAST_WITHDRAWAL),
    )
    .correlate(live_pages)
    .exists()
)


def conditions_of(
    connection: Connection, query: ArticleQuery, *, me: str, now: datetime, one_approves: bool
) -> Iterator[ColumnElement[bool]]:
    """Yield what an article has to meet for the filters of `query`, as `Finding.find` has it."""
    if query.states:
        yield articles.c.state.in_([state.value for state in query.states])
    if query.live_sides or query.page_times:
        sides = (_is_on(side, now) for side in query.live_sides)
        yield or_(*sides, *(articles.c.id.in_(_pages_at(now, time)) for time in query.page_times))
    if query.kinds:
        yield articles.c.kind.in_([kind.value for kind in query.kinds])
    if query.languages:
        yield func.lower(articles.c.language).in_(query.languages)
    if query.categories:
        yield articles.c.category_id.in_(_ids_named(connection, query.categories, categories))
    if query.contacts:
        named_ids = _ids_named(connection, query.contacts, contacts)
        naming = select(article_contacts.c.article_id).where(
            article_contacts.c.contact_id.in_(named_ids), article_contacts.c.is_live.is_(False)
        )
        yield articles.c.id.in_(naming)
    yield from _conditions_on_persons(connection, query, me, one_approves)
    if query.changed_from is not None:
        yield articles.c.updated_at >= _begin(query.changed_from)
    if query.changed_to is not None:
        yield articles.c.updated_at < _begin(query.changed_to + timedelta(days=1))


def _conditions_on_persons(
    connection: Connection, query: ArticleQuery, me: str, one_approves: bool
) -> Iterator[ColumnElement[bool]]:
    if not (query.persons or query.mine or query.waits_for_me):
        return
    persons = persons_in(connection)
    mine = [name for name in persons if fold(name) == fold(me)]
    if query.persons:
        yield _is_by([name for wanted in query.persons for name in named(wanted, persons)])
    if query.mine:
        yield or_(_is_by(mine), articles.c.created_by.in_(mine))
    if query.waits_for_me:
        in_review = articles.c.state == State.IN_REVIEW.value
        to_approve = in_review if one_approves else and_(in_review, *_is_of_others(mine))
        # Who only submitted is not among those whom articles name once they are back.
        yield or_(to_approve, was_returned_to([*mine, me]))


def persons_in(connection: Connection) -> tuple[str, ...]:
    """Return who has begun, written or submitted what there is."""
    names = union(
        select(articles.c.created_by), select(articles.c.updated_by), select(articles.c.submitted_by)
    )
    return tuple(filter(None, connection.scalars(names)))


def _ids_named(connection: Connection, wanted: Sequence[str], table: Table) -> list[str]:
    """Return the ids of the rows of `table` that one of the names means."""
    ids: dict[str, list[str]] = {}
    for id_, name in connection.execute(names_in(table)):
        ids.setdefault(name, []).append(id_)
    return [id_ for one in wanted for name in named(one, ids) for id_ in ids[name]]


def names_in(table: Table) -> Select[str, str]:
    """Return the ids and names in `table`; what was merged goes by the name of what it was merged into."""
    survivors = table.alias()
    name = func.coalesce(survivors.c.name, table.c.name).label("name")
    return select(table.c.id, name).join_from(
        table, survivors, survivors.c.id == table.c.merged_into, isouter=True
    )


def _is_on(side: LiveSide, now: datetime) -> ColumnElement[bool]:
    is_there = articles.c.live == side.value
    if side is not LiveSide.LIVE:
        return is_there
    not_yet = _pages_at(now, PageTime.PLANNED).where(~_HAS_OLDER_PAGE)
    return and_(
        is_there,
        articles.c.id.not_in(not_yet),
        articles.c.id.not_in(_pages_at(now, PageTime.TAKEN_DOWN)),
    )


def _pages_at(now: datetime, time: PageTime) -> Select[str]:
    """Return what selects the articles whose published page is at `time`."""
    is_at = live_pages.c.begins_at > now if time is PageTime.PLANNED else live_pages.c.ends_at <= now
    return select(live_pages.c.article_id).where(is_at)


def _is_by(names: Sequence[str]) -> ColumnElement[bool]:
    return or_(articles.c.updated_by.in_(names), articles.c.submitted_by.in_(names))


def _is_of_others(names: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions under which one of them may approve what somebody else has to."""
    for column in (articles.c.created_by, articles.c.submitted_by, articles.c.updated_by):
        yield column.not_in(names)


def _begin(day: date) -> datetime:
    return moment_at(datetime.combine(day, time.min))
