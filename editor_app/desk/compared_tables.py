"""Two tables compared: columns and rows find each other first, then cell meets cell."""

from collections.abc import Sequence
from itertools import chain

from editor_app.desk.aligning import align
from editor_app.desk.comparison import ComparedCell, ComparedRow, ComparedTable, Status, whole_status
from editor_app.desk.word_changes import all_runs, compare_spans, compare_words, text_of
from editor_app.domain.document import Row, Span, Table

# Where a column of the new table stands in the old one, and where in the new one; None: nowhere.
Column = tuple[int | None, int | None]


def compare_tables(old: Table, new: Table) -> ComparedTable:
    """Return one table with the rows and columns of both."""
    columns = _columns(old, new)
    rows = tuple(_compare_rows(before, after, columns) for before, after in _rows(old, new))
    heads_changed = (old.header_row, old.header_column) != (new.header_row, new.header_column)
    return ComparedTable(
        status=Status.SAME if old == new else Status.CHANGED,
        old=old,
        new=new,
        caption=compare_words(old.caption, new.caption),
        rows=rows,
        heads_changed=heads_changed,
    )


def whole_table(table: Table, status: Status) -> ComparedTable:
    """Return a table that is all ADDED or all REMOVED."""
    rows = tuple(
        ComparedRow(status, tuple(ComparedCell(status, all_runs(cell, status)) for cell in row))
        for row in table.rows
    )
    old, new = (None, table) if status is Status.ADDED else (table, None)
    caption = all_runs((Span(table.caption),) if table.caption else (), status)
    return ComparedTable(status, old, new, caption, rows)


def table_words(table: Table) -> frozenset[str]:
    """Return the words in the cells and the caption."""
    cells = (text_of(cell).split() for cell in chain.from_iterable(table.rows))
    return frozenset(chain(table.caption.split(), *cells))


def _columns(old: Table, new: Table) -> list[Column]:
    before, after = _upright(old.rows), _upright(new.rows)
    if len(before) == len(after):
        return [(place, place) for place in range(len(after))]
    return _places(before, after)


def _rows(old: Table, new: Table) -> list[tuple[Row | None, Row | None]]:
    return [
        (None if i is None else old.rows[i], None if j is None else new.rows[j])
        for i, j in _places(old.rows, new.rows)
    ]


def _places(old: Sequence[Row], new: Sequence[Row]) -> list[Column]:
    """Return which lines of cells of two tables belong together."""
    pairs = align(old, new, _likeness)
    old_places, new_places = iter(range(len(old))), iter(range(len(new)))
    return [
        (None if before is None else next(old_places), None if after is None else next(new_places))
        for before, after in pairs
    ]


def _likeness(old: Row, new: Row) -> float:
    """Return the share of cells with words that both lines have; words at the start of a line count too."""
    before = {text_of(cell) for cell in old if cell}
    after = {text_of(cell) for cell in new if cell}
    whole = 2 * len(before & after) / (len(before) + len(after)) if before or after else 1.0
    words = _words(before), _words(after)
    part = 2 * len(words[0] & words[1]) / max(1, len(words[0]) + len(words[1]))
    return max(whole, part)


def _words(cells: set[str]) -> set[str]:
    return {word for cell in cells for word in cell.split()}


def _compare_rows(old: Row | None, new: Row | None, columns: Sequence[Column]) -> ComparedRow:
    cells = tuple(_compare_cells(old, new, column) for column in columns)
    if old is None or new is None:
        return ComparedRow(Status.ADDED if old is None else Status.REMOVED, cells)
    same = all(cell.status is Status.SAME for cell in cells)
    return ComparedRow(Status.SAME if same else Status.CHANGED, cells)


def _compare_cells(old: Row | None, new: Row | None, column: Column) -> ComparedCell:
    i, j = column
    before = None if old is None or i is None else old[i]
    after = None if new is None or j is None else new[j]
    if before is not None and after is not None:
        runs = compare_spans(before, after)
        return ComparedCell(whole_status(runs), runs)
    # Where a lost row crosses a new column neither table has a cell.
    is_new = i is None or after is not None
    status = Status.ADDED if is_new else Status.REMOVED
    return ComparedCell(status, all_runs(after or before or (), status))


def _upright(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(zip(*rows, strict=True))
