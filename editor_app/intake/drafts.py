"""The pieces of a document become the parts of an article."""

from collections.abc import Iterable

from msgspec.structs import replace

from editor_app.domain.document import (
    Block,
    Document,
    Figure,
    Heading,
    Paragraph,
    Span,
    Strong,
    Table,
)
from editor_app.domain.long_blocks import parted
from editor_app.domain.normalize import normalize, normalize_text
from editor_app.intake.blocks import is_heading_like
from editor_app.intake.captions import with_captions
from editor_app.intake.contacts import read_contacts
from editor_app.intake.dashes import with_quotes_and_lists
from editor_app.intake.draft_details import Details, take_contacts, take_labels
from editor_app.intake.lines import read_lines
from editor_app.intake.news_page import language_of
from editor_app.intake.pieces import Piece, Role, SourceText, stripped, words_of
from editor_app.intake.taken_text import TakenText
from editor_app.intake.word.placing import placed_comments

_LEAST_LEAD_WORDS = 4


def sort_draft(source: SourceText) -> TakenText:
    """Return the parts of the article that `source`, a document from a word processor, holds.

    The styles tell most; labels, contacts, dashes of speech and a bold first paragraph tell the
    rest. A document that this program wrote is taken at its word.
    """
    details = Details(
        category_name=source.stated.category_name,
        publish_at=source.stated.publish_at,
        furniture=list(source.stated.furniture),
    )
    pieces = with_captions(source.pieces, own=source.origin is not None)
    if source.origin is None:
        pieces = _tidy(pieces)
    comments = tuple(placed_comments(source.comments, pieces)) if source.origin is not None else ()
    title, pieces = _take_title(pieces, guess=source.origin is None)
    contacts = "\n".join(words_of(piece) for piece in pieces if piece.role is Role.CONTACT)
    # The corrections of an article that comes back stay as they are in the archive.
    pieces = [piece for piece in pieces if piece.role not in {Role.CONTACT, Role.CORRECTION}]
    if contacts:
        details.contacts += read_contacts(read_lines(contacts)).contacts
    if source.origin is None:
        pieces = take_labels(pieces, details)
        pieces = take_contacts(pieces, details)
    lead, pieces = _take_lead(pieces, guess=source.origin is None)
    blocks: Iterable[Block] = (piece.block for piece in pieces)
    if source.origin is None:
        blocks = parted(with_quotes_and_lists(_with_levels(list(blocks))))
    body = normalize(Document(tuple(blocks)))
    return TakenText(
        kind=details.kind,
        language=source.stated.language or language_of(read_lines("\n".join(map(words_of, source.pieces)))),
        title=title,
        publish_at=details.publish_at,
        category_name=details.category_name,
        lead=lead,
        body=body,
        contacts=tuple(details.contacts),
        furniture=tuple(details.furniture),
        images=source.images,
        left_out=source.left_out,
        origin=source.origin,
        comments=comments,
    )


def _tidy(pieces: list[Piece]) -> list[Piece]:
    """Space at the ends of a paragraph is layout, and an empty one is air."""
    return [
        piece if isinstance(piece.block, Figure | Table) else replace(piece, block=stripped(piece.block))
        for piece in pieces
        if isinstance(piece.block, Figure | Table) or words_of(piece).strip()
    ]


def _take_title(pieces: list[Piece], *, guess: bool) -> tuple[str, list[Piece]]:
    """Return the title and the other pieces; a second title is a heading."""
    place = next((i for i, piece in enumerate(pieces) if piece.role is Role.TITLE), None)
    if place is None and guess:
        place = _first_heading(pieces)
    rest = [
        Piece(Heading(1, _spans(piece))) if piece.role is Role.TITLE else piece
        for i, piece in enumerate(pieces)
        if i != place
    ]
    return ("", rest) if place is None else (normalize_text(words_of(pieces[place]), line_breaks=False), rest)


def _first_heading(pieces: list[Piece]) -> int | None:
    """Return where the heading stands that no running text comes before."""
    for index, piece in enumerate(pieces):
        block, words = piece.block, words_of(piece)
        if isinstance(block, Heading):
            return index
        if isinstance(block, Paragraph) and is_heading_like(words) and _is_followed_by_text(pieces, index):
            # A line that only looks like a title is one where no heading comes right below it.
            below = pieces[index + 1].block
            return index + 1 if isinstance(below, Heading) and below.level == 1 else index
        if not isinstance(block, Figure):
            return None
    return None


def _is_followed_by_text(pieces: list[Piece], index: int) -> bool:
    return any(len(words_of(piece)) > len(words_of(pieces[index])) for piece in pieces[index + 1 : index + 4])


def _take_lead(pieces: list[Piece], *, guess: bool) -> tuple[str, list[Piece]]:
    """Return the lead and the other pieces."""
    places = [i for i, piece in enumerate(pieces) if piece.role is Role.LEAD]
    if not places and guess:
        places = _bold_lead(pieces)
    # Only those in a row are one lead; another is a paragraph that somebody gave the style.
    run = [place for number, place in enumerate(places) if place == places[0] + number]
    lead = "\n".join(normalize_text(words_of(pieces[place])) for place in run)
    rest = [replace(piece, role=Role.BODY) for i, piece in enumerate(pieces) if i not in run]
    return lead, rest


def _bold_lead(pieces: list[Piece]) -> list[int]:
    first = next((i for i, piece in enumerate(pieces) if not isinstance(piece.block, Figure)), None)
    if first is None or not isinstance(pieces[first].block, Paragraph):
        return []
    spans = _spans(pieces[first])
    bold = all(Strong() in span.marks for span in spans if span.text.strip())
    has_more = any(isinstance(piece.block, Paragraph) for piece in pieces[first + 1 :])
    is_lead = bold and has_more and len(words_of(pieces[first]).split()) >= _LEAST_LEAD_WORDS
    return [first] if is_lead and not is_heading_like(words_of(pieces[first])) else []


def _with_levels(blocks: list[Block]) -> list[Block]:
    """Headings begin at level 2: where the document has more of level 1, all go one down."""
    if not any(isinstance(block, Heading) and block.level == 1 for block in blocks):
        return blocks
    return [
        replace(block, level=block.level + 1) if isinstance(block, Heading) else block for block in blocks
    ]


def _spans(piece: Piece) -> tuple[Span, ...]:
    block = piece.block
    return () if isinstance(block, Figure | Table) else block.spans
