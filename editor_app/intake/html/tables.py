"""Tables: of data, which stay tables, and of layout, which are read cell by cell."""

from collections.abc import Iterator

from msgspec import Struct
from selectolax.lexbor import LexborNode

from editor_app.domain.document import Block, ListItem, ObjectBlock, Row, Span, Spans, Strong, Table
from editor_app.intake.html.places import PARAGRAPH, Place
from editor_app.intake.html.reader import Element, Reader
from editor_app.intake.html.styles import read_style

MOST_CELLS = 20_000
_WIDEST_SPAN = 60
# Further to the right, a cell that says it reaches over many is one.
_MOST_COLUMNS = 120
_MOST_BLOCKS_IN_A_CELL = 8
_LONGEST_SINGLE_ROW = 600
_PARTS = frozenset({"thead", "tbody", "tfoot"})


class _Cell(Struct, frozen=True):
    spans: Spans
    is_head: bool
    columns: int
    rows: int


def read_table(reader: Reader, element: Element, place: Place) -> None:
    """Read a table as one, or as the text that it only lays out."""
    reader.flow.end()
    rows = [(row, list(_cells(row))) for row in _rows(element.node)]
    if _is_data(element, rows):
        objects: list[Block] = []
        table = _read_rows(reader, element, [cells for _, cells in rows], place, objects)
        if any(span.text.strip() for row in table.rows for cell in row for span in cell):
            reader.flow.blocks.append(table)
        reader.flow.blocks += objects
    else:
        reader.children(element.node, place._replace(is_whole=False) if not place.list_level else place)
    reader.flow.end()


def read_cell(reader: Reader, element: Element, place: Place) -> None:
    """Read a cell of a table that only lays out, or a row or a caption of it."""
    reader.apart(place)
    reader.children(element.node, place)
    reader.apart(place)


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from (row for row in child.iter() if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    if not read_style(row.attributes.get("style") or "").is_hidden:
        yield from (cell for cell in row.iter() if cell.tag in {"td", "th"})


def _is_data(element: Element, rows: list[tuple[LexborNode, list[LexborNode]]]) -> bool:
    cells = [cell for _, row in rows for cell in row]
    widest = max((len(row) for _, row in rows), default=0)
    if widest < 2 or len(cells) > MOST_CELLS:
        return False
    has_heads = any(cell.tag == "th" for cell in cells)
    if element.get("role") in {"presentation", "none"} and not has_heads:
        return False
    node = element.node
    if node.css_first("table table, td table, th table") is not None:
        return False
    if not has_heads and node.css_first("h1, h2, h3, h4, h5, h6, [role=heading]") is not None:
        return False
    if len(rows) < 2 and len(node.text()) > _LONGEST_SINGLE_ROW:
        return False
    return has_heads or all(_is_short(cell) for cell in cells)


def _is_short(cell: LexborNode) -> bool:
    """Tell whether a cell holds a value rather than a part of a page."""
    blocks = cell.css("p, li, div, blockquote, pre")
    return len(blocks) <= _MOST_BLOCKS_IN_A_CELL


def _read_rows(
    reader: Reader, element: Element, rows: list[list[LexborNode]], place: Place, objects: list[Block]
) -> Table:
    read = [[_read_cell(reader, cell, place, objects) for cell in row] for row in rows]
    read = [row for row in read if row]
    has_head = element.node.css_first("thead") is not None or _is_head(read)
    grid = _spread(read)
    if has_head:
        grid[0] = tuple(_without_strong(cell) for cell in grid[0])
    caption = next((child for child in element.node.iter() if child.tag == "caption"), None)
    return Table(
        rows=tuple(grid),
        header_row=has_head,
        header_column=len(read) > 1 and all(row[0].is_head for row in read[1:]),
        caption="" if caption is None else " ".join(caption.text().split()),
    )


def _read_cell(reader: Reader, node: LexborNode, place: Place, objects: list[Block]) -> _Cell:
    attributes = node.attributes
    style = read_style(attributes.get("style") or "")
    inner = place._replace(
        kind=PARAGRAPH,
        is_whole=False,
        strong=bool(style.strong),
        list_level=0,
        keeps_breaks=style.keeps_breaks,
    )
    spans: list[Span] = []
    for block in reader.inside(node, inner):
        if isinstance(block, ObjectBlock):
            objects.append(block)
            continue
        if spans:
            spans.append(Span("\n"))
        if isinstance(block, ListItem):
            spans.append(Span("• "))
        spans += block.spans
    cell = Element(node, node.tag or "td", attributes)
    return _Cell(
        tuple(spans),
        node.tag == "th",
        min(max(cell.number("colspan", 1), 1), _WIDEST_SPAN),
        min(max(cell.number("rowspan", 1), 1), _WIDEST_SPAN),
    )


def _spread(rows: list[list[_Cell]]) -> list[Row]:
    """Give each row all its cells: one that reaches down is repeated, one that reaches right is once."""
    grid: list[Row] = []
    hanging: dict[int, tuple[int, Spans]] = {}
    for cells in rows:
        row: list[Spans] = []
        waiting = list(reversed(cells))
        while waiting or len(row) in hanging:
            if len(row) in hanging:
                left, spans = hanging.pop(len(row))
                if left > 1:
                    hanging[len(row)] = (left - 1, spans)
                row.append(spans)
                continue
            cell = waiting.pop()
            reaches = len(row) + cell.columns <= _MOST_COLUMNS
            for step in range(cell.columns if reaches else 1):
                spans = cell.spans if step == 0 or cell.is_head else ()
                if cell.rows > 1 and reaches:
                    hanging[len(row)] = (cell.rows - 1, spans)
                row.append(spans)
        grid.append(tuple(row))
    return grid


def _is_head(rows: list[list[_Cell]]) -> bool:
    """Tell whether the first row names the columns: by its tags, by being bold, or by having no numbers."""
    first, rest = rows[0], rows[1:]
    filled = [cell for cell in first if _text(cell.spans).strip()]
    if not filled or not rest:
        return False
    if all(cell.is_head for cell in filled) or all(_is_strong(cell.spans) for cell in filled):
        return not all(_is_strong(cell.spans) for row in rest for cell in row if _text(cell.spans).strip())
    if len(filled) < len(first) or any(_has_digit(cell.spans) for cell in filled):
        return False
    return any(_has_digit(cell.spans) for row in rest for cell in row)


def _is_strong(spans: Spans) -> bool:
    return all(Strong() in span.marks for span in spans if span.text.strip())


def _without_strong(spans: Spans) -> Spans:
    if not _is_strong(spans):
        return spans
    return tuple(Span(span.text, tuple(m for m in span.marks if m != Strong())) for span in spans)


def _has_digit(spans: Spans) -> bool:
    return any(sign.isdigit() for sign in _text(spans))


def _text(spans: Spans) -> str:
    return "".join(span.text for span in spans)
