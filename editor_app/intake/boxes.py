"""The boxes of a document, made with a table of one cell or with a frame: fact boxes of the article."""

from collections.abc import Iterator

from msgspec.structs import replace

from editor_app.domain.document import FactTitle, Figure, Heading, Paragraph, Table, plain_text
from editor_app.intake.pieces import Piece, Role

_LONGEST_FACT_TITLE = 80


def boxed_pieces(inside: list[Piece], *, own: bool) -> Iterator[Piece]:
    """Yield the pieces of a box: its first line is the title where it reads as one."""
    pieces = [piece for piece in inside if own or plain_text(piece.block).strip() or _stands(piece)]
    for index, piece in enumerate(pieces):
        block = piece.block
        if isinstance(block, FactTitle | Figure | Table):
            yield piece
        elif index == 0 and not own and _may_be_title(piece, len(pieces)):
            yield Piece(FactTitle(block.spans))
        else:
            yield replace(piece, block=replace(block, boxed=True), role=Role.BODY)


def _stands(piece: Piece) -> bool:
    return isinstance(piece.block, Figure | Table)


def _may_be_title(piece: Piece, count: int) -> bool:
    text = plain_text(piece.block).strip()
    is_text = isinstance(piece.block, Paragraph | Heading)
    return is_text and count > 1 and len(text) <= _LONGEST_FACT_TITLE and text[-1:] not in ".,;"
