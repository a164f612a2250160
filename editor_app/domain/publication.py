"""A published revision, as the website sees it."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from msgspec import Struct

from editor_app.domain.revision import Snapshot


class Publication(Struct, frozen=True):
    """The live revision of an article, with the times that the page shows, in UTC.

    `released_at` is when this revision was first published, `first_released_at` when any of its article was.
    """

    snapshot: Snapshot
    revision_hash: str
    released_at: datetime
    first_released_at: datetime

    @property
    def published_at(self) -> datetime:
        """The date under the title."""
        return self.snapshot.publish_at or self.first_released_at

    @property
    def updated_at(self) -> datetime | None:
        """When the words on the page were published, if there were others before."""
        return self.released_at if self.released_at > self.first_released_at else None

    @property
    def begins_at(self) -> datetime | None:
        """The moment before which there is no page, or None where there is no such moment."""
        starts = (self.snapshot.publish_at, self.snapshot.embargo_until)
        return max((start for start in starts if start is not None), default=None)

    def has_begun(self, now: datetime) -> bool:
        """Tell whether the times at which the page may appear have come by `now`."""
        return self.begins_at is None or self.begins_at <= now

    def is_public(self, now: datetime) -> bool:
        """Tell whether the page may be on the website at `now`."""
        ends = self.snapshot.unpublish_at
        return self.has_begun(now) and (ends is None or now < ends)


def standing(published: Sequence[Publication], now: datetime) -> Publication:
    """Return the one of an article's published revisions, newest first, that counts at `now`.

    That is the newest; while it is still to begin, the one that was public when it was published
    stays. One that was not public then has been replaced before it appeared, and never will.
    """
    newest = published[0]
    if not newest.has_begun(now):
        for newer, older in pairwise(published):
            if older.is_public(newer.released_at):
                return older
    return newest
