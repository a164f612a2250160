"""Where the comments of a document that comes back stand in the article that it says."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from editor_app.domain.comment import LEAD, TITLE, Passage
from editor_app.domain.document import Figure, Table
from editor_app.domain.normalize import normalize_text
from editor_app.domain.passages import commented_text
from editor_app.intake.pieces import Piece, Role, SourceComment, words_of
from editor_app.intake.taken_text import TakenComment

_ELSEWHERE = frozenset({Role.CONTACT, Role.CORRECTION})


def placed_comments(comments: Iterable[SourceComment], pieces: Iterable[Piece]) -> Iterator[TakenComment]:
    """Yield the comments with their passages; `pieces` are those of a document that this program wrote.

    A comment on several blocks is about the first of them. One on what no article has words for keeps
    the words that it was about.
    """
    found: dict[str, Passage] = {}
    for block, piece in _numbered(pieces):
        for comment_id, passage in _passages(block, piece):
            found.setdefault(comment_id, passage)
    for comment in comments:
        yield replace(comment.said, passage=found.get(comment.id) or _unplaced(comment.quoted))


def _numbered(pieces: Iterable[Piece]) -> Iterator[tuple[int, Piece]]:
    """Yield the pieces with the numbers that their blocks have in the article."""
    block, has_title = 0, False
    for piece in pieces:
        if piece.role is Role.TITLE and not has_title:
            has_title = True
            yield TITLE, piece
        elif piece.role is Role.LEAD:
            yield LEAD, piece
        elif piece.role not in _ELSEWHERE:
            yield block, piece
            # Blank paragraphs vanish.
            block += isinstance(piece.block, Figure | Table) or bool(words_of(piece).strip())


def _passages(block: int, piece: Piece) -> Iterator[tuple[str, Passage]]:
    text = commented_text(piece.block)
    for one in piece.commented:
        words = text[one.start : one.end]
        quoted = normalize_text(words).strip() if block in {TITLE, LEAD} else words.strip()
        if quoted:
            start = one.start + len(words) - len(words.lstrip())
            yield one.comment_id, Passage(block, start, start + len(quoted), quoted)


def _unplaced(quoted: str) -> Passage | None:
    words = normalize_text(quoted).strip()
    return Passage(LEAD, 0, len(words), words) if words else None
