"""What happens on the website by the clock alone: pages appear, change and are taken down, notices too."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from editor_app.domain.publication import Publication, standing
from editor_app.domain.site_settings import Notice

_INSTANT = timedelta(microseconds=1)


class Happening(StrEnum):
    """What happens to a page, or to a notice on all of them; the values are what scripts get."""

    APPEARS = "appears"
    CHANGES = "changes"
    TAKEN_DOWN = "taken_down"
    NOTICE_SHOWN = "notice_shown"
    NOTICE_GONE = "notice_gone"


# What begins is not worth telling once it is over, and what then ends was never there.
BEGINNINGS = frozenset({Happening.APPEARS, Happening.NOTICE_SHOWN})
ENDINGS = frozenset({Happening.TAKEN_DOWN, Happening.NOTICE_GONE})


class Due(Struct, frozen=True):
    """That an article's page is to appear, to change or to be taken down `at` a time, in UTC.

    Of a notice there is no `article_id`, and its text is the `title`.
    """

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


def notice_happenings(notices: Iterable[Notice], after: datetime, until: datetime | None) -> Iterator[Due]:
    """Yield when notices are shown and gone after `after` and up to `until`."""
    for notice in notices:
        for at, what in (
            (notice.begins_at, Happening.NOTICE_SHOWN),
            (notice.ends_at, Happening.NOTICE_GONE),
        ):
            if at is not None and after < at and (until is None or at <= until):
                yield Due(at, what, "", notice.text)


def _shown(published: Sequence[Publication], at: datetime) -> Publication | None:
    counting = standing(published, at)
    return counting if counting.is_public(at) else None


def _what(before: Publication | None, now: Publication | None) -> Happening | None:
    if before == now:
        return None
    if before is None:
        return Happening.APPEARS
    return Happening.TAKEN_DOWN if now is None else Happening.CHANGES
