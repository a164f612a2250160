"""An article, and the contacts and categories that it names."""

from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from msgspec import Struct

from editor_app.domain.document import Document, Figure


def new_id() -> str:
    """Return a fresh UUID: ids are made on the workstation, so that archives can be joined."""
    return str(uuid4())


class Kind(StrEnum):
    """What sort of text an article is; the values are what the archive and the page address use."""

    NEWS = "nyhet"
    PRESS_RELEASE = "pressmeddelande"
    INFORMATION = "information"
    SERVICE_NOTICE = "driftinformation"
    CRISIS = "krisinformation"


class Category(Struct, frozen=True, forbid_unknown_fields=True):
    """A subject that articles are filed under; `slug` is its part of the page address."""

    id: str
    name: str
    slug: str


class Contact(Struct, frozen=True, forbid_unknown_fields=True):
    """A person or a function that the reader can turn to; empty strings are what is not known."""

    id: str
    name: str
    role: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""


class Article(Struct, frozen=True, forbid_unknown_fields=True):
    """The working copy of an article, as its editor sees it.

    Times are aware and in UTC. `publish_at` is the date on the page; an article without one takes
    the time of its approval. `slug` is empty until the first submission. `internal_note` never
    leaves the archive.
    """

    id: str
    kind: Kind = Kind.NEWS
    title: str = ""
    lead: str = ""
    body: Document = Document()
    language: str = "sv"
    category_id: str | None = None
    contact_ids: tuple[str, ...] = ()
    hero: Figure | None = None
    related_ids: tuple[str, ...] = ()
    publish_at: datetime | None = None
    embargo_until: datetime | None = None
    unpublish_at: datetime | None = None
    record_number: str = ""
    slug: str = ""
    internal_note: str = ""
