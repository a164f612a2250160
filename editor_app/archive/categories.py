"""The subjects that articles are filed under."""

from sqlalchemy import Connection, select

from editor_app.archive.tables import categories
from editor_app.domain.article import Category


class Categories:
    """The categories in the archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Category, ...]:
        """Return every category, in the order of their names without regard to case."""
        query = select(categories.c.id, categories.c.name, categories.c.slug)
        rows = self._connection.execute(query.order_by(categories.c.folded_name))
        return tuple(Category(*row) for row in rows)

    def get(self, category_id: str) -> Category | None:
        """Return the category with `category_id`, or None where there is none."""
        query = select(categories.c.id, categories.c.name, categories.c.slug)
        row = self._connection.execute(query.where(categories.c.id == category_id)).one_or_none()
        return None if row is None else Category(*row)

    def named(self, name: str) -> Category | None:
        """Return the category with `name`, however it is capitalised, or None where there is none."""
        query = select(categories.c.id, categories.c.name, categories.c.slug)
        row = self._connection.execute(query.where(categories.c.folded_name == name.casefold())).one_or_none()
        return None if row is None else Category(*row)

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
