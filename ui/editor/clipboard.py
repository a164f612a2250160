"""Copy and paste: our own blocks inside the program, simple HTML and plain text beside them.

Qt's HTML parser never sees a paste: what comes from elsewhere is taken as plain text.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from PySide6.QtCore import QMimeData, QMimeDatabase, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.domain.codec import decode_document, encode
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
    Paragraph,
    Quote,
    Span,
    TextBlock,
    paragraph,
    plain_text,
    with_spans,
)
from editor_app.domain.normalize import normalize
from ui.editor.blocks import end_of, selected_blocks
from ui.editor.mapping import block_values

DOCUMENT_TYPE = "application/x-pressklar-document+json"

_LINES = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]+")
_SIGNS: tuple[tuple[re.Pattern[str], TextBlock], ...] = (
    (re.compile(r"[•·▪◦‣*-]\s+(?=\S)"), ListItem()),
    (re.compile(r"\d{1,2}[.)]\s+(?=\S)"), ListItem(ordered=True)),
    (re.compile(r"[–—]\s+(?=\S)"), Quote()),
)


def selection_of(cursor: QTextCursor) -> Document:
    """Return what is selected; a part of one block is a paragraph, because it brings no kind along."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    touched = tuple(selected_blocks(cursor))
    blocks: list[Block] = []
    for block in touched:
        blocks.extend(block_values(block, start, end))
    only = blocks[0] if len(blocks) == 1 else None
    if only is not None and not isinstance(only, Figure) and not _is_whole(touched[0], start, end):
        blocks = [Paragraph(spans=only.spans)]
    return normalize(Document(tuple(blocks)))


def to_mime(document: Document) -> QMimeData:
    """Return `document` in the forms in which other programs, and we, can take it."""
    data = QMimeData()
    data.setData(DOCUMENT_TYPE, encode(document))
    data.setHtml(to_html(document))
    data.setText(to_text(document))
    return data


def has_image(data: QMimeData) -> bool:
    """Tell whether a paste brings an image, or a file that is one."""
    return data.hasImage() or any(_is_image_file(url) for url in data.urls())


def from_mime(data: QMimeData) -> Document:
    """Return what a paste brings; raises BrokenText or NewerSchema where our own form cannot be read."""
    if data.hasFormat(DOCUMENT_TYPE):
        return normalize(decode_document(bytes(data.data(DOCUMENT_TYPE).data())))
    return from_text(data.text())


def from_text(text: str) -> Document:
    """Return the lines of `text` as blocks; one line alone is taken as it is, without kinds."""
    lines = [line.strip() for line in _LINES.split(text)]
    if len(lines) == 1:
        # Spaces around a few words matter where they are put into a sentence.
        return normalize(Document((paragraph(_LINES.sub(" ", text)),)))
    return normalize(Document(tuple(_from_line(line) for line in lines if line)))


def _from_line(line: str) -> Block:
    for sign, block in _SIGNS:
        found = sign.match(line)
        if found is not None:
            return with_spans(block, (Span(line[found.end() :]),))
    return paragraph(line)


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
        case Heading():
            tag = f"h{block.level}"
        case FactTitle():
            tag = "h3"
        case ListItem():
            tag = "li"
        case _:
            tag = "p"
    return f"<{tag}>{'– ' if isinstance(block, Quote) else ''}{_html_spans(block)}</{tag}>"


def _html_spans(block: TextBlock) -> str:
    return "".join(_html_span(span) for span in block.spans)


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


def _is_image_file(url: QUrl) -> bool:
    kind = QMimeDatabase().mimeTypeForFile(url.toLocalFile(), QMimeDatabase.MatchMode.MatchExtension)
    return url.isLocalFile() and kind.name().startswith("image/")


def _is_whole(block: QTextBlock, start: int, end: int) -> bool:
    return start <= block.position() and end >= end_of(block)
