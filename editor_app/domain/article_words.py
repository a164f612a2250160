"""What is written in an article and nothing else of it, as a search looks at it."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from editor_app.domain.article import Article
from editor_app.domain.codec import SCHEMA, BrokenText, NewerSchema
from editor_app.domain.document import Block, Figure, plain_text, table_text, text_of


class ArticleWords(Struct, frozen=True):
    """The words of an article: `parts` is what stands below the lead, the image at the top first."""

    article_id: str
    title: str
    lead: str
    parts: tuple[str, ...]
    record_number: str
    category_id: str | None
    contact_ids: tuple[str, ...]

    @property
    def passages(self) -> list[str]:
        """What is to be read below the title, part by part, without what is empty."""
        return [*filter(None, (self.lead, *self.parts))]


def words_in(article: Article) -> ArticleWords:
    """Return the words of `article`."""
    return ArticleWords(
        article.id,
        article.title,
        article.lead,
        tuple(_parts(article)),
        article.record_number,
        article.category_id,
        article.contact_ids,
    )


def read_words(data: bytes) -> ArticleWords:
    """Return `words_in` the article that `encode` wrote, in a third of the time that it takes to decode all.

    Raises NewerSchema or BrokenText.
    """
    try:
        read = _decoder.decode(data)
    except msgspec.DecodeError as error:
        raise BrokenText(str(error)) from error
    if read.schema > SCHEMA:
        raise NewerSchema(read.schema)
    blocks = read.body.blocks if read.hero is None else [read.hero, *read.body.blocks]
    parts = tuple([block.text() for block in blocks])
    return ArticleWords(
        read.id, read.title, read.lead, parts, read.record_number, read.category_id, read.contact_ids
    )


def block_text(block: Block) -> str:
    """Return the words of `block`, of an image all that is said of it."""
    return figure_text(block) if isinstance(block, Figure) else plain_text(block)


def figure_text(figure: Figure) -> str:
    """Return what is said of an image, a line each: caption, credit and alternative text."""
    return _said_of_image(figure.caption, figure.credit, figure.alt)


def _parts(article: Article) -> Iterator[str]:
    if article.hero is not None:
        yield figure_text(article.hero)
    yield from map(block_text, article.body.blocks)


def _said_of_image(*texts: str) -> str:
    return "\n".join(filter(None, texts))


# What these name of an article is decoded; msgspec passes over the rest.
class _Span(Struct, gc=False):
    text: str


class _Block(Struct, gc=False):
    type: str
    spans: list[_Span] = []
    rows: list[list[list[_Span]]] = []
    caption: str = ""
    credit: str = ""
    alt: str = ""

    def text(self) -> str:
        if self.type == "figure":
            return _said_of_image(self.caption, self.credit, self.alt)
        return table_text(self.caption, self.rows) if self.type == "table" else text_of(self.spans)


class _Body(Struct, gc=False):
    blocks: list[_Block] = []


class _Stored(Struct, gc=False):
    id: str
    schema: int
    body: _Body
    hero: _Block | None = None
    title: str = ""
    lead: str = ""
    record_number: str = ""
    category_id: str | None = None
    contact_ids: tuple[str, ...] = ()


_decoder = msgspec.json.Decoder(_Stored)
