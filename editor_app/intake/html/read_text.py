"""What a text from elsewhere says, as blocks, and what of it could not come along."""

from msgspec import Struct

from editor_app.domain.document import Document


class LeftOut(Struct, frozen=True):
    """How much of value was left out; fonts, scripts and trackers are not counted.

    `images` lie on the web or in a file elsewhere, `comments` were written beside the text, and
    `deletions` were struck out in it.
    """

    images: int = 0
    comments: int = 0
    deletions: int = 0

    def __bool__(self) -> bool:
        return bool(self.images or self.comments or self.deletions)


class ReadText(Struct, frozen=True):
    """A text from elsewhere; `document` is normalised.

    `images` holds the bytes that came with the text, by the SHA-256 that its figures know them by.
    """

    document: Document = Document()
    images: dict[str, bytes] = {}
    left_out: LeftOut = LeftOut()
