"""Paragraphs longer than anybody writes: to lay one out takes time that grows with its square."""

from collections.abc import Iterable, Iterator

from editor_app.domain.document import Block, ObjectBlock, Span, Spans, plain_text, with_spans

# Some 800 words; a row of signs without a space, which cannot be wrapped, is laid out in 8 ms.
LONGEST = 5_000
_SENTENCE_ENDS = (". ", "? ", "! ", ".\n", "\n")


def parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield `blocks`, those of more than LONGEST characters as several of their kind.

    They are parted behind a sentence, or else behind a word, and within one only where it must be; no
    character is lost.
    """
    for block in blocks:
        if isinstance(block, ObjectBlock) or len(text := plain_text(block)) <= LONGEST:
            yield block
        else:
            yield from (with_spans(block, spans) for spans in _slices(block.spans, _cuts(text)))


def _cuts(text: str) -> Iterator[int]:
    """Yield where `text` is cut, and its end."""
    start = 0
    while len(text) - start > LONGEST:
        start = _cut_after(text, start)
        yield start
    yield len(text)


def _cut_after(text: str, start: int) -> int:
    within = start + LONGEST // 2, start + LONGEST
    for signs in (_SENTENCE_ENDS, (" ",)):
        found = max(text.rfind(sign, *within) + len(sign) for sign in signs)
        if found > within[0]:
            return found
    return within[1]


def _slices(spans: Spans, cuts: Iterator[int]) -> Iterator[Spans]:
    part: list[Span] = []
    cut, position = next(cuts), 0
    for span in spans:
        taken = 0
        while position + len(span.text) > cut:
            part.append(Span(span.text[taken : cut - position], span.marks))
            yield tuple(part)
            taken, part = cut - position, []
            cut = next(cuts)
        part.append(Span(span.text[taken:], span.marks))
        position += len(span.text)
    yield tuple(part)
