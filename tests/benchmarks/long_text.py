"""Bodies of any length with the kinds of block that articles have."""

from itertools import count

from editor_app.domain.document import (
    Block,
    Document,
    FactTitle,
    Heading,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Strong,
    plain_text,
    with_spans,
)

SENTENCE = "Gatorna kring torget får nya träd i höst och arbetet börjar vid parken när skolan har slutat. "
MISTAKE = " medborgre"


def with_mistakes(body: Document, mistakes: int) -> Document:
    """Return `body` with a misspelled word behind the first so many of its paragraphs and items."""
    numbers = count()
    return Document(
        tuple(
            with_spans(block, (*block.spans, Span(MISTAKE)))
            if isinstance(block, Paragraph | ListItem) and next(numbers) < mistakes
            else block
            for block in body.blocks
        )
    )


def document(words: int) -> Document:
    """Return a body of about `words` words."""
    blocks: list[Block] = []
    count = 0
    while count < words:
        part: list[Block] = [
            Heading(2, (Span("Så blir det i höst"),)),
            Paragraph(
                (Span(SENTENCE * 2), Span("läs mer", (Link("https://example.se"),)), Span(" " + SENTENCE))
            ),
            Quote((Span(SENTENCE), Span("säger parkchefen", (Strong(),)))),
            ListItem(False, 1, (Span(SENTENCE),)),
            FactTitle((Span("Fakta"),)),
            Paragraph((Span(SENTENCE * 3),), boxed=True),
        ]
        blocks += part
        count += sum(len(plain_text(block).split()) for block in part)
    return Document(tuple(blocks))
