"""A condition on many values that is one statement whatever they are, and however many."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, select


def among(column: ColumnElement[Any], values: Iterable[str] | Iterable[int]) -> ColumnElement[bool]:
    """Return the condition that `column` is one of `values`.

    An IN with a parameter for each is written anew for every number of them, which takes longer than
    SQLite does to answer.
    """
    every = func.json_each(msgspec.json.encode(list(values)).decode()).table_valued("value")
    return column.in_(select(every.c.value))
