"""What is selected, in the forms in which other programs, and we, can take it."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.domain.codec import encode
from editor_app.domain.document import (
    Block,
    Document,
    Emphasis,
    FactTitle,
    Figure,
    Heading,
    Language,
    Link,
    ListItem,
    ObjectBlock,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    head_scope,
    plain_text,
)
from editor_app.domain.normalize import normalize
from ui.editor.blocks import end_of, selected_blocks
from ui.editor.clipboard import DOCUMENT_TYPE
from ui.editor.mapping import block_values


def selection_of(cursor: QTextCursor) -> Document:
    """Return what is selected; a part of one block is a paragraph, because it brings no kind along."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    touched = tuple(selected_blocks(cursor))
    blocks: list[Block] = []
    for block in touched:
        blocks.extend(block_values(block, start, end))
    only = blocks[0] if len(blocks) == 1 else None
    if only is not None and not isinstance(only, ObjectBlock) and not _is_whole(touched[0], start, end):
        blocks = [Paragraph(spans=only.spans)]
    return normalize(Document(tuple(blocks)))


def to_mime(document: Document) -> QMimeData:
    """Return `document` in the forms in which other programs, and we, can take it."""
    data = QMimeData()
    data.setData(DOCUMENT_TYPE, encode(document))
    data.setHtml(to_html(document))
    data.setText(to_text(document))
    return data


def to_text(document: Document) -> str:
    """Return the words, a line for each block, with dashes, bullets and numbers as one types them."""
    lines = []
    for ordered, run in groupby(document.blocks, key=lambda b: isinstance(b, ListItem) and b.ordered):
        for number, block in enumerate(run, 1):
            lines.append((f"{number}. " if ordered else _text_sign(block)) + plain_text(block))
    return "\n".join(lines)


def _text_sign(block: Block) -> str:
    return {Quote: "– ", ListItem: "• "}.get(type(block), "")


def to_html(document: Document) -> str:
    """Return the simple HTML that other programs understand, everything in it escaped."""
    return "\n".join(_html_runs(document.blocks))


def _html_runs(blocks: Iterable[Block]) -> Iterator[str]:
    for tag, run in groupby(blocks, key=_list_tag):
        items = [_html_block(block) for block in run]
        yield f"<{tag}>{''.join(items)}</{tag}>" if tag else "\n".join(items)


def _list_tag(block: Block) -> str:
    if not isinstance(block, ListItem):
        return ""
    return "ol" if block.ordered else "ul"


def _html_block(block: Block) -> str:
    match block:
        case Figure():
            return f"<p>{escape(block.caption or block.alt)}</p>"
        case Table():
            return _html_table(block)
        case Heading():
            tag = f"h{block.level}"
        case FactTitle():
            tag = "h3"
        case ListItem():
            tag = "li"
        case _:
            tag = "p"
    return f"<{tag}>{'– ' if isinstance(block, Quote) else ''}{_html_spans(block.spans)}</{tag}>"


def _html_table(table: Table) -> str:
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    return f"<table>{caption}{''.join(_html_row(table, number) for number in range(len(table.rows)))}</table>"


def _html_row(table: Table, number: int) -> str:
    cells = (
        _html_cell(cell, head_scope(table, number, column)) for column, cell in enumerate(table.rows[number])
    )
    return f"<tr>{''.join(cells)}</tr>"


def _html_cell(spans: Spans, scope: str) -> str:
    words = _html_spans(spans)
    return f'<th scope="{scope}">{words}</th>' if scope else f"<td>{words}</td>"


def _html_spans(spans: Spans) -> str:
    return "".join(_html_span(span) for span in spans)


def _html_span(span: Span) -> str:
    html = escape(span.text).replace("\n", "<br>")
    for mark in reversed(span.marks):
        match mark:
            case Link(href):
                html = f'<a href="{escape(href)}">{html}</a>'
            case Language(tag):
                html = f'<span lang="{escape(tag)}">{html}</span>'
            case _:
                tag = "em" if isinstance(mark, Emphasis) else "strong"
                html = f"<{tag}>{html}</{tag}>"
    return html


def _is_whole(block: QTextBlock, start: int, end: int) -> bool:
    return start <= block.position() and end >= end_of(block)
