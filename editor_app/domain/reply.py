"""What an expert answers to a review file: comments on the words of one revision."""

from datetime import datetime

from msgspec import Struct

from editor_app.domain.comment import TITLE

# Of a hash a form shows so much: enough to tell revisions apart, and short enough for a line of a mail.
SHORT_HASH = 16
# What a page of a review file says of itself.
REVIEW_MARK = 'data-pressklar="review"'


def form_number(block: int) -> int:
    """Return the number that a block has in a form to fill in, from 1."""
    return block - TITLE + 1


def block_numbered(number: int) -> int:
    """Return the block that has `number` in a form."""
    return number + TITLE - 1


class Remark(Struct, frozen=True):
    """One comment; `block` is what a Passage names, None for the whole article."""

    words: str
    block: int | None = None


class Reply(Struct, frozen=True):
    """The comments of `name` on revision `number` of an article, of which the hash begins with `hash`.

    `written_at` is what the expert's clock said, None where nobody noted it.
    """

    article_id: str
    number: int
    hash: str
    name: str
    remarks: tuple[Remark, ...]
    written_at: datetime | None = None
