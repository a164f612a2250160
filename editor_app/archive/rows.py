"""What the archive's repositories answer: frozen values."""

from datetime import datetime

from msgspec import Struct

from editor_app.domain.article import Article, Kind
from editor_app.domain.image_details import ImageDetails
from editor_app.domain.revision import Occasion, Revision
from editor_app.domain.workflow import State


class StoredArticle(Struct, frozen=True):
    """An article with what the archive keeps beside its words."""

    article: Article
    state: State
    version: int
    updated_at: datetime
    updated_by: str
    submitted_by: str = ""


class ArticleSummary(Struct, frozen=True):
    """One line of the archive's list; `category` is a name, empty where none is chosen.

    `is_live` tells whether some approved revision is there to be exported, also while the working
    copy is being edited.
    """

    id: str
    title: str
    kind: Kind
    language: str
    category: str
    state: State
    is_live: bool
    publish_at: datetime | None
    updated_at: datetime
    updated_by: str


class Approval(Struct, frozen=True):
    """Who approved the revision whose content has `hash`, and when."""

    id: str
    revision_id: str
    hash: str
    approved_by: str
    approved_at: datetime


class ApprovedRevision(Struct, frozen=True):
    """A revision with its approvals, oldest first, at least one."""

    revision: Revision
    approvals: tuple[Approval, ...]


class RevisionEntry(Struct, frozen=True):
    """One line of an article's history, with its approvals, oldest first."""

    number: int
    name: str
    occasion: Occasion
    hash: str
    created_at: datetime
    created_by: str
    approvals: tuple[Approval, ...] = ()


class StoredImage(Struct, frozen=True):
    """An image in the archive; `id` is the SHA-256 of its original, sizes are in pixels, upright.

    `has_position` tells whether the original says where it was taken, `is_animated` whether it moves.
    """

    id: str
    name: str
    media_type: str
    width: int
    height: int
    has_position: bool = False
    is_animated: bool = False
    details: ImageDetails = ImageDetails()


class StoredRendition(Struct, frozen=True):
    """The WebP file of a rendition, and the SHA-256, in hex, that it had when it was made."""

    data: bytes
    hash: str
