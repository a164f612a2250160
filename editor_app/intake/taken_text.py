"""What a copied news page says, sorted into the parts of an article."""

from datetime import date, datetime

from msgspec import Struct

from editor_app.domain.article import Kind
from editor_app.domain.document import Document


class ContactText(Struct, frozen=True):
    """A contact as the page had it, phone number as typed; empty strings are what it did not say."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""


class TakenText(Struct, frozen=True):
    """The parts of a copied page; every word of it is in one of them.

    `publish_at` is a date, or a naive datetime by the clock on the wall where the page gave a time.
    `body` is normalised. `furniture` holds the lines around the article, in their order: menus,
    notices, "read also", and what else is the page's own.
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
