"""What machines are told of an article's page: nothing of it depends on settings or on other pages."""

from datetime import datetime

from msgspec import Struct

from editor_app.domain.article import Correction, Kind


class FactContact(Struct, frozen=True):
    """Whom to turn to; numbers are as they are dialled from anywhere, `position` is what they are."""

    name: str
    position: str
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


class FactImage(Struct, frozen=True):
    """The image at the top at its usual size in pixels; `path` is on the site, `alt` empty for decoration."""

    path: str
    width: int
    height: int
    alt: str = ""


class PageFacts(Struct, frozen=True):
    """Texts are as pages show them, times in UTC, `tag` is the language's; `section` is what was approved."""

    article_id: str
    revision_hash: str
    path: str
    title: str
    lead: str
    tag: str
    kind: Kind
    section: str
    published_at: datetime
    updated_at: datetime | None = None
    contacts: tuple[FactContact, ...] = ()
    corrections: tuple[Correction, ...] = ()
    image: FactImage | None = None
    record_number: str = ""

    @property
    def changed_at(self) -> datetime:
        """When the words on the page became what they are."""
        return max(self.published_at, self.updated_at or self.published_at)
