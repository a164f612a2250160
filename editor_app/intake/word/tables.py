"""Tables in a Word document."""

from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from editor_app.domain.document import (
    Figure,
    Row,
    Spans,
    Strong,
    Table,
)
from editor_app.intake.account import Account, Omission
from editor_app.intake.packages import read_number
from editor_app.intake.pieces import Commented
from editor_app.intake.word.inline import Inline
from editor_app.intake.word.styles import switched, value

ReadCell = Callable[[Element], tuple[Spans, list[Figure]]]
_FIRST_ROW, _FIRST_COLUMN = 0x20, 0x80


def make_table(
    table: Element, read_cell: ReadCell, account: Account, *, own: bool
) -> tuple[Table, list[Figure]]:
    """Return the table, and the pictures that stood in its cells."""
    figures: list[Figure] = []
    rows: list[Row] = []
    for element in table.iterfind("tr"):
        row: list[Spans] = []
        for cell in element.iterfind("tc"):
            spans, pictures = read_cell(cell)
            figures += pictures
            row += (spans, *_spanned(cell, account))
        rows.append(tuple(row))
    header_row, header_column = _headers(table, tuple(rows), own=own)
    return _without_bold_heads(Table(tuple(rows), header_row, header_column), own=own), figures


def commented_cells(table: Table, cells: Iterable[Inline]) -> Iterator[Commented]:
    """Yield what comments are about in the words of `table`; `cells` are those of the document, in order."""
    places = _places(table)
    for cell in cells:
        words = "".join(span.text for span in cell.spans)
        # Empty cells were put in where one of the document goes over several columns.
        start = next((start for start, text in places if text == words), 0)
        for one in cell.commented:
            end = len(words) if one.end is None else one.end
            yield Commented(one.comment_id, start + one.start, start + end)


def _places(table: Table) -> Iterator[tuple[int, str]]:
    """Yield where each cell begins in the words of `table`, and its own words."""
    at = 0
    for row in table.rows:
        for cell in row:
            words = "".join(span.text for span in cell)
            yield at, words
            at += len(words) + 1


def _spanned(cell: Element, account: Account) -> Iterator[Spans]:
    """Yield the empty cells that a cell over several columns stands for."""
    properties = cell.find("tcPr")
    span = value(properties, "gridSpan")
    merged = None if properties is None else properties.find("vMerge")
    columns = min(read_number(span) or 1, 63)
    if columns > 1 or (merged is not None and merged.get("val") == "restart"):
        account.leave_out(Omission.MERGED_CELLS)
    yield from ((),) * (columns - 1)


def _headers(table: Element, rows: tuple[Row, ...], *, own: bool) -> tuple[bool, bool]:
    first = table.find("tr/trPr")
    marked = bool(switched(first, "tblHeader"))
    if own:
        return marked, bool(_look(table) & _FIRST_COLUMN)
    # Word says "first row" and "first column" of every new table: only what is seen tells.
    first_row = rows[0] if rows else ()
    column = tuple(row[0] for row in rows if row)
    return marked or _all_bold(first_row), len(rows) > 1 and _all_bold(column[1:] if marked else column)


def _look(table: Element) -> int:
    look = value(table.find("tblPr"), "tblLook")
    try:
        return int(look, 16)
    except ValueError:
        return 0


def _all_bold(cells: tuple[Spans, ...]) -> bool:
    filled = [span for cell in cells for span in cell if span.text.strip()]
    return bool(filled) and all(Strong() in span.marks for span in filled)


def _without_bold_heads(table: Table, *, own: bool) -> Table:
    """The page makes heads bold by itself."""
    if own:
        return table
    rows = tuple(
        tuple(
            _without_bold(cell) if _is_head(table, row, column) else cell for column, cell in enumerate(cells)
        )
        for row, cells in enumerate(table.rows)
    )
    return replace(table, rows=rows)


def _is_head(table: Table, row: int, column: int) -> bool:
    return (table.header_row and row == 0) or (table.header_column and column == 0)


def _without_bold(spans: Spans) -> Spans:
    return tuple(
        replace(span, marks=tuple(mark for mark in span.marks if mark != Strong())) for span in spans
    )
