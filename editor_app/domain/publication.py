"""An approved revision, as the website sees it."""

from datetime import datetime

from msgspec import Struct

from editor_app.domain.revision import Snapshot


class Publication(Struct, frozen=True):
    """The live revision of an article, with the times that the page shows, in UTC.

    `first_approved_at` is when the article's first approved revision was, `approved_at` this one's.
    """

    snapshot: Snapshot
    revision_hash: str
    approved_at: datetime
    first_approved_at: datetime

    @property
    def published_at(self) -> datetime:
        """The date under the title."""
        return self.snapshot.publish_at or self.first_approved_at

    @property
    def updated_at(self) -> datetime | None:
        """When the words on the page were last approved, if they have changed since the first time."""
        return self.approved_at if self.approved_at > self.first_approved_at else None

    def is_public(self, now: datetime) -> bool:
        """Tell whether the page may be on the website at `now`."""
        starts = [
            time for time in (self.snapshot.publish_at, self.snapshot.embargo_until) if time is not None
        ]
        ends = self.snapshot.unpublish_at
        return all(start <= now for start in starts) and (ends is None or now < ends)
