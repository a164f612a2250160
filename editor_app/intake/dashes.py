"""Paragraphs that begin with a dash, a bullet or a number that was typed: speech, or a list."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from editor_app.domain.document import Block, Paragraph, Span, Spans, plain_text, with_spans
from editor_app.intake.lines import Line
from editor_app.intake.marked_lines import read_marked

_DASHES = frozenset("–—-")


def with_quotes_and_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield `blocks`, what is marked by a typed sign as the block that it means, its marks kept."""
    for is_paragraph, run in groupby(blocks, key=lambda block: isinstance(block, Paragraph)):
        if not is_paragraph:
            yield from run
            continue
        paragraphs = [block for block in run if isinstance(block, Paragraph)]
        texts = [plain_text(paragraph) for paragraph in paragraphs]
        for paragraph, text, read in zip(
            paragraphs, texts, read_marked(tuple(map(Line, texts))), strict=True
        ):
            yield paragraph if isinstance(read, Line) else _marked(paragraph, text, read)


def without_dash(spans: Spans) -> Spans:
    """Return the words of a quote without the dash and the space that it is written with."""
    text = "".join(span.text for span in spans)
    return without_first(spans, 2) if text[:1] in _DASHES and text[1:2].isspace() else spans


def without_first(spans: Spans, count: int) -> Spans:
    """Return `spans` without their first `count` characters."""
    rest: list[Span] = []
    for span in spans:
        rest.append(Span(span.text[count:], span.marks))
        count = max(0, count - len(span.text))
    return tuple(span for span in rest if span.text)


def _marked(paragraph: Paragraph, text: str, read: Block) -> Block:
    assert not isinstance(read, Paragraph)
    sign = len(text) - len(plain_text(read))
    block = with_spans(read, without_first(paragraph.spans, sign))  # type: ignore[arg-type]
    return replace(block, boxed=paragraph.boxed)
