"""Whether words of a few, times, days, lists and settings are such as a program writes."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Select, String, and_, func, not_, or_, select, type_coerce

from editor_app.archive.checkup.findings import Finding, Problem
from editor_app.archive.columns import Day, UtcTime, metadata
from editor_app.archive.contacts import contact_of
from editor_app.archive.errors import BrokenRow, BrokenSetting
from editor_app.archive.settings import KINDS, Settings
from editor_app.archive.stored_values import CHOICES
from editor_app.archive.tables import contacts

# As SQLite's LIKE has it, where _ is any letter.
_SHAPES = {Day: "____-__-__", UtcTime: "____-__-__ __:__:__%"}


def check_values(connection: Connection) -> Iterator[Finding]:
    """Yield what the archive says that means nothing, with where it stands."""
    for place, value in (
        *_strange_words(connection),
        *_strange_times(connection),
        *_broken_contacts(connection),
    ):
        yield Finding(Problem.VALUE_UNKNOWN, f"{place}: {value}")
    kept = Settings(connection)
    for key, kind in KINDS.items():
        try:
            kept.read(key, kind)
        except BrokenSetting as error:
            yield Finding(Problem.VALUE_UNKNOWN, f"settings.{error}")


def _strange_words(connection: Connection) -> Iterator[tuple[str, str]]:
    for (table, name), least in CHOICES.items():
        column = metadata.tables[table].c[name]
        strange = select(column).where(column.not_in([word.value for word in type(least)])).distinct()
        for value in connection.scalars(strange):
            yield f"{table}.{name}", value


def _strange_times(connection: Connection) -> Iterator[tuple[str, str]]:
    for table in metadata.sorted_tables:
        for column in table.c:
            if type(column.type) in _SHAPES:
                yield from ((str(column), value) for value in connection.scalars(_no_times(column)))


def _no_times(column: Column[Any]) -> Select[Any]:
    stored = type_coerce(column, String)
    has_shape = stored.like(_SHAPES[type(column.type)])
    is_none = or_(not_(has_shape), func.julianday(stored).is_(None))
    return select(stored).where(and_(column.is_not(None), is_none)).distinct()


def _broken_contacts(connection: Connection) -> Iterator[tuple[str, str]]:
    for row in connection.execute(select(contacts)):
        try:
            contact_of(row)
        except BrokenRow as error:
            yield "contacts", f"{row.name}: {error.value}"
