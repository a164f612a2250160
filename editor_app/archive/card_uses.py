"""Which articles have which contacts and categories, in their working copy and on their live page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct
from sqlalchemy import Column, Connection, Select, func, select

from editor_app.archive.site_tables import live_pages
from editor_app.archive.tables import article_contacts, articles, categories, contacts, revisions
from editor_app.domain.workflow import State


class CardKind(StrEnum):
    """What a card is about."""

    CONTACT = "contact"
    CATEGORY = "category"


class Usage(Struct, frozen=True):
    """How many articles have a card in their working copy, and how many on their live page."""

    articles: int = 0
    live: int = 0


class CardUse(Struct, frozen=True):
    """An article that has a card: in the text that is written, on its live page, or in both."""

    article_id: str
    title: str
    state: State
    in_text: bool
    is_live: bool


class CardUses:
    """Looks for the uses of cards, by indexes alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counts(self, kind: CardKind) -> Mapping[str, Usage]:
        """Return how often each card is used, by id; those that no article has are left out."""
        counted: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for place, query in enumerate(_COUNTS[kind]):
            for id_, count in self._connection.execute(query):
                counted[id_][place] = count
        return {id_: Usage(*both) for id_, both in counted.items()}

    def of(self, kind: CardKind, ids: Iterable[str]) -> tuple[CardUse, ...]:
        """Return the articles that have one of the cards, the live ones first, then by title."""
        wanted = tuple(ids)
        if not wanted:
            return ()
        found: dict[str, CardUse] = {}
        for place, query in enumerate(_uses(kind, wanted)):
            for row in self._connection.execute(query):
                before = found.get(row.id)
                found[row.id] = CardUse(
                    row.id,
                    row.title,
                    State(row.state),
                    in_text=place == 0 or (before is not None and before.in_text),
                    is_live=place == 1,
                )
        return tuple(
            sorted(found.values(), key=lambda use: (not use.is_live, use.title.casefold(), use.article_id))
        )

    def are_live(self, kind: CardKind, ids: Iterable[str]) -> bool:
        """Tell whether a live page has one of the cards."""
        _in_text, on_page = _uses(kind, tuple(ids))
        return self._connection.execute(on_page.limit(1)).first() is not None

    def were_ever_used(self, kind: CardKind, ids: Iterable[str]) -> bool:
        """Tell whether an article, a version of one, or a merged card names one of the cards.

        That looks through all versions.
        """
        wanted = tuple(ids)
        if self.of(kind, wanted):
            return True
        table = contacts if kind is CardKind.CONTACT else categories
        questions = [select(table.c.id).where(table.c.merged_into.in_(wanted))]
        questions += [select(revisions.c.id).where(revisions.c.content.contains(id_)) for id_ in wanted]
        return any(self._connection.execute(question.limit(1)).first() for question in questions)


def _uses(kind: CardKind, ids: Sequence[str]) -> tuple[Select[Any], Select[Any]]:
    """Return the queries for working copies and for live pages."""
    shown = select(articles.c.id, articles.c.title, articles.c.state).distinct()
    if kind is CardKind.CATEGORY:
        return (
            shown.where(articles.c.category_id.in_(ids)),
            shown.join_from(articles, live_pages).where(live_pages.c.category_id.in_(ids)),
        )
    named = shown.join_from(articles, article_contacts).where(article_contacts.c.contact_id.in_(ids))
    return (
        named.where(article_contacts.c.is_live.is_(False)),
        named.where(article_contacts.c.is_live.is_(True)),
    )


def _count_filed(column: Column[Any]) -> Select[Any]:
    return select(column, func.count()).where(column.is_not(None)).group_by(column)


def _count_naming(*, is_live: bool) -> Select[Any]:
    columns = article_contacts.c
    return (
        select(columns.contact_id, func.count(columns.article_id.distinct()))
        .where(columns.is_live.is_(is_live))
        .group_by(columns.contact_id)
    )


# For working copies, then for live pages.
_COUNTS: Mapping[CardKind, tuple[Select[Any], Select[Any]]] = {
    CardKind.CATEGORY: (_count_filed(articles.c.category_id), _count_filed(live_pages.c.category_id)),
    CardKind.CONTACT: (_count_naming(is_live=False), _count_naming(is_live=True)),
}
