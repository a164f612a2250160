"""What a text from elsewhere says, sorted into the parts of an article."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from editor_app.domain.article import Kind, Phone
from editor_app.domain.comment import Passage
from editor_app.domain.document import Document
from editor_app.intake.account import LeftOut


class ContactText(Struct, frozen=True):
    """A contact as the page had it, phone numbers as typed; empty is what it did not say."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()


class SourceImage(Struct, frozen=True):
    """An image that came inside a document: its bytes, and what it is called."""

    data: bytes
    name: str


class Origin(Struct, frozen=True):
    """The article that a document was once written from, and the version that it then had."""

    article_id: str
    version: int


class TakenComment(Struct, frozen=True):
    """What somebody said about a document; `passage` counts in the text that was taken from it.

    `written_by` is empty and `written_at` None where the document does not tell.
    """

    words: str
    written_by: str = ""
    written_at: datetime | None = None
    is_settled: bool = False
    passage: Passage | None = None


class TakenText(Struct, frozen=True):
    """The parts of a text from elsewhere; every word of it is in one of them.

    `publish_at` is a date, or a naive datetime by the clock on the wall where the page gave a time.
    `body` is normalised. `furniture` holds the lines around the article, in their order: menus,
    notices, "read also", and what else is the page's own. `images` has the bytes behind the ids
    of the body's figures, `left_out` what no part has room for. `origin` is None, and there are no
    `comments`, for all but the documents that this program wrote.
    """

    kind: Kind = Kind.NEWS
    language: str = "sv"
    title: str = ""
    publish_at: date | datetime | None = None
    category_name: str = ""
    lead: str = ""
    body: Document = Document()
    contacts: tuple[ContactText, ...] = ()
    furniture: tuple[str, ...] = ()
    images: Mapping[str, SourceImage] = {}
    left_out: tuple[LeftOut, ...] = ()
    origin: Origin | None = None
    comments: tuple[TakenComment, ...] = ()
