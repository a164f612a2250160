"""An approved revision, as the website sees it."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

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

    def has_begun(self, now: datetime) -> bool:
        """Tell whether the times at which the page may appear have come by `now`."""
        starts = (self.snapshot.publish_at, self.snapshot.embargo_until)
        return all(start is None or start <= now for start in starts)

    def is_public(self, now: datetime) -> bool:
        """Tell whether the page may be on the website at `now`."""
        ends = self.snapshot.unpublish_at
        return self.has_begun(now) and (ends is None or now < ends)


def standing(approved: Sequence[Publication], now: datetime) -> Publication:
    """Return the one of an article's approved revisions, newest first, that counts at `now`.

    That is the newest; while it is still to begin, the one that was public when it was approved
    stays. One that was not public then has been replaced before it appeared, and never will.
    """
    newest = approved[0]
    if not newest.has_begun(now):
        for newer, older in pairwise(approved):
            if older.is_public(newer.approved_at):
                return older
    return newest
