"""The one canonical form of a document."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

import msgspec

from editor_app.domain.block_specs import BLOCK_SPECS, MARK_ORDER, BlockSpec
from editor_app.domain.document import (
    HEADING_LEVELS,
    LIST_LEVELS,
    Block,
    Document,
    FactTitle,
    Figure,
    Heading,
    Language,
    Link,
    ListItem,
    Mark,
    ObjectBlock,
    Row,
    Span,
    Spans,
    Table,
    plain_text,
    with_spans,
)

_LINE_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
# Control characters, lone surrogates, the object replacement character and non-characters: none
# can stand in HTML, and Qt gives some of them a meaning of their own.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufeff\ufffe\uffff]")
_BEYOND_THE_PLANES = re.compile(
    "["
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17))
    + "]"
)


def normalize(document: Document) -> Document:
    """Return the one canonical form of `document`.

    Adjacent spans with equal marks merge, empty spans, blank paragraphs and tables without a cell
    vanish, marks stand in MARK_ORDER, text is NFC, levels are within bounds, the rows of a table are
    equally long, and a block is boxed only below a fact title, so that equal-looking documents
    compare equal.
    """
    blocks = (_normalize_words(block) for block in document.blocks)
    return Document(tuple(_settle(block for block in blocks if not _vanishes(block))))


def normalize_text(text: str, *, line_breaks: bool = True) -> str:
    """Return `text` in NFC, with spaces for tabs and without characters that cannot be read.

    Line breaks of every kind become newlines, or spaces where `line_breaks` is false.
    """
    # Most text needs none of this, and the editor normalises with each keystroke.
    if not text.isprintable() or "\ufffc" in text:
        text = _LINE_BREAK.sub("\n" if line_breaks else " ", text)
        text = _BEYOND_THE_PLANES.sub("", _UNPRINTABLE.sub("", text.replace("\t", " ")))
    return unicodedata.normalize("NFC", text)


# The editor normalises with each keystroke, which changes one block of many.
@lru_cache(4096)
def _normalize_words(block: Block) -> Block:
    if isinstance(block, Figure):
        return _normalize_figure(block)
    if isinstance(block, Table):
        return _normalize_table(block)
    return with_spans(block, _normalize_spans(block.spans, BLOCK_SPECS[type(block)]))


def _normalize_figure(figure: Figure) -> Figure:
    alt, caption, credit = (
        normalize_text(text, line_breaks=False).strip()
        for text in (figure.alt, figure.caption, figure.credit)
    )
    return msgspec.structs.replace(
        figure, alt="" if figure.decorative else alt, caption=caption, credit=credit
    )


def _normalize_table(table: Table) -> Table:
    columns = max((len(row) for row in table.rows), default=0)
    rows = tuple(_normalize_row(row, columns) for row in table.rows) if columns else ()
    caption = normalize_text(table.caption, line_breaks=False).strip()
    return msgspec.structs.replace(table, rows=rows, caption=caption)


def _normalize_row(row: Row, columns: int) -> Row:
    cells = tuple(_normalize_spans(cell, BLOCK_SPECS[Table]) for cell in row)
    return cells + ((),) * (columns - len(cells))


def _normalize_spans(spans: Spans, spec: BlockSpec) -> Spans:
    cleaned = (
        Span(normalize_text(span.text, line_breaks=spec.line_breaks), _order_marks(span.marks, spec))
        for span in spans
    )
    runs = groupby((span for span in cleaned if span.text), key=lambda span: span.marks)
    # A combining accent may have come to stand after its letter only now, so NFC comes once more.
    return tuple(
        Span(unicodedata.normalize("NFC", "".join(span.text for span in run)), marks) for marks, run in runs
    )


def _order_marks(marks: Iterable[Mark], spec: BlockSpec) -> tuple[Mark, ...]:
    """Keep the first allowed and meaningful mark of each type, in MARK_ORDER."""
    first: dict[type[Mark], Mark] = {}
    for mark in map(_trim_mark, marks):
        if mark is not None and type(mark) in spec.marks:
            first.setdefault(type(mark), mark)
    return tuple(first[kind] for kind in MARK_ORDER if kind in first)


def _trim_mark(mark: Mark) -> Mark | None:
    if isinstance(mark, Link):
        href = normalize_text(mark.href, line_breaks=False).strip()
        return Link(href) if href else None
    if isinstance(mark, Language):
        tag = normalize_text(mark.tag, line_breaks=False).strip()
        return Language(tag) if tag else None
    return mark


def _vanishes(block: Block) -> bool:
    if isinstance(block, Table):
        return not block.rows
    return not BLOCK_SPECS[type(block)].keeps_blank and not plain_text(block).strip()


def _settle(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give each block the levels and the box that its place allows."""
    in_box = False
    level_above = 0
    for block in blocks:
        if isinstance(block, FactTitle | ObjectBlock):
            in_box = isinstance(block, FactTitle)
            level_above = 0
            yield block
            continue
        boxed = block.boxed and in_box
        if boxed != in_box:
            level_above = 0
        in_box = boxed
        settled = msgspec.structs.replace(block, boxed=boxed)
        if isinstance(settled, ListItem):
            level = _clamp(settled.level, LIST_LEVELS[0], min(level_above + 1, LIST_LEVELS[-1]))
            settled = msgspec.structs.replace(settled, level=level)
            level_above = level
        else:
            level_above = 0
        if isinstance(settled, Heading):
            level = _clamp(settled.level, HEADING_LEVELS[0], HEADING_LEVELS[-1])
            settled = msgspec.structs.replace(settled, level=level)
        yield settled


def _clamp(value: int, low: int, high: int) -> int:
    return max(low, min(value, high))
