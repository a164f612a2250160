"""What the archive's repositories answer: frozen values."""

from datetime import datetime

from msgspec import Struct

from editor_app.domain.article import Article, Kind
from editor_app.domain.image_details import ImageDetails
from editor_app.domain.revision import Occasion, Revision
from editor_app.domain.workflow import LiveSide, Standing, State


class StoredArticle(Struct, frozen=True):
    """An article with what the archive keeps beside its words."""

    article: Article
    state: State
    version: int
    updated_at: datetime
    updated_by: str
    created_at: datetime
    created_by: str
    submitted_by: str = ""
    live: LiveSide = LiveSide.NOT_PUBLISHED

    @property
    def standing(self) -> Standing:
        """Both sides of the article."""
        return Standing(self.state, self.live)


class ArticleSummary(Struct, frozen=True):
    """One line of the archive's list; `category` is a name, empty where none is chosen.

    `live` tells where the website stands, also while the working copy is being edited, and `ends_at`
    when its page comes down, where it does. `contacts` are the names of those in the working copy.
    Before `begins_at` there is no page yet. `has_approved_change` tells that words were approved after
    those that are live.
    """

    id: str
    title: str
    kind: Kind
    language: str
    category: str
    state: State
    live: LiveSide
    publish_at: datetime | None
    updated_at: datetime
    updated_by: str
    ends_at: datetime | None = None
    contacts: tuple[str, ...] = ()
    begins_at: datetime | None = None
    has_approved_change: bool = False


class Approval(Struct, frozen=True):
    """Who approved the revision whose content has `hash`, and when.

    `forced_reason` says why the rules of the newsroom were not kept; empty where they were.
    """

    id: str
    revision_id: str
    hash: str
    approved_by: str
    approved_at: datetime
    forced_reason: str = ""


class ForcedApproval(Struct, frozen=True):
    """An approval that did not keep to the rules, with the title that its article has now."""

    article_id: str
    title: str
    number: int
    approved_by: str
    approved_at: datetime
    reason: str


class Release(Struct, frozen=True):
    """One time that a revision became the live one."""

    article_id: str
    revision_id: str
    published_by: str
    published_at: datetime


class PublishedRevision(Struct, frozen=True):
    """A revision that was published, with its approvals, oldest first, at least one.

    `released_at` is when it was first published, `first_released_at` when any of its article was.
    """

    revision: Revision
    approvals: tuple[Approval, ...]
    released_at: datetime
    first_released_at: datetime


class OffSite(Struct, frozen=True):
    """A published article that is no longer on the website; `left_at` is when it left.

    `published_at` is when it was last published.
    """

    id: str
    title: str
    kind: Kind
    left_at: datetime
    published_at: datetime


class LivePage(Struct, frozen=True):
    """What the website asks of a live article without a look into its words; times are in UTC.

    `dated_at` is the date under the title; before `begins_at` and from `ends_at` on there is no page.
    """

    article_id: str
    revision_id: str
    title: str
    kind: Kind
    language: str
    category_id: str | None
    dated_at: datetime
    begins_at: datetime | None
    ends_at: datetime | None
    released_at: datetime
    first_released_at: datetime


class RevisionEntry(Struct, frozen=True):
    """One line of an article's history, with its approvals, oldest first.

    `occasion` is None where what the archive says of it means nothing.
    """

    id: str
    number: int
    name: str
    occasion: Occasion | None
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


class UnreadableImage(Struct, frozen=True):
    """An image of which the archive says what means nothing; its file may be whole."""

    id: str
    name: str


class ImageUse(Struct, frozen=True):
    """An article that shows an image: in the text that is written, in what is `live`, or in both."""

    article_id: str
    title: str
    is_live: bool


class StoredRendition(Struct, frozen=True):
    """The WebP file of a rendition, and the SHA-256, in hex, that it had when it was made."""

    data: bytes
    hash: str
