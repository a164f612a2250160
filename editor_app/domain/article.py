"""An article, and the contacts and categories that it names."""

from datetime import date, datetime
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


class Phone(Struct, frozen=True, forbid_unknown_fields=True):
    """A number as it is written, and what it is for, as in växel, mobil or press, where that is told."""

    number: str
    label: str = ""

    @property
    def words(self) -> str:
        """The number with what it is for before it."""
        return f"{self.label}: {self.number}" if self.label else self.number


class Contact(Struct, frozen=True, forbid_unknown_fields=True):
    """A person or a function that the reader can turn to; what is not known is empty.

    Roles, phones and e-mails are in the order in which they are shown.
    """

    id: str
    name: str
    roles: tuple[str, ...] = ()
    unit: str = ""
    organisation: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()

    @property
    def position(self) -> tuple[str, ...]:
        """What they are and where: roles, unit and organisation, as far as they are known."""
        return (*self.roles, *filter(None, (self.unit, self.organisation)))

    @property
    def ways(self) -> tuple[str, ...]:
        """How they are reached: phone numbers, then e-mail addresses."""
        return (*(phone.words for phone in self.phones), *self.emails)


class Correction(Struct, frozen=True, forbid_unknown_fields=True):
    """What was wrong on the page and is right now, in words for its readers, with the Swedish day."""

    day: date
    words: str


class Original(Struct, frozen=True, forbid_unknown_fields=True):
    """The article that another is a version of in another language.

    `words` names, by their hash, the words of it that were translated; empty where nobody has said which.
    """

    article_id: str
    words: str = ""


class Article(Struct, frozen=True, forbid_unknown_fields=True):
    """The working copy of an article, as its editor sees it.

    Times are aware and in UTC. `publish_at` is the date on the page; an article without one takes
    the time of its approval. `slug` is empty until the first submission. `internal_note` never
    leaves the archive. `stays_online` tells that the page is not to be taken down by rule. `version_of` is
    what it says in another language.
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
    stays_online: bool = False
    corrections: tuple[Correction, ...] = ()
    version_of: Original | None = None
