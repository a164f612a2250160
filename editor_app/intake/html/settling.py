"""What can be told only when all of a text is read: levels, languages, lists that were typed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from editor_app.domain.document import (
    Block,
    Document,
    Heading,
    Language,
    Paragraph,
    Quote,
    Row,
    Span,
    Spans,
    Table,
    plain_text,
    spans_of,
    with_spans,
)
from editor_app.domain.long_blocks import parted
from editor_app.domain.normalize import normalize
from editor_app.intake.html.list_marks import words_from
from editor_app.intake.lines import Line
from editor_app.intake.marked_lines import is_marked, read_marked

_DASHES = "–—―"


def settle(blocks: list[Block]) -> Document:
    """Return the normalised document that `blocks`, with heading levels 1–6, make."""
    # One paragraph alone is words to be put into a sentence, whatever it begins with.
    if len(blocks) > 1 or (blocks and "\n" in plain_text(blocks[0])):
        blocks = list(_typed_kinds(blocks))
    blocks = [_without_dash(block) for block in blocks]
    return normalize(Document(tuple(parted(_own_language(_levels(blocks))))))


def _levels(blocks: list[Block]) -> list[Block]:
    """The highest heading becomes level 2, and the others keep their distance from it."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    if not levels:
        return blocks
    shift = 2 - min(levels)
    return [
        replace(block, level=min(block.level + shift, 4)) if isinstance(block, Heading) else block
        for block in blocks
    ]


def _typed_kinds(blocks: Iterable[Block]) -> Iterator[Block]:
    """Read the paragraphs that begin with a bullet, a number or a dash as what they show."""
    for is_plain, run in groupby(blocks, key=lambda block: isinstance(block, Paragraph)):
        if not is_plain:
            yield from run
            continue
        paragraphs = [part for block in run if isinstance(block, Paragraph) for part in _lines(block)]
        texts = [plain_text(block) for block in paragraphs]
        for block, read in zip(paragraphs, read_marked(tuple(map(Line, texts))), strict=True):
            if isinstance(read, Line):
                yield block
            else:
                words = words_from(block.spans, len(plain_text(block)) - len(plain_text(read)))
                yield _with_words(read, words, block.boxed)


def _with_words(read: Block, words: Spans, boxed: bool) -> Block:
    assert not isinstance(read, Table)
    return replace(read, spans=words, boxed=boxed)


def _lines(block: Paragraph) -> Iterator[Paragraph]:
    """Part a paragraph whose lines are items of a list."""
    lines = list(_split(block.spans)) if "\n" in plain_text(block) else []
    marked = [is_marked("".join(span.text for span in line)) for line in lines]
    if sum(marked) < 2:
        yield block
        return
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or marked[index] or marked[index - 1]:
            joined = lines[start:index]
            spans = [span for line in joined for span in (Span("\n"), *line)][1:]
            yield replace(block, spans=tuple(spans))
            start = index


def _split(spans: Spans) -> Iterator[list[Span]]:
    line: list[Span] = []
    for span in spans:
        first, *rest = span.text.split("\n")
        line.append(Span(first, span.marks))
        for text in rest:
            yield line
            line = [Span(text, span.marks)]
    yield line


def _without_dash(block: Block) -> Block:
    """The page gives every quote its dash."""
    text = plain_text(block).lstrip()
    if isinstance(block, Quote) and text[:1] and text[0] in _DASHES:
        return replace(block, spans=words_from(block.spans, len(plain_text(block)) - len(text[1:].lstrip())))
    return block


def _own_language(blocks: list[Block]) -> Iterator[Block]:
    """Take the language off most words: programs name it everywhere, and it is the article's own."""
    weights = Counter[str | None]()
    for block in blocks:
        for span in _all_spans(block):
            weights[_language(span)] += len(span.text)
    named = [language for language in weights if language is not None]
    if not named:
        yield from blocks
        return
    most = weights.most_common(1)[0][0]
    for block in blocks:
        yield _with_each_span(block, most)


def _with_each_span(block: Block, own: str | None) -> Block:
    if isinstance(block, Table):
        rows: tuple[Row, ...] = tuple(
            tuple(tuple(_in_language(span, own) for span in cell) for cell in row) for row in block.rows
        )
        return replace(block, rows=rows)
    spans = tuple(_in_language(span, own) for span in spans_of(block))
    return with_spans(block, spans) if spans else block  # type: ignore[arg-type]


def _in_language(span: Span, own: str | None) -> Span:
    language = _language(span)
    if language is None or (language != own and any(sign.isalpha() for sign in span.text)):
        return span
    return Span(span.text, tuple(mark for mark in span.marks if not isinstance(mark, Language)))


def _language(span: Span) -> str | None:
    # A plain loop takes half as long, and there may be 100,000 spans.
    for mark in span.marks:
        if isinstance(mark, Language):
            return mark.tag
    return None


def _all_spans(block: Block) -> Iterator[Span]:
    if isinstance(block, Table):
        yield from (span for row in block.rows for cell in row for span in cell)
    else:
        yield from spans_of(block)
