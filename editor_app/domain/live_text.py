"""What the website keeps ready of each text that is on it or is to appear on it."""

from datetime import datetime

import msgspec
from msgspec import Struct

from editor_app.domain.article import Kind
from editor_app.domain.document import Figure
from editor_app.domain.page_facts import PageFacts

ImageSize = tuple[int, int]

_facts = msgspec.json.Decoder(PageFacts)


class ListedText(Struct, frozen=True):
    """What other pages show of an article, and between which times, in UTC, its own page is there.

    Title and lead are as pages show them; `hero_size` is that of the upright original in pixels.
    `original_id` is the article that it is a version of in another language, empty where it is none.
    """

    article_id: str
    revision_hash: str
    path: str
    title: str
    lead: str
    kind: Kind
    language: str
    category_id: str | None
    dated_at: datetime
    begins_at: datetime | None = None
    ends_at: datetime | None = None
    hero: Figure | None = None
    hero_size: ImageSize | None = None
    updated_at: datetime | None = None
    original_id: str = ""

    def is_public(self, now: datetime) -> bool:
        """Tell whether the page is on the website at `now`."""
        has_begun = self.begins_at is None or self.begins_at <= now
        return has_begun and (self.ends_at is None or now < self.ends_at)


class OpenLink(Struct, frozen=True, array_like=True):
    """A link to what may move or go: the page of a `kind` of thing with the id `target_id`.

    The others are the bytes from which and up to which it stands, what stands for its address, and its words.
    """

    kind: str
    target_id: str
    begin: int
    end: int
    mark: int
    mark_end: int
    words: int
    words_end: int


class Fragment(Struct):
    """What is an article's own of its page, made once for good from the words that were approved.

    `html` is its article element in UTF-8, of which `digest` tells others apart; `links` in it to what may
    move or go, other articles and its section, are still open, see `editor_app.rendering.open_links`.
    `labels` is the language of the page around, and `images` are the paths of the renditions that it
    shows, the teaser's among them. `body_at` tells from which to which byte of it the body stands.

    `told` are the facts that machines are told of the page, which `facts` reads. `head` and `item` are what
    the head of the page and the news item have of them, in parts, see `editor_app.rendering.open_texts`.
    """

    html: bytes
    title: str
    description: str
    language: str
    labels: str
    told: msgspec.Raw
    linked_ids: tuple[str, ...] = ()
    related_ids: tuple[str, ...] = ()
    contact_ids: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    parts: dict[str, str] = {}
    body_at: tuple[int, int] = (0, 0)
    links: tuple[OpenLink, ...] = ()
    digest: str = ""
    head: tuple[str, ...] = ()
    item: tuple[str, ...] = ()

    @property
    def facts(self) -> PageFacts:
        """What machines are told of the page."""
        return _facts.decode(self.told)


class LiveText(Struct, frozen=True):
    """A text that is on the website at some time: what lists show of it, and its own part of its page."""

    listed: ListedText
    fragment: Fragment
