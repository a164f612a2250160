"""Tables in plain text: rows with tabs between the cells, as spreadsheets and web pages are copied."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from editor_app.domain.document import Row, Span, Table

_FEWEST = 2
_LIST_SIGN = re.compile(r"\s*(?:[^\w\s]|o|\d{1,3}[.)]|[A-Za-z][.)])\t[^\t]*")


def with_tables(lines: Iterable[str]) -> Iterator[str | Table]:
    """Yield `lines` as they are, and one table for each run of rows.

    A run is two or more lines with the same number of cells, of which two or more columns hold
    words: a tab before a line is an indentation, and one behind its bullet or number makes a list.
    """
    for cells, run in groupby(lines, key=lambda line: line.count("\t")):
        rows = list(run)
        table = _table(rows) if cells else None
        if table is None:
            yield from rows
        else:
            yield table


def table_of_cells(rows: Sequence[Sequence[str]]) -> Table:
    """Return the table of plain `rows`; heads hold no digits, where anything shows which cells they are."""
    header_row = not _has_digit(rows[0])
    header_column = not header_row and not _has_digit([row[0] for row in rows])
    return Table(tuple(_row(row) for row in rows), header_row=header_row, header_column=header_column)


def _table(lines: Sequence[str]) -> Table | None:
    rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
    filled = [number for number, column in enumerate(zip(*rows, strict=True)) if any(column)]
    if len(rows) < _FEWEST or len(filled) < _FEWEST or all(map(_LIST_SIGN.fullmatch, lines)):
        return None
    first, last = filled[0], filled[-1] + 1
    return table_of_cells([row[first:last] for row in rows])


def _row(cells: Sequence[str]) -> Row:
    return tuple((Span(cell),) if cell else () for cell in cells)


def _has_digit(cells: Sequence[str]) -> bool:
    return any(letter.isdigit() for cell in cells for letter in cell)
