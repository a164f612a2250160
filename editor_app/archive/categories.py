"""The subjects that articles are filed under."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, func, select

from editor_app.archive.tables import categories, category_addresses
from editor_app.domain.article import Category

_survivors = categories.alias("survivors")


class Categories:
    """The categories in the archive; one that was merged into another is found as that one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Category, ...]:
        """Return every category but the merged ones, in the order of their names without regard to case."""
        query = _select().where(categories.c.merged_into.is_(None))
        return self._found(query.order_by(categories.c.folded_name))

    def ever(self) -> tuple[Category, ...]:
        """Return every category, the merged ones as they last were: live pages may still have them."""
        return self._found(_select().order_by(categories.c.folded_name, categories.c.id))

    def get(self, category_id: str) -> Category | None:
        """Return the category with `category_id`, or None where there is none."""
        query = (
            select(_survivors.c.id, _survivors.c.name, _survivors.c.slug)
            .join_from(
                categories,
                _survivors,
                _survivors.c.id == func.coalesce(categories.c.merged_into, categories.c.id),
            )
            .where(categories.c.id == category_id)
        )
        row = self._connection.execute(query).one_or_none()
        return None if row is None else Category(*row)

    def named(self, name: str) -> Category | None:
        """Return the category with `name`, however it is capitalised, or None where there is none."""
        found = self._found(_select().where(categories.c.folded_name == name.casefold()))
        return next(iter(found), None)

    def add(self, category: Category) -> None:
        """Store a new category."""
        self._connection.execute(
            categories.insert().values(
                id=category.id,
                name=category.name,
                folded_name=category.name.casefold(),
                slug=category.slug,
            )
        )

    def replace(self, category: Category) -> None:
        """Store another name or address of a category; the address that it had is kept in mind."""
        self._connection.execute(
            category_addresses.delete().where(category_addresses.c.slug == category.slug)
        )
        before = self._connection.scalar(select(categories.c.slug).where(categories.c.id == category.id))
        if before != category.slug:
            self._connection.execute(category_addresses.insert().values(slug=before, category_id=category.id))
        self._connection.execute(
            categories.update()
            .where(categories.c.id == category.id)
            .values(name=category.name, folded_name=category.name.casefold(), slug=category.slug)
        )

    def retire(self, category_ids: Iterable[str], *, is_retired: bool = True) -> None:
        """Offer the categories no more, or again."""
        self._connection.execute(
            categories.update().where(categories.c.id.in_(tuple(category_ids))).values(is_retired=is_retired)
        )

    def retired(self) -> frozenset[str]:
        """Return the ids of the retired ones."""
        query = select(categories.c.id).where(categories.c.is_retired)
        return frozenset(self._connection.scalars(query))

    def merge(self, category_ids: Iterable[str], survivor_id: str) -> None:
        """Let the survivor be found in the place of the others, and of those once merged into them."""
        merged = tuple(one for one in category_ids if one != survivor_id)
        for id_ in merged:
            # The name is free for another; its own row keeps it for the pages that still have it.
            self._connection.execute(
                categories.update()
                .where(categories.c.id == id_)
                .values(folded_name=f"{id_}", is_retired=True, merged_into=survivor_id)
            )
        self._connection.execute(
            categories.update().where(categories.c.merged_into.in_(merged)).values(merged_into=survivor_id)
        )
        self._connection.execute(
            category_addresses.update()
            .where(category_addresses.c.category_id.in_(merged))
            .values(category_id=survivor_id)
        )

    def remove(self, category_ids: Iterable[str]) -> None:
        """Delete categories that nothing names, with their former addresses."""
        ids = tuple(category_ids)
        self._connection.execute(category_addresses.delete().where(category_addresses.c.category_id.in_(ids)))
        self._connection.execute(categories.delete().where(categories.c.id.in_(ids)))

    def former_slugs(self) -> dict[str, str]:
        """Return the ids of the categories that former addresses lead to, by address."""
        moved = select(category_addresses.c.slug, category_addresses.c.category_id)
        merged = select(categories.c.slug, categories.c.merged_into).where(
            categories.c.merged_into.is_not(None)
        )
        rows = (*self._connection.execute(moved), *self._connection.execute(merged))
        return {row[0]: row[1] for row in rows}

    def slugs(self) -> frozenset[str]:
        """Return the addresses that are taken, those that only lead on among them."""
        return frozenset((*self._connection.scalars(select(categories.c.slug)), *self.former_slugs()))

    def _found(self, query: Select[Any]) -> tuple[Category, ...]:
        return tuple(Category(*row) for row in self._connection.execute(query))


def _select() -> Select[Any]:
    return select(categories.c.id, categories.c.name, categories.c.slug)
