"""What feeds and site maps tell of an article."""

from datetime import datetime

from markupsafe import Markup, escape
from msgspec import Struct

from editor_app.domain.language_versions import Version
from editor_app.domain.live_text import ListedText
from editor_app.rendering.languages import SITE_LANGUAGE, language_tag

XML = '<?xml version="1.0" encoding="utf-8"?>\n'


class Entry(Struct, frozen=True):
    """An article in a feed or on a map; texts are plain, `tag` is the language's, times are in UTC.

    `versions` are the pages that are the same in other languages, its own among them, if there are any.
    """

    article_id: str
    path: str
    title: str
    lead: str
    tag: str
    published_at: datetime
    updated_at: datetime | None = None
    section: str = ""
    versions: tuple[Version, ...] = ()

    @property
    def changed_at(self) -> datetime:
        """When the words on the page became what they are."""
        return max(self.published_at, self.updated_at or self.published_at)


def entry_of(listed: ListedText, *, section: str = "", versions: tuple[Version, ...] = ()) -> Entry:
    """Return what is told of a public article; `section` is the present name of its category."""
    return Entry(
        article_id=listed.article_id,
        path=listed.path,
        title=listed.title,
        lead=listed.lead,
        tag=language_tag(listed.language) or SITE_LANGUAGE,
        published_at=listed.dated_at,
        updated_at=listed.updated_at,
        section=section,
        versions=versions,
    )


def element(name: str, text: str) -> Markup:
    """Return a line with an element that has nothing but `text` in it."""
    return Markup(f"<{name}>") + escape(text) + Markup(f"</{name}>\n")
