"""What is approved, for the site and for the preview's neighbours."""

from collections.abc import Callable
from datetime import datetime

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import ApprovedRevision
from editor_app.desk.card_file import site_profile
from editor_app.desk.preview import PreviewContext
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.publication import Publication, standing
from editor_app.domain.revision import verify


def verified_publications(holdings: Holdings, now: datetime) -> tuple[Publication, ...]:
    """Return the revision of each article that counts at `now`; raises HashMismatch if one was altered."""
    return _publications(holdings, now, _verified)


def preview_context(holdings: Holdings, now: datetime) -> PreviewContext:
    """Return what the preview of any article needs from the archive."""
    return PreviewContext(
        profile=site_profile(holdings),
        categories=holdings.categories.all(),
        contacts=holdings.contacts.all(),
        images={image.id: image for image in holdings.images.all()},
        publications=_publications(holdings, now, _unverified),
    )


def _verified(approved: ApprovedRevision) -> ApprovedRevision:
    for approval in approved.approvals:
        verify(approved.revision, approval.hash)
    return approved


def _unverified(approved: ApprovedRevision) -> ApprovedRevision:
    return approved


def _publications(
    holdings: Holdings, now: datetime, checked: Callable[[ApprovedRevision], ApprovedRevision]
) -> tuple[Publication, ...]:
    first_approvals = holdings.revisions.first_approvals()

    def publication(approved: ApprovedRevision) -> Publication:
        return _publication(checked(approved), first_approvals[approved.revision.article_id])

    def counting(newest: ApprovedRevision) -> Publication:
        upcoming = publication(newest)
        if upcoming.has_begun(now):
            return upcoming
        # Few articles wait for their time, so that only theirs are the older revisions read.
        return standing(
            [publication(one) for one in holdings.revisions.approved(newest.revision.article_id)], now
        )

    return tuple(map(counting, holdings.revisions.all_newest_approved()))


def _publication(approved: ApprovedRevision, first_approved_at: datetime) -> Publication:
    return Publication(
        snapshot=decode_snapshot(approved.revision.content),
        revision_hash=approved.revision.hash,
        # Approved twice, the words are those of the first time: the page has not changed.
        approved_at=approved.approvals[0].approved_at,
        first_approved_at=first_approved_at,
    )
