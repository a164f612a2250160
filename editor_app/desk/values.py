"""What the desk answers: frozen values that may cross threads."""

from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from editor_app.archive.rows import ArticleSummary, ForcedApproval, ImageUse, StoredImage, UnreadableImage
from editor_app.domain.article import Article, Category, Contact, Kind
from editor_app.domain.audit import Entry
from editor_app.domain.comment import Comment, Passage
from editor_app.domain.policy import Policy
from editor_app.domain.retention import CountedFrom
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import SiteSettings
from editor_app.domain.snippets import Snippet
from editor_app.domain.wanted_words import TextRange
from editor_app.domain.withdrawal import Withdrawal
from editor_app.domain.workflow import LiveSide, Standing, State
from editor_app.site.export_result import ExportPlan, ExportResult

__all__ = [
    "ArticleSummary",
    "CardFile",
    "Deletion",
    "DueArticle",
    "ExportOutlook",
    "ExportPlan",
    "ExportResult",
    "ForcedApproval",
    "Hit",
    "ImageUse",
    "LiveRevision",
    "LogLine",
    "PlacedComment",
    "PresentApproval",
    "Preserved",
    "ShownImage",
    "StoredImage",
    "UnreadableImage",
    "WorkingCopy",
]


class CardFile(Struct, frozen=True):
    """What all articles share; categories and contacts are in the order of their names.

    `retired` are the ids of those that are offered for no article any more. `settings` are the website's.
    """

    profile: SiteProfile = SiteProfile()
    categories: tuple[Category, ...] = ()
    contacts: tuple[Contact, ...] = ()
    policy: Policy = Policy()
    retired: frozenset[str] = frozenset()
    settings: SiteSettings = SiteSettings()


class Hit(Struct, frozen=True):
    """An article that was found: where in its title the words stand, and the passage that shows why."""

    summary: ArticleSummary
    in_title: tuple[TextRange, ...]
    snippet: Snippet


class ExportOutlook(Struct, frozen=True):
    """How many articles an export would write now, and how many of these were edited since.

    Those that are `waiting` are published and their time has not come; `left_out` never were published.
    """

    exported: int
    edited: int
    waiting: int
    left_out: int


class LiveRevision(Struct, frozen=True):
    """The newest published revision, which is what an export takes once its time has come.

    `forced_reason` says why its approval broke the rules of the newsroom; empty where it kept them.
    Before `begins_at` and from `ends_at` on the website does not show it.
    """

    number: int
    hash: str
    approved_by: str
    approved_at: datetime
    published_by: str
    published_at: datetime
    forced_reason: str = ""
    begins_at: datetime | None = None
    ends_at: datetime | None = None


class PresentApproval(Struct, frozen=True):
    """That the words of the working copy, which are those of version `number`, are approved."""

    number: int
    hash: str
    approved_by: str
    approved_at: datetime
    forced_reason: str = ""


class WorkingCopy(Struct, frozen=True):
    """An article as it stands at the desk.

    `version` goes up with each save and is what a save must name, so that nobody overwrites
    somebody else's words. `submitted_by` is empty in a draft. `approval` is there in the state
    APPROVED only. `live` is there while something is published, which need not be the working copy;
    `withdrawal` while nothing is because it was taken down.
    """

    article: Article
    state: State
    version: int
    updated_at: datetime
    updated_by: str
    created_at: datetime
    created_by: str
    submitted_by: str = ""
    approval: PresentApproval | None = None
    live: LiveRevision | None = None
    withdrawal: Withdrawal | None = None

    @property
    def standing(self) -> Standing:
        """Both sides of the article."""
        if self.live is not None:
            return Standing(self.state, LiveSide.LIVE)
        return Standing(self.state, LiveSide.WITHDRAWN if self.withdrawal else LiveSide.NOT_PUBLISHED)

    @property
    def has_news(self) -> bool:
        """Tell whether the working copy is approved and not what is live."""
        return self.approval is not None and (self.live is None or self.live.hash != self.approval.hash)


class PlacedComment(Struct, frozen=True):
    """A comment, and where its passage stands in the present text with what stands there now.

    `place` is None for a comment on the whole article, and where the passage is gone. `sends_back` tells
    that the article was sent back with it, that it is open and that nothing was approved since.
    """

    comment: Comment
    place: Passage | None = None
    sends_back: bool = False

    @property
    def is_lost(self) -> bool:
        """Tell whether it is about words that are gone."""
        return self.comment.passage is not None and self.place is None


class LogLine(Struct, frozen=True):
    """An entry of the audit log; `title` is what its article is called now, empty where there is none."""

    entry: Entry
    title: str = ""


class Deletion(Struct, frozen=True):
    """What goes if a text that was never published is deleted.

    `own_images` are those that nothing else shows.
    """

    article_id: str
    title: str
    version: int
    versions: int
    comments: int
    own_images: tuple[StoredImage, ...] = ()


class DueArticle(Struct, frozen=True):
    """What need no longer be kept from the day `due_on`, `years` after what they are `counted_from`.

    `is_preserved` tells that nothing happened to it since it was preserved.
    """

    id: str
    title: str
    kind: Kind
    left_at: datetime
    due_on: date
    years: int
    preserved_first: bool
    is_preserved: bool
    published_at: datetime
    counted_from: CountedFrom = CountedFrom.LEFT_SITE


class Preserved(Struct, frozen=True):
    """A package that was written, with the SHA-256 of its bytes, in hex."""

    path: Path
    sha256: str
    title: str


class ShownImage(Struct, frozen=True):
    """The whole of an image as a WebP for the window, with what is known of it."""

    image: StoredImage
    data: bytes
