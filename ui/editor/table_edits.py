"""What can be done to a table: each function returns another one, and no table loses its last cell."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from msgspec.structs import replace

from editor_app.domain.document import Mark, Row, Span, Spans, Table

Place = tuple[int, int]


def blank_table(rows: int, columns: int) -> Table:
    """Return an empty table with a header row."""
    return Table((((),) * columns,) * rows)


def columns_of(table: Table) -> int:
    """Return how many columns `table` has."""
    return len(table.rows[0])


def insert_row(table: Table, at: int) -> Table:
    """Insert an empty row that becomes number `at`, from 0."""
    blank: Row = ((),) * columns_of(table)
    return replace(table, rows=(*table.rows[:at], blank, *table.rows[at:]))


def insert_column(table: Table, at: int) -> Table:
    """Insert an empty column that becomes number `at`, from 0."""
    return replace(table, rows=tuple((*row[:at], (), *row[at:]) for row in table.rows))


def remove_rows(table: Table, rows: Collection[int]) -> Table:
    """Take `rows` away; where none is left, an empty one stays."""
    left = tuple(row for number, row in enumerate(table.rows) if number not in rows)
    return replace(table, rows=left or (((),) * columns_of(table),))


def remove_columns(table: Table, columns: Collection[int]) -> Table:
    """Take `columns` away; where none is left, an empty one stays."""
    left = tuple(
        tuple(cell for number, cell in enumerate(row) if number not in columns) or ((),) for row in table.rows
    )
    return replace(table, rows=left)


def move_row(table: Table, row: int, to: int) -> Table:
    """Let row number `row` be number `to`."""
    others = (*table.rows[:row], *table.rows[row + 1 :])
    return replace(table, rows=(*others[:to], table.rows[row], *others[to:]))


def move_column(table: Table, column: int, to: int) -> Table:
    """Let column number `column` be number `to`."""
    return replace(table, rows=tuple(_moved(row, column, to) for row in table.rows))


def with_cell(table: Table, place: Place, spans: Spans) -> Table:
    """Let the cell at `place`, row and column, say `spans`."""
    return fill(table, place, ((spans,),))


def fill(table: Table, place: Place, rows: Sequence[Row]) -> Table:
    """Let the cells from `place` on say what `rows` do; the table grows as far as they need."""
    top, left = place
    height = max(len(table.rows), top + len(rows))
    width = max(columns_of(table), *(left + len(row) for row in rows))
    cells = [[*row, *((),) * (width - len(row))] for row in table.rows]
    cells.extend([()] * width for _new in range(height - len(cells)))
    for row, values in enumerate(rows, top):
        cells[row][left : left + len(values)] = values
    return replace(table, rows=tuple(tuple(row) for row in cells))


def clear(table: Table, places: Iterable[Place]) -> Table:
    """Empty the cells at `places`."""
    for place in places:
        table = with_cell(table, place, ())
    return table


def toggle_mark(table: Table, places: Sequence[Place], mark: Mark) -> Table:
    """Put `mark` on all words at `places`, or take it off where all of them have it."""
    spans = [span for row, column in places for span in table.rows[row][column]]
    is_set = all(mark in span.marks for span in spans)
    for row, column in places:
        cell = tuple(_marked(span, mark, is_set=not is_set) for span in table.rows[row][column])
        table = with_cell(table, (row, column), cell)
    return table


def block_of(table: Table, places: Sequence[Place]) -> tuple[Row, ...]:
    """Return the cells at `places`, row by row."""
    by_row = groupby(sorted(places), key=lambda place: place[0])
    return tuple(tuple(table.rows[row][column] for _row, column in run) for row, run in by_row)


def _moved(row: Row, column: int, to: int) -> Row:
    others = (*row[:column], *row[column + 1 :])
    return (*others[:to], row[column], *others[to:])


def _marked(span: Span, mark: Mark, *, is_set: bool) -> Span:
    others = tuple(other for other in span.marks if other != mark)
    return replace(span, marks=(*others, mark) if is_set else others)


def without_blank_ends(table: Table) -> Table:
    """Return `table` without the empty rows below and the empty columns beside its last words.

    A table without any words stays as it is: it is going to be filled in.
    """
    filled = [
        (row, column)
        for row, cells in enumerate(table.rows)
        for column, spans in enumerate(cells)
        if any(span.text.strip() for span in spans)
    ]
    if not filled:
        return table
    height = max(row for row, _column in filled) + 1
    width = max(column for _row, column in filled) + 1
    return replace(table, rows=tuple(row[:width] for row in table.rows[:height]))
