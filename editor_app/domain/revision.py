"""Immutable snapshots of an article, known by the hash of what they say."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from editor_app.domain.article import Article, Category, Contact, Correction, Kind, Original
from editor_app.domain.document import Document, Figure, plain_text
from editor_app.domain.errors import EditorAppError
from editor_app.domain.normalize import normalize


class Snapshot(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything a reader of the page gets from an article, contacts and category spelt out.

    A later change to a contact or a category cannot alter it. Images are covered by their ids,
    which are hashes of their bytes. The internal note is no part of it: that never leaves the
    archive, and to change it takes no approval.
    """

    article_id: str
    kind: Kind
    title: str
    lead: str
    body: Document
    language: str
    category: Category | None
    contacts: tuple[Contact, ...]
    hero: Figure | None
    related_ids: tuple[str, ...]
    publish_at: datetime | None
    embargo_until: datetime | None
    unpublish_at: datetime | None
    record_number: str
    slug: str
    stays_online: bool = False
    corrections: tuple[Correction, ...] = ()
    version_of: Original | None = None


class Occasion(StrEnum):
    """Which act a revision was kept by; only what was SUBMITTED can be approved."""

    SUBMITTED = "submitted"
    SAVED = "saved"
    BEFORE_RESTORE = "before_restore"


class Revision(Struct, frozen=True):
    """A stored snapshot: `content` is its canonical JSON and `hash` the SHA-256 of that, in hex.

    `number` counts an article's revisions from 1; `name` is what its keeper calls it, if anything, and
    `occasion` None where the archive says nothing known.
    """

    id: str
    article_id: str
    number: int
    content: bytes
    hash: str
    created_at: datetime
    created_by: str
    occasion: Occasion | None = Occasion.SUBMITTED
    name: str = ""


class HashMismatch(EditorAppError):
    """The stored words of revision `number` of `article_id` are not those that its hash names."""

    def __init__(self, article_id: str, number: int) -> None:
        super().__init__(f"revision {number} of article {article_id} does not match its hash")
        self.article_id = article_id
        self.number = number


def take_snapshot(article: Article, category: Category | None, contacts: Iterable[Contact]) -> Snapshot:
    """Return what a reader would get from `article` now; `contacts` are in its order."""
    return Snapshot(
        article_id=article.id,
        kind=article.kind,
        title=article.title.strip(),
        lead=article.lead.strip(),
        body=normalize(article.body),
        language=article.language,
        category=category,
        contacts=tuple(contacts),
        hero=article.hero,
        related_ids=article.related_ids,
        publish_at=article.publish_at,
        embargo_until=article.embargo_until,
        unpublish_at=article.unpublish_at,
        record_number=article.record_number,
        slug=article.slug,
        stays_online=article.stays_online,
        corrections=_said(article.corrections),
        version_of=article.version_of,
    )


def _said(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return those that say something: one that is still being written does not stand on the page."""
    tidied = (replace(correction, words=correction.words.strip()) for correction in corrections)
    return tuple(correction for correction in tidied if correction.words)


def figures(text: Article | Snapshot) -> tuple[Figure, ...]:
    """Return the images of `text`, the one at its top first."""
    hero = () if text.hero is None else (text.hero,)
    return (*hero, *(block for block in text.body.blocks if isinstance(block, Figure)))


def named_articles(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the ids of the articles that are among what is known of `snapshot` beside its words."""
    original = () if snapshot.version_of is None else (snapshot.version_of.article_id,)
    return (*snapshot.related_ids, *original)


def words_hash(text: Article | Snapshot) -> str:
    """Return what names the words of `text` that a translation has to follow."""
    blocks = [
        (block.alt, block.caption) if isinstance(block, Figure) else plain_text(block)
        for block in normalize(text.body).blocks
    ]
    hero = None if text.hero is None else (text.hero.alt, text.hero.caption)
    return content_hash(msgspec.json.encode((text.title.strip(), text.lead.strip(), hero, blocks)))


def content_hash(content: bytes) -> str:
    """Return the identity of a revision whose canonical JSON is `content`."""
    return sha256(content).hexdigest()


def verify(revision: Revision, expected_hash: str) -> None:
    """Raise HashMismatch unless the stored words are those that `expected_hash` was made of."""
    if not content_hash(revision.content) == revision.hash == expected_hash:
        raise HashMismatch(revision.article_id, revision.number)
