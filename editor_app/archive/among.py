"""A condition on many values that is one statement whatever they are, and however many."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import BindParameter, ColumnElement, bindparam, func, select

Values = Iterable[str] | Iterable[int]


def among(column: ColumnElement[Any], values: Values) -> ColumnElement[bool]:
    """Return the condition that `column` is one of `values`.

    An IN with a parameter for each is written anew for every number of them, which takes longer than
    SQLite does to answer.
    """
    return _is_one_of(column, bindparam(None, given(values)))


def among_given(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return `among` for a statement that is made once, and asked with `given` values by `name`."""
    return _is_one_of(column, bindparam(name))


def given(values: Values) -> str:
    """Return what a statement takes that was made with `among_given`."""
    return msgspec.json.encode(list(values)).decode()


def _is_one_of(column: ColumnElement[Any], values: BindParameter[str]) -> ColumnElement[bool]:
    every = func.json_each(values).table_valued("value")
    return column.in_(select(every.c.value))
