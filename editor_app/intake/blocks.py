"""The lines of a body become its blocks."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from editor_app.domain.document import (
    Block,
    Document,
    FactTitle,
    Heading,
    ListItem,
    Paragraph,
    Span,
    Table,
    plain_text,
)
from editor_app.domain.long_blocks import parted
from editor_app.domain.normalize import normalize
from editor_app.domain.tabbed_rows import with_tables
from editor_app.intake.lines import Line, Lines, count_words, has_gaps, is_running_text
from editor_app.intake.marked_lines import is_marked, read_marked
from editor_app.intake.vocabulary import CREDIT, FACT_TITLES, SPEECH

HEADING_LEVEL = 2
_HEADING_LENGTH = 80
_HEADING_WORDS = 12
_FACT_TITLE_WORDS = 8
_ITEM_LENGTH = 100
_LABEL_AND_VALUE = re.compile(r"\S+(?: \S+)?:\s+\S")
_ADDRESS = re.compile(r"\S@\S|https?://|www\.")

Found = tuple[list[Block], int]


def read_body(lines: Lines) -> Document:
    """Return the normalised body that `lines` hold, none of them left out."""
    return normalize(Document(tuple(parted(_box(list(_blocks(lines)))))))


def is_heading_like(text: str) -> bool:
    """Tell whether `text` could be a subheading: short, without an end, no value of something."""
    return (
        len(text) <= _HEADING_LENGTH
        and 0 < count_words(text) <= _HEADING_WORDS
        and text[-1] not in ".:;,!…"
        and not text[0].islower()
        and not is_marked(text)
        and not CREDIT.match(text)
        and not _LABEL_AND_VALUE.match(text)
        and not _ADDRESS.search(text)
    )


def is_value(text: str) -> bool:
    """Tell whether `text` is a label with its value, as in "Status: pågående"."""
    return len(text) <= _HEADING_LENGTH and _LABEL_AND_VALUE.match(text) is not None and text[-1] not in ".!?"


def _is_fact_title(text: str) -> bool:
    return (
        count_words(text) <= _FACT_TITLE_WORDS
        and text[-1] not in ".;,!"
        and FACT_TITLES.fullmatch(text) is not None
    )


def _blocks(lines: Lines) -> Iterator[Block]:
    gaps = has_gaps(lines)
    pieces = list(_with_tables(lines))
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if isinstance(piece, Line):
            window = pieces[index : index + _WINDOW]
            plain = tuple(_leading_lines(window))
            blocks, used = _plain_blocks(plain, gaps, leads_on=len(plain) < len(window))
            yield from blocks
            index += used
        else:
            yield piece
            index += 1


def _with_tables(lines: Lines) -> Iterator[Line | Block]:
    """Yield a table for each run of rows, and what the lines between them are marked as."""
    for run in _runs(lines):
        rows = list(with_tables("\t".join(line.cells) for line in run)) if run[0].cells else []
        if len(rows) == 1 and isinstance(rows[0], Table):
            yield rows[0]
        else:
            yield from read_marked(run)


def _runs(lines: Lines) -> Iterator[Lines]:
    """Part `lines` where rows with so many cells begin and end."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or _parts_rows(lines[index - 1], lines[index]):
            yield lines[start:index]
            start = index


def _parts_rows(above: Line, line: Line) -> bool:
    return len(line.cells) != len(above.cells) or (bool(line.cells) and line.after_gap)


def _leading_lines(pieces: list[Line | Block]) -> Iterator[Line]:
    for piece in pieces:
        if not isinstance(piece, Line):
            return
        yield piece


# Enough for the longest run of short lines on a news page; what goes on below is read by itself.
_WINDOW = 200


def _plain_blocks(lines: Lines, gaps: bool, *, leads_on: bool) -> Found:
    """Return the blocks that `lines` begin with; `leads_on` tells that a quote or a list follows them."""
    text = lines[0].text
    if _is_fact_title(text) and (len(lines) > 1 or leads_on):
        return [FactTitle(_words(text))], 1
    if is_heading_like(text):
        return _headings(lines, gaps, leads_on)
    if text.endswith(":"):
        return _introduced_list(lines, gaps)
    used = 1
    while gaps and used < len(lines) and _goes_on(lines[used - 1], lines[used]):
        used += 1
    return [_lines_of_one(lines[:used])], used


def _goes_on(above: Line, line: Line) -> bool:
    """Short lines with no gap between, such as an address, are one paragraph with line breaks."""
    return not line.after_gap and _is_short(above.text) and _is_short(line.text)


def _is_short(text: str) -> bool:
    return len(text) <= _HEADING_LENGTH and not is_running_text(text)


def _headings(lines: Lines, gaps: bool, leads_on: bool) -> Found:
    """Tell subheadings from short lines in a row, such as opening hours."""
    length = next(
        (
            i
            for i, line in enumerate(lines)
            if not is_heading_like(line.text) or (i and _is_fact_title(line.text))
        ),
        len(lines),
    )
    run, leads_on = lines[:length], leads_on or length < len(lines)
    if length == 1:
        return [_heading(run[0]) if leads_on else _paragraph(run[0])], 1
    last = run[-1]
    if length == 2:
        if not leads_on:
            return [_paragraph(line) for line in run], 2
        return [_heading(run[0]), _paragraph(last) if _has_digit(last) else _heading(last)], 2
    first: list[Block] = [_paragraph(run[0]) if _has_digit(run[0]) else _heading(run[0])]
    stands_apart = last.after_gap if gaps else last.text.endswith("?")
    if leads_on and stands_apart and not _has_digit(last):
        return [*first, *_rows(run[1:-1], gaps), _heading(last)], length
    return [*first, *_rows(run[1:], gaps)], length


def _rows(lines: Lines, gaps: bool) -> list[Block]:
    if not gaps:
        return [_paragraph(line) for line in lines]
    starts = [i for i, line in enumerate(lines) if i == 0 or line.after_gap]
    return [_lines_of_one(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _introduced_list(lines: Lines, gaps: bool) -> Found:
    """A colon and then short lines: a list that lost its bullets on the way."""
    length = 1
    while (
        length < len(lines)
        and _is_item(lines[length])
        and not (gaps and length > 1 and lines[length].after_gap)
    ):
        length += 1
    if length < len(lines) and _ends_list(lines[1:length], lines[length]):
        length += 1
    items = lines[1:length]
    if length < len(lines) and items and _is_next_heading(items):
        items = items[:-1]
    if len(items) < 2:
        return [_paragraph(lines[0])], 1
    return [_paragraph(lines[0]), *(ListItem(spans=_words(item.text)) for item in items)], 1 + len(items)


def _is_item(line: Line) -> bool:
    text = line.text
    return len(text) <= _ITEM_LENGTH and text[-1] not in ".!:" and not _is_fact_title(text)


def _ends_list(items: Lines, line: Line) -> bool:
    """The last item has the full stop of the sentence that the whole list is."""
    every = [item.text for item in (*items, line)]
    return (
        bool(items)
        and line.text[-1] == "."
        and len(line.text) <= _ITEM_LENGTH
        and all(t[0].islower() for t in every)
    )


def _is_next_heading(items: Lines) -> bool:
    *others, last = items
    if not is_heading_like(last.text):
        return False
    return last.text.endswith("?") or all(item.text[0].islower() for item in others)


def _box(blocks: list[Block]) -> Iterator[Block]:
    """What follows a fact title is its box, until a subheading or a voice shows that the text goes on."""
    in_box = False
    for index, block in enumerate(blocks):
        if isinstance(block, FactTitle):
            below = blocks[index + 1] if index + 1 < len(blocks) else None
            in_box = isinstance(below, Paragraph | ListItem)
            yield block if in_box else Heading(HEADING_LEVEL, block.spans)
        elif in_box and isinstance(block, Paragraph | ListItem) and not _ends_box(block):
            yield replace(block, boxed=True)
        else:
            in_box = False
            yield block


def _ends_box(block: Paragraph | ListItem) -> bool:
    """Who speaks, and who wrote or took the pictures, stands outside."""
    text = plain_text(block)
    return CREDIT.match(text) is not None or (text[0] in '”“"»' and SPEECH.search(text) is not None)


def _words(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def _paragraph(line: Line) -> Block:
    return Paragraph(_words(line.text))


def _heading(line: Line) -> Block:
    return Heading(HEADING_LEVEL, _words(line.text))


def _lines_of_one(lines: Lines) -> Block:
    return Paragraph(_words("\n".join(line.text for line in lines)))


def _has_digit(line: Line) -> bool:
    return any(sign.isdigit() for sign in line.text)
