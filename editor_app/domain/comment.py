"""What somebody has to say about an article, or about a passage of it."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

# What stands above the body has numbers too, so that all of it sorts as it is read.
TITLE, LEAD = -2, -1


class CommentOccasion(StrEnum):
    """Where a comment comes from."""

    RETURNED = "returned"
    REVIEW = "review"
    WORD = "word"
    NOTE = "note"


class Passage(Struct, frozen=True):
    """A place in the text of a revision.

    `block` is an index into the blocks of its body, TITLE or LEAD; `start` and `end` count code points
    in the text that `commented_texts` has of it, and `quoted` is what stands there: by it the place is
    found again in a later text.
    """

    block: int
    start: int
    end: int
    quoted: str


class Comment(Struct, frozen=True):
    """One comment; it is open until somebody settles it.

    `settled_by` is empty where a document said that it is dealt with, and not by whom. `revision_id`
    names the words that it is about, None where no version of them was kept.
    """

    id: str
    article_id: str
    revision_id: str | None
    occasion: CommentOccasion
    words: str
    written_by: str
    written_at: datetime
    passage: Passage | None = None
    settled_by: str = ""
    settled_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether it still waits for somebody."""
        return self.settled_at is None
