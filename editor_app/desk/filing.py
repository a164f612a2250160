"""Articles out of the archive and back, as the desk sees them."""

from datetime import UTC, datetime

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.archive.errors import ImageMissing
from editor_app.archive.rows import StoredArticle
from editor_app.desk.errors import ArticleMissing, EditConflict
from editor_app.desk.values import LiveRevision, PresentApproval, WorkingCopy
from editor_app.domain.article import Article, Correction
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.document import Figure
from editor_app.domain.normalize import normalize, normalize_text
from editor_app.domain.revision import Occasion, Revision, Snapshot, figures, take_snapshot
from editor_app.domain.withdrawal import Withdrawal
from editor_app.domain.workflow import LiveSide, State


def fetch(holdings: Holdings, article_id: str) -> StoredArticle:
    """Return the stored article; raises ArticleMissing."""
    stored = holdings.articles.get(article_id)
    if stored is None:
        raise ArticleMissing(article_id)
    return stored


def fetch_version(holdings: Holdings, article_id: str, version: int | None) -> StoredArticle:
    """Return the stored article; raises EditConflict where it is no longer at `version`."""
    stored = fetch(holdings, article_id)
    if version is not None and version != stored.version:
        raise EditConflict(working_copy(holdings, stored))
    return stored


def working_copy(holdings: Holdings, stored: StoredArticle) -> WorkingCopy:
    """Return `stored` with what is live of it."""
    return WorkingCopy(
        article=stored.article,
        state=stored.state,
        version=stored.version,
        updated_at=stored.updated_at,
        updated_by=stored.updated_by,
        created_at=stored.created_at,
        created_by=stored.created_by,
        submitted_by=stored.submitted_by,
        approval=_present_approval(holdings, stored),
        live=_live(holdings, stored),
        withdrawal=_withdrawal(holdings, stored),
    )


def replace_stored(holdings: Holdings, stored: StoredArticle, **changes: object) -> WorkingCopy:
    """Store `stored` with `changes`; raises StaleRow.

    The version goes up even where no word is changed: who still sees a draft must not edit what is
    under review unawares.
    """
    changed = msgspec.structs.replace(stored, version=stored.version + 1, **changes)
    holdings.articles.replace(changed, version=stored.version)
    return working_copy(holdings, changed)


def canonical(article: Article) -> Article:
    """Return `article` with its body, texts and times in their canonical form; no word is lost."""
    return msgspec.structs.replace(
        article,
        title=normalize_text(article.title, line_breaks=False),
        lead=normalize_text(article.lead),
        body=normalize(article.body),
        record_number=normalize_text(article.record_number, line_breaks=False),
        internal_note=normalize_text(article.internal_note),
        publish_at=_in_utc(article.publish_at),
        embargo_until=_in_utc(article.embargo_until),
        unpublish_at=_in_utc(article.unpublish_at),
        hero=None if article.hero is None else _canonical_figure(article.hero),
        corrections=tuple(map(_canonical_correction, article.corrections)),
    )


def snapshot_of(holdings: Holdings, article: Article) -> Snapshot:
    """Return what a reader would get from `article` now; raises ImageMissing."""
    for figure in figures(article):
        if holdings.images.get(figure.image_id) is None:
            raise ImageMissing(figure.image_id)
    return present_snapshot(holdings, article)


def present_snapshot(holdings: Holdings, article: Article) -> Snapshot:
    """Return what `article` says now, be its images there or not."""
    category = None if article.category_id is None else holdings.categories.get(article.category_id)
    return take_snapshot(article, category, holdings.contacts.in_order(article.contact_ids))


def says(revision: Revision, snapshot: Snapshot) -> bool:
    """Tell whether the words are the same; those that an older program stored have other bytes."""
    return decode_snapshot(revision.content) == snapshot


def tidy(text: str) -> str:
    """Return `text` in its canonical form with single spaces."""
    return " ".join(normalize_text(text).split())


def _in_utc(time: datetime | None) -> datetime | None:
    """Return the same moment in UTC, so that it is written, and hashed, in one way only."""
    if time is None:
        return None
    if time.tzinfo is None:
        raise ValueError(f"{time} has no time zone")
    return time.astimezone(UTC)


def _canonical_correction(correction: Correction) -> Correction:
    return msgspec.structs.replace(correction, words=normalize_text(correction.words, line_breaks=False))


def _canonical_figure(figure: Figure) -> Figure:
    return msgspec.structs.replace(
        figure,
        alt=normalize_text(figure.alt, line_breaks=False),
        caption=normalize_text(figure.caption, line_breaks=False),
        credit=normalize_text(figure.credit, line_breaks=False),
    )


def _present_approval(holdings: Holdings, stored: StoredArticle) -> PresentApproval | None:
    if stored.state is not State.APPROVED:
        return None
    revision = holdings.revisions.latest(stored.article.id, Occasion.SUBMITTED)
    approval = None if revision is None else holdings.revisions.approval_of(revision.id)
    if revision is None or approval is None:
        return None
    return PresentApproval(
        revision.number, revision.hash, approval.approved_by, approval.approved_at, approval.forced_reason
    )


def _live(holdings: Holdings, stored: StoredArticle) -> LiveRevision | None:
    if stored.live is not LiveSide.LIVE:
        return None
    published = holdings.publications.live(stored.article.id)
    release = holdings.publications.newest_release(stored.article.id)
    page = holdings.publications.page(stored.article.id)
    if published is None or release is None or page is None or not published.approvals:
        return None
    approval = published.approvals[-1]
    return LiveRevision(
        number=published.revision.number,
        hash=published.revision.hash,
        approved_by=approval.approved_by,
        approved_at=approval.approved_at,
        published_by=release.published_by,
        published_at=release.published_at,
        forced_reason=approval.forced_reason,
        begins_at=page.begins_at,
        ends_at=page.ends_at,
    )


def _withdrawal(holdings: Holdings, stored: StoredArticle) -> Withdrawal | None:
    if stored.live is not LiveSide.WITHDRAWN:
        return None
    return holdings.publications.newest_withdrawal(stored.article.id)
