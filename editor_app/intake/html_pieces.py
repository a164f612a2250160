"""What reading HTML gives, as the pieces of a document."""

from collections.abc import Iterator

from editor_app.domain.document import Block
from editor_app.intake.account import Account, Omission
from editor_app.intake.html.read_text import ReadText
from editor_app.intake.pieces import Piece
from editor_app.intake.taken_text import SourceImage

_ID_SHOWN = 8


def pieces_of(read: ReadText, account: Account) -> Iterator[Piece]:
    """Yield the blocks of `read` as pieces, and note in `account` what could not come along."""
    left = read.left_out
    for what, count in (
        (Omission.IMAGES, left.images),
        (Omission.COMMENTS, left.comments),
        (Omission.DELETIONS, left.deletions),
    ):
        if count:
            account.leave_out(what, count=count)
    blocks: tuple[Block, ...] = read.document.blocks
    yield from map(Piece, blocks)


def images_of(read: ReadText) -> dict[str, SourceImage]:
    """Return the images of `read`, named for what they are known by."""
    return {image_id: SourceImage(data, image_id[:_ID_SHOWN]) for image_id, data in read.images.items()}
