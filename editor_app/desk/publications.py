"""What is approved, for the site and for the preview's neighbours."""

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import ApprovedRevision
from editor_app.desk.card_file import site_profile
from editor_app.desk.preview import PreviewContext
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.publication import Publication
from editor_app.domain.revision import verify


def verified_publications(holdings: Holdings) -> tuple[Publication, ...]:
    """Return the newest approved revision of each article; raises HashMismatch if one was altered."""
    newest = holdings.revisions.all_newest_approved()
    for approved in newest:
        for approval in approved.approvals:
            verify(approved.revision, approval.hash)
    return _publications(holdings, newest)


def preview_context(holdings: Holdings) -> PreviewContext:
    """Return what the preview of any article needs from the archive."""
    return PreviewContext(
        profile=site_profile(holdings),
        categories=holdings.categories.all(),
        contacts=holdings.contacts.all(),
        images={image.id: image for image in holdings.images.all()},
        publications=_publications(holdings, holdings.revisions.all_newest_approved()),
    )


def _publications(holdings: Holdings, newest: tuple[ApprovedRevision, ...]) -> tuple[Publication, ...]:
    first_approvals = holdings.revisions.first_approvals()
    return tuple(
        Publication(
            snapshot=decode_snapshot(approved.revision.content),
            revision_hash=approved.revision.hash,
            # Approved twice, the words are those of the first time: the page has not changed.
            approved_at=approved.approvals[0].approved_at,
            first_approved_at=first_approvals[approved.revision.article_id],
        )
        for approved in newest
    )
