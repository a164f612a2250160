"""What a paste brings into the cells of a table."""

from PySide6.QtCore import QMimeData

from editor_app.domain.document import Block, Document, Row, Span, Table, spans_of
from editor_app.domain.normalize import normalize
from ui.editor.clipboard import from_text, own_document
from ui.editor.foreign_paste import LONG_HTML


def cells_in(data: QMimeData) -> tuple[Row, ...]:
    """Return what `data` has as rows of cells; what is no table gives a cell for each block."""
    blocks = _blocks_in(data)
    rows = tuple(row for block in blocks if isinstance(block, Table) for row in block.rows)
    if rows:
        return rows
    if "\t" in data.text():
        return (_cells_of_line(data.text().strip("\r\n")),)
    return tuple((spans_of(block),) for block in blocks)


def _blocks_in(data: QMimeData) -> tuple[Block, ...]:
    # The libraries that read HTML load with the first paste.
    from editor_app.desk.foreign_text import read_clipboard

    own = own_document(data)
    if own is not None:
        return own.blocks
    # What is longer would keep the window waiting, and its text has tabs between the cells.
    html = data.html() if len(data.html()) < LONG_HTML else ""
    found = read_clipboard(html, b"").document.blocks if html else ()
    return found or from_text(data.text()).blocks


def _cells_of_line(line: str) -> Row:
    row: Row = tuple((Span(cell.strip()),) for cell in line.split("\t"))
    (table,) = normalize(Document((Table((row,)),))).blocks
    return table.rows[0] if isinstance(table, Table) else row
