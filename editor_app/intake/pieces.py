"""A document from elsewhere as a row of blocks, each with the part that its style gives it."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

from msgspec import Struct

from editor_app.domain.document import Block, Paragraph, Span, Spans, TextBlock, plain_text, with_spans
from editor_app.intake.account import LeftOut
from editor_app.intake.taken_text import Origin, SourceImage, TakenComment


class Role(Enum):
    """The part that a piece has in its document."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    CONTACT = "contact"
    CORRECTION = "correction"


class Commented(Struct, frozen=True):
    """What comment `comment_id` is about in a piece: from `start` to `end` of its words, or all of it."""

    comment_id: str
    start: int = 0
    end: int | None = None

    def moved(self, by: int) -> "Commented":
        """Return the same where so many more characters stand before it."""
        end = None if self.end is None else max(self.end + by, 0)
        return Commented(self.comment_id, self.start if end is None else max(self.start + by, 0), end)


class Piece(Struct, frozen=True):
    """One block of a document; headings have the levels of the document, from 1.

    A caption that `leads_on` belongs to what stands below it. A caption's `credit` is what its own
    style tells apart.
    """

    block: Block
    role: Role = Role.BODY
    leads_on: bool = False
    credit: str = ""
    commented: tuple[Commented, ...] = ()


Pieces = tuple[Piece, ...]


class Stated(Struct, frozen=True):
    """What a document says of itself outside its text; `publish_at` is as in TakenText."""

    publish_at: date | datetime | None = None
    category_name: str = ""
    language: str = ""
    furniture: tuple[str, ...] = ()


class SourceComment(Struct, frozen=True):
    """A comment in a document: what is `said`, and the words `quoted` that it is about."""

    id: str
    quoted: str
    said: TakenComment


class SourceText(Struct, frozen=True):
    """What a document says, before its pieces are sorted into the parts of an article.

    `origin` tells that this program wrote it.
    """

    pieces: Pieces
    images: Mapping[str, SourceImage] = {}
    left_out: tuple[LeftOut, ...] = ()
    origin: Origin | None = None
    stated: Stated = Stated()
    comments: tuple[SourceComment, ...] = ()


def words_of(piece: Piece) -> str:
    """Return the plain words of a piece."""
    return plain_text(piece.block)


def text_piece(spans: Spans, role: Role) -> Piece:
    """Return a piece of running text in the part `role`."""
    return Piece(Paragraph(spans), role)


def strip_spans(spans: Spans) -> Spans:
    """Return `spans` without space at either end."""
    kept = [span for span in spans if span.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = Span(kept[0].text.lstrip(), kept[0].marks)
        kept[-1] = Span(kept[-1].text.rstrip(), kept[-1].marks)
    return tuple(kept)


def stripped(block: TextBlock) -> TextBlock:
    """Return `block` without space at either end."""
    return with_spans(block, strip_spans(block.spans))
