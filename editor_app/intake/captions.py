"""Captions and photographers' names, which stand in paragraphs of their own in a document."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from editor_app.domain.document import Figure, Table
from editor_app.intake.pieces import Commented, Piece, Role, words_of

# "Ån i maj. Foto: Ylva Ek"; an illustration's credit says itself what it made.
_CREDIT = re.compile(
    r"(?:^|[\s(])(?P<credit>(?:foto|fotograf|photo|bild|image)\s*:\s*(?P<name>[^:()]{2,80})"
    r"|(?:illustration|grafik|karta|map)\s*:\s*[^:()]{2,80})\)?\.?$",
    re.IGNORECASE,
)


def with_captions(pieces: Iterable[Piece], *, own: bool) -> list[Piece]:
    """Return `pieces` with each caption in the image or the table that it belongs to.

    One that stands alone is a paragraph.
    """
    done: list[Piece] = []
    waiting: Piece | None = None
    for next_piece in pieces:
        piece, alone = _below(waiting, next_piece)
        done += alone
        waiting = None
        if piece.role is not Role.CAPTION:
            done.append(piece)
        elif piece.leads_on:
            waiting = piece
        elif done and isinstance(done[-1].block, Figure) and not done[-1].block.caption:
            figure = _captioned(done[-1].block, piece, own=own)
            done[-1] = replace(done[-1], block=figure, commented=(*done[-1].commented, *piece.commented))
        elif done and isinstance(done[-1].block, Table) and not done[-1].block.caption:
            done[-1] = _below_caption(piece, done[-1], done[-1].block)
        else:
            done.append(replace(piece, role=Role.BODY))
    return done if waiting is None else [*done, replace(waiting, role=Role.BODY)]


def _below(caption: Piece | None, piece: Piece) -> tuple[Piece, list[Piece]]:
    """Return `piece` with the caption that stood above it, or the caption as a piece of its own."""
    if caption is None:
        return piece, []
    if isinstance(piece.block, Table):
        return _below_caption(caption, piece, piece.block), []
    if isinstance(piece.block, Figure):
        figure = _captioned(piece.block, caption, own=False)
        return replace(piece, block=figure, commented=(*piece.commented, *caption.commented)), []
    return piece, [replace(caption, role=Role.BODY)]


def _below_caption(caption: Piece, piece: Piece, table: Table) -> Piece:
    words = words_of(caption)
    # The words of a table begin with its caption, on a line of its own.
    moved: tuple[Commented, ...] = tuple(one.moved(len(words) + 1) for one in piece.commented)
    return replace(piece, block=replace(table, caption=words), commented=(*caption.commented, *moved))


def _captioned(figure: Figure, caption: Piece, *, own: bool) -> Figure:
    words, credit = words_of(caption), caption.credit
    match = None if own or credit else _CREDIT.search(words)
    if match is not None:
        credit = match["name"] or match["credit"]
        words = words[: match.start()]
    return replace(figure, caption=" ".join(words.split()) if not own else words, credit=credit.strip())
