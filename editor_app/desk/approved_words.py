"""Which words of an article may leave for another system: approved ones, those that are published first."""

from datetime import datetime

from msgspec import Struct

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import PublishedRevision
from editor_app.desk.errors import NothingApproved
from editor_app.desk.filing import fetch, working_copy
from editor_app.desk.publications import publication_of, verified
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.publication import Publication, standing
from editor_app.domain.revision import HashMismatch, Occasion, Snapshot, verify
from editor_app.rendering.page_paths import article_path
from editor_app.rendering.place import canonical_address
from editor_app.site.handover.kit import Given


class Approved(Struct, frozen=True):
    """What an article says in a version that was approved; `publication` is there where it is published."""

    snapshot: Snapshot
    given: Given
    publication: Publication | None = None


def newest_approved(holdings: Holdings, article_id: str) -> Approved:
    """Return what is published last of the article, else what is approved of it.

    Raises ArticleMissing, NothingApproved and HashMismatch.
    """
    published = holdings.publications.since_withdrawal(article_id)
    if not published:
        return _unpublished(holdings, article_id)
    approval = working_copy(holdings, fetch(holdings, article_id)).approval
    newer = 0 if approval is None or approval.number <= published[0].revision.number else approval.number
    return _published(published[0], newer)


def standing_approved(
    holdings: Holdings, article_id: str, live: PublishedRevision | None, now: datetime
) -> Approved:
    """Return what the website shows of the article at `now` or later, else what is approved of it.

    `live` is the live revision, where there is one. Raises ArticleMissing, NothingApproved, also of what
    has left the website, and HashMismatch.
    """
    if live is None:
        return _unpublished(holdings, article_id)
    newest = publication_of(live)
    if not newest.has_begun(now):
        return _published(_counting(holdings, article_id, now))
    if not newest.is_public(now):
        raise NothingApproved(article_id, is_gone=True)
    return _published(live)


def public_address(holdings: Holdings, base: str, article_id: str, now: datetime) -> str | None:
    """Return the whole address of the article's page, None where there is none at `now`.

    `base` is the address of the website, empty where it has none.
    """
    published = [publication_of(one) for one in holdings.publications.since_withdrawal(article_id)]
    if not published:
        return None
    counting = standing(published, now)
    if not counting.is_public(now):
        return None
    return canonical_address(base, article_path(counting.snapshot)) or None


def _counting(holdings: Holdings, article_id: str, now: datetime) -> PublishedRevision:
    """Return the one of what was published that is public until the newest begins, else the newest."""
    published = holdings.publications.since_withdrawal(article_id)
    counting = standing([publication_of(one) for one in published], now)
    return next(one for one in published if one.revision.hash == counting.revision_hash)


def _published(published: PublishedRevision, newer: int = 0) -> Approved:
    revision = verified(published).revision
    approval = published.approvals[-1]
    publication = publication_of(published)
    given = Given(
        revision.number,
        revision.hash,
        approval.approved_by,
        approval.approved_at,
        published_at=publication.published_at,
        newer=newer,
    )
    return Approved(publication.snapshot, given, publication)


def _unpublished(holdings: Holdings, article_id: str) -> Approved:
    stored = fetch(holdings, article_id)
    approval = working_copy(holdings, stored).approval
    withdrawal = holdings.publications.newest_withdrawal(article_id)
    if approval is None or (withdrawal is not None and approval.approved_at <= withdrawal.withdrawn_at):
        raise NothingApproved(article_id, is_gone=withdrawal is not None)
    revision = holdings.revisions.latest(article_id, Occasion.SUBMITTED)
    if revision is None or revision.number != approval.number:
        raise HashMismatch(article_id, approval.number)
    verify(revision, approval.hash)
    given = Given(revision.number, revision.hash, approval.approved_by, approval.approved_at)
    return Approved(decode_snapshot(revision.content), given)
