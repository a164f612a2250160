"""Articles out of the archive and back, as the desk sees them."""

from datetime import UTC, datetime

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.archive.errors import ImageMissing
from editor_app.archive.rows import StoredArticle
from editor_app.desk.errors import ArticleMissing, EditConflict
from editor_app.desk.values import LiveRevision, WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.document import Figure
from editor_app.domain.normalize import normalize, normalize_text
from editor_app.domain.revision import Revision, Snapshot, figures, take_snapshot


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
        submitted_by=stored.submitted_by,
        live=_live(holdings, stored.article.id),
    )


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


def _in_utc(time: datetime | None) -> datetime | None:
    """Return the same moment in UTC, so that it is written, and hashed, in one way only."""
    if time is None:
        return None
    if time.tzinfo is None:
        raise ValueError(f"{time} has no time zone")
    return time.astimezone(UTC)


def _canonical_figure(figure: Figure) -> Figure:
    return msgspec.structs.replace(
        figure,
        alt=normalize_text(figure.alt, line_breaks=False),
        caption=normalize_text(figure.caption, line_breaks=False),
        credit=normalize_text(figure.credit, line_breaks=False),
    )


def _live(holdings: Holdings, article_id: str) -> LiveRevision | None:
    approved = holdings.revisions.newest_approved(article_id)
    if approved is None:
        return None
    approval = approved.approvals[-1]
    return LiveRevision(
        number=approved.revision.number,
        hash=approved.revision.hash,
        approved_by=approval.approved_by,
        approved_at=approval.approved_at,
    )
