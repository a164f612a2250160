"""A read text as lines that a person can check."""

from itertools import groupby

from editor_app.domain.document import (
    Block,
    Emphasis,
    Figure,
    Heading,
    Language,
    Link,
    ListItem,
    Mark,
    Spans,
    Strong,
    Table,
)
from editor_app.intake.html.read_text import ReadText


def outline(read: ReadText) -> str:
    """Return the blocks of `read`, one a line with their marks, and what was left out."""
    lines = [f"{_name(block)}: {_words(block)}" for block in read.document.blocks]
    left = read.left_out
    lines.append(f"left out: {left.images} images, {left.comments} comments, {left.deletions} deletions")
    return "\n".join(lines) + "\n"


def _name(block: Block) -> str:
    name = type(block).__name__
    if isinstance(block, Heading):
        name += str(block.level)
    if isinstance(block, ListItem):
        name = f"{'Numbered' if block.ordered else 'Bulleted'}{block.level}"
    if isinstance(block, Table):
        name += " headed" * block.header_row + " sided" * block.header_column
    return f"boxed {name}" if getattr(block, "boxed", False) else name


def _words(block: Block) -> str:
    if isinstance(block, Figure):
        return f"{block.alt} / {block.caption} / {block.credit}"
    if isinstance(block, Table):
        rows = " // ".join(" | ".join(map(_marked, row)) for row in block.rows)
        return f"({block.caption}) {rows}" if block.caption else rows
    return _marked(block.spans)


def _marked(spans: Spans) -> str:
    parts = []
    for marks, run in groupby(spans, key=lambda span: span.marks):
        text = "".join(span.text for span in run).replace("\n", "⏎").replace("\xa0", "_")
        for mark in reversed(marks):
            text = _sign(mark, text)
        parts.append(text)
    return "".join(parts)


def _sign(mark: Mark, text: str) -> str:
    match mark:
        case Strong():
            return f"**{text}**"
        case Emphasis():
            return f"*{text}*"
        case Link(href):
            return f"[{text}]({href})"
        case Language(tag):
            return f"{{{tag}:{text}}}"
