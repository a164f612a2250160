"""Tables of plain words, as tests write them."""

from collections.abc import Sequence
from typing import Any

from editor_app.domain.document import Span, Table


def table(*rows: Sequence[str], **fields: Any) -> Table:
    """Return the table of `rows`, without marks; `fields` are the rest of Table's."""
    return Table(tuple(tuple((Span(cell),) if cell else () for cell in row) for row in rows), **fields)
