"""What the clock does to the live pages, and what an export has still to show."""

from collections.abc import Iterator
from datetime import datetime

from editor_app.archive.archive import Holdings
from editor_app.desk.publications import publication_of
from editor_app.desk.site_settings import site_settings
from editor_app.domain.audit import Act
from editor_app.domain.due import (
    BEGINNINGS,
    ENDINGS,
    Due,
    Happening,
    happenings,
    notice_happenings,
)


def due(holdings: Holdings, after: datetime, until: datetime | None = None) -> tuple[Due, ...]:
    """Return what appears, changes and is taken down after `after` and up to `until`, in the order of time.

    Only articles that wait for their time are read; of all others the archive knows when they end.
    """
    return tuple(sorted(_due(holdings, after, until), key=lambda one: (one.at, one.title, one.article_id)))


def due_since_export(holdings: Holdings, now: datetime) -> tuple[Due, ...]:
    """Return what has come since the newest export and is not on the website; none where none was made."""
    exported = holdings.log.latest(Act.EXPORTED)
    if exported is None:
        return ()
    newest: dict[str, Due] = {}
    appeared = set()
    for one in due(holdings, exported.at, now):
        subject = one.article_id or one.title
        if one.what in BEGINNINGS and subject not in newest:
            appeared.add(subject)
        newest[subject] = one
    # What came and went in between was never there, and an export would not change it.
    return tuple(one for subject, one in newest.items() if one.what not in ENDINGS or subject not in appeared)


def _due(holdings: Holdings, after: datetime, until: datetime | None) -> Iterator[Due]:
    yield from notice_happenings(site_settings(holdings).notices, after, until)
    for page in holdings.live_pages.to_change(after, until):
        if page.begins_at is not None and page.begins_at > after:
            revisions = holdings.publications.since_withdrawal(page.article_id)
            yield from happenings([publication_of(one) for one in revisions], after, until)
        elif page.ends_at is not None and page.ends_at > page.released_at:
            yield Due(page.ends_at, Happening.TAKEN_DOWN, page.article_id, page.title)
