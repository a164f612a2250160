"""The body of an article: a flat list of typed blocks, as in Portable Text."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal, Protocol

import msgspec
from msgspec import Meta, Struct

HEADING_LEVELS = (2, 3, 4)
LIST_LEVELS = (1, 2, 3)

HeadingLevel = Annotated[int, Meta(ge=HEADING_LEVELS[0], le=HEADING_LEVELS[-1])]
ListLevel = Annotated[int, Meta(ge=LIST_LEVELS[0], le=LIST_LEVELS[-1])]


class _Value(Struct, frozen=True, tag_field="type", forbid_unknown_fields=True):
    """A frozen value whose JSON names its type."""


class Link(_Value, frozen=True, tag="link"):
    """Leads to `href`: an http, https, mailto or tel address, or `article:` and an article's id."""

    href: str


class Language(_Value, frozen=True, tag="language"):
    """The passage is in the language that the BCP 47 `tag` names, as in `ar` or `fi`."""

    tag: str


class Strong(_Value, frozen=True, tag="strong"):
    """Important."""


class Emphasis(_Value, frozen=True, tag="emphasis"):
    """Stressed."""


Mark = Link | Language | Strong | Emphasis


class HasText(Protocol):
    """A run of text, whatever else there is to it."""

    @property
    def text(self) -> str:
        """What is read."""


class Span(Struct, frozen=True, forbid_unknown_fields=True):
    """A run of text with the same marks; a newline is a line break inside the block."""

    text: str
    marks: tuple[Mark, ...] = ()


Spans = tuple[Span, ...]


class Paragraph(_Value, frozen=True, tag="paragraph"):
    """Running text."""

    spans: Spans = ()
    boxed: bool = False


class Heading(_Value, frozen=True, tag="heading"):
    """A subheading of `level` 2–4; the title of the article is level 1."""

    level: HeadingLevel = 2
    spans: Spans = ()
    boxed: bool = False


class Quote(_Value, frozen=True, tag="quote"):
    """What somebody said, without its dash: the renderer puts the en dash and the space."""

    spans: Spans = ()
    boxed: bool = False


class ListItem(_Value, frozen=True, tag="list_item"):
    """One item of a list; items that follow each other make the list, `level` 1–3 nests them."""

    ordered: bool = False
    level: ListLevel = 1
    spans: Spans = ()
    boxed: bool = False


class FactTitle(_Value, frozen=True, tag="fact_title"):
    """The title of a fact box, which holds the `boxed` blocks right below it."""

    spans: Spans = ()


class Crop(Struct, frozen=True, forbid_unknown_fields=True):
    """The part of an image that is shown, in pixels of the upright original."""

    left: int
    top: int
    width: int
    height: int


class Focus(Struct, frozen=True, forbid_unknown_fields=True):
    """The point of an image that stays in sight where less of it is shown; pixels, as in Crop."""

    x: int
    y: int


class Figure(_Value, frozen=True, tag="figure"):
    """An image from the archive; `image_id` is the SHA-256 of its original, in hex.

    `alt` says what the image tells; a `decorative` one tells nothing and has none. Without a `crop`
    the whole image is shown, and without a `focus` its middle stays in sight.
    """

    image_id: str
    alt: str = ""
    decorative: bool = False
    caption: str = ""
    credit: str = ""
    crop: Crop | None = None
    focus: Focus | None = None


Row = tuple[Spans, ...]


class Table(_Value, frozen=True, tag="table"):
    """Rows of cells, each cell the spans in it; in canonical form all rows are equally long.

    With `header_row` the cells of the first row head their columns, with `header_column` the first
    cell of each row heads it.
    """

    rows: tuple[Row, ...] = ()
    header_row: bool = True
    header_column: bool = False
    caption: str = ""


TextBlock = Paragraph | Heading | Quote | ListItem | FactTitle
# What stands among the text as one object, never inside a fact box.
ObjectBlock = Figure | Table
Block = TextBlock | ObjectBlock


class Document(Struct, frozen=True, forbid_unknown_fields=True):
    """The blocks of a body, in reading order."""

    blocks: tuple[Block, ...] = ()


def plain_text(block: Block) -> str:
    """Return the words of `block` without marks; a figure has its caption, a table its `table_text`."""
    if isinstance(block, Figure):
        return block.caption
    if isinstance(block, Table):
        return table_text(block.caption, block.rows)
    return text_of(block.spans)


def table_text(caption: str, rows: Iterable[Iterable[Sequence[HasText]]]) -> str:
    """Return the words of a table: its caption, then its rows, one a line, with tabs between the cells."""
    lines = ("\t".join(text_of(cell) for cell in row) for row in rows)
    return "\n".join((caption, *lines) if caption else lines)


def text_of(spans: Sequence[HasText]) -> str:
    """Return the words of `spans` without marks."""
    # Most blocks have one span, and a search looks into a thousand of them.
    return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])


def spans_of(block: Block) -> Spans:
    """Return all spans in `block`, those of a table cell by cell; a figure has none."""
    if isinstance(block, Figure):
        return ()
    if isinstance(block, Table):
        return tuple(span for row in block.rows for cell in row for span in cell)
    return block.spans


def head_scope(table: Table, row: int, column: int) -> Literal["", "col", "row"]:
    """Return what the cell at `row` and `column`, from 0, heads: its column, its row or nothing."""
    if table.header_row and row == 0:
        return "col"
    return "row" if table.header_column and column == 0 else ""


def is_boxed(block: Block) -> bool:
    """Tell whether `block` belongs to the fact box above it; the title of a box does not."""
    return not isinstance(block, FactTitle | ObjectBlock) and block.boxed


def needs_credit_label(figure: Figure) -> bool:
    """Tell whether the credit is a bare name; `Illustration: Ylva Ek` says by itself what it made."""
    return bool(figure.credit) and ": " not in figure.credit


def paragraph(text: str) -> Paragraph:
    """Return an unmarked paragraph of `text`."""
    return Paragraph(spans=(Span(text),) if text else ())


def with_spans(block: TextBlock, spans: Spans) -> TextBlock:
    """Return `block` with other words."""
    return msgspec.structs.replace(block, spans=spans)
