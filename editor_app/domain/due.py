"""What happens on the website by the clock alone: pages appear, change and are taken down."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from editor_app.domain.publication import Publication, standing

_INSTANT = timedelta(microseconds=1)


class Happening(StrEnum):
    """What happens to a page; the values are what scripts get."""

    APPEARS = "appears"
    CHANGES = "changes"
    TAKEN_DOWN = "taken_down"


class Due(Struct, frozen=True):
    """That an article's page is to appear, to change or to be taken down `at` a time, in UTC."""

    at: datetime
    what: Happening
    article_id: str
    title: str


def happenings(published: Sequence[Publication], after: datetime, until: datetime | None) -> Iterator[Due]:
    """Yield what happens to one article's page after `after` and up to `until`, in the order of time.

    `published` are its published revisions, newest first, as `standing` wants them. What was at once
    so when it was published does not happen by the clock.
    """
    begun = max(after, published[0].released_at)
    times = {
        time for one in published for time in (one.begins_at, one.snapshot.unpublish_at) if time is not None
    }
    for at in sorted(time for time in times if begun < time and (until is None or time <= until)):
        before, now = _shown(published, at - _INSTANT), _shown(published, at)
        what = _what(before, now)
        if what is not None:
            snapshot = (now or before or published[0]).snapshot
            yield Due(at, what, snapshot.article_id, snapshot.title)


def _shown(published: Sequence[Publication], at: datetime) -> Publication | None:
    counting = standing(published, at)
    return counting if counting.is_public(at) else None


def _what(before: Publication | None, now: Publication | None) -> Happening | None:
    if before == now:
        return None
    if before is None:
        return Happening.APPEARS
    return Happening.TAKEN_DOWN if now is None else Happening.CHANGES
