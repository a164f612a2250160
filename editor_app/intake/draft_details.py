"""What a draft says of itself beside its text: kind, category, date and contacts."""

from datetime import date, datetime

from msgspec import Struct, field

from editor_app.domain.article import Kind
from editor_app.domain.document import Figure, Paragraph, Span, Table, is_boxed
from editor_app.intake.contacts import is_contact_heading, is_contact_line, read_contacts
from editor_app.intake.dates import DateRole, read_date
from editor_app.intake.lines import Line, is_running_text
from editor_app.intake.pieces import Piece, Role, words_of
from editor_app.intake.taken_text import ContactText
from editor_app.intake.vocabulary import CATEGORY_LABEL, kind_named


class Details(Struct):
    """Gathers the details while they are taken out of the text."""

    kind: Kind = Kind.NEWS
    category_name: str = ""
    publish_at: date | datetime | None = None
    contacts: list[ContactText] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)


def take_labels(pieces: list[Piece], details: Details) -> list[Piece]:
    """Return `pieces` without the lines above the text that name kind, category or date."""
    rest: list[Piece] = []
    above_text = True
    for piece in pieces:
        words = words_of(piece)
        above_text = above_text and not _begins_text(piece, words)
        is_body = piece.role is Role.BODY and isinstance(piece.block, Paragraph)
        if not (above_text and is_body and _is_label(words, details)):
            rest.append(piece)
    return rest


def _begins_text(piece: Piece, words: str) -> bool:
    # The date stands below the lead on many pages.
    if piece.role is Role.LEAD:
        return False
    return is_running_text(words) or not isinstance(piece.block, Paragraph | Figure)


def _is_label(words: str, details: Details) -> bool:
    kind = kind_named(words)
    category = CATEGORY_LABEL.fullmatch(words)
    day = read_date(words)
    if kind is not None:
        details.kind = kind
    elif category is not None:
        details.category_name = details.category_name or category[1].strip()
    elif day is not None and day.role is not DateRole.CHANGED and _is_same(day.value, details.publish_at):
        details.publish_at = details.publish_at or day.value
        if day.says_more:
            details.furniture.append(words)
    else:
        return False
    return True


def _is_same(day: date | datetime, known: date | datetime | None) -> bool:
    """Tell whether `day` is news, or what the document said of itself already."""
    return known is None or day.isoformat()[:10] == known.isoformat()[:10]


def take_contacts(pieces: list[Piece], details: Details) -> list[Piece]:
    """Return `pieces` without the contacts, which stand under a heading of their own or say what they are.

    Sentences between them stay in the text.
    """
    rest: list[Piece] = []
    index = 0
    while index < len(pieces):
        used = _read_contacts(pieces[index:], details, rest)
        if not used:
            rest.append(pieces[index])
        index += used or 1
    return rest


def _read_contacts(pieces: list[Piece], details: Details, rest: list[Piece]) -> int:
    """Read the contacts that `pieces` begin with; return how many pieces they took."""
    lines, owners = _lines(pieces)
    if not lines:
        return 0
    if is_contact_heading(lines, 0):
        heading = 1
    elif is_contact_line(lines[0].text):
        heading = 0
    else:
        return 0
    block = read_contacts(lines[heading:])
    if not block.contacts:
        return 0
    last = owners[heading + block.used - 1]
    # A paragraph is a contact's as a whole, or not at all.
    if heading + block.used < len(lines) and owners[heading + block.used] == last:
        return 0
    details.contacts += block.contacts
    details.furniture += block.extra
    rest += (Piece(Paragraph((Span(line.text),))) for line in block.left)
    return last + 1


def _lines(pieces: list[Piece]) -> tuple[tuple[Line, ...], list[int]]:
    """Return the lines of the first text pieces, and the piece that each comes from."""
    lines: list[Line] = []
    owners: list[int] = []
    for index, piece in enumerate(pieces[:_WINDOW]):
        if isinstance(piece.block, Figure | Table) or is_boxed(piece.block):
            break
        for text in words_of(piece).split("\n"):
            if text.strip():
                lines.append(Line(" ".join(text.split()), after_gap=False))
                owners.append(index)
    return tuple(lines), owners


# Contacts take some lines each; a draft has a handful of them.
_WINDOW = 60
