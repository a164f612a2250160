"""What was never published may be deleted; its entries in the log stay."""

from collections.abc import Collection
from datetime import datetime

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import StoredArticle
from editor_app.desk.errors import WasPublished, require_name
from editor_app.desk.filing import fetch, fetch_version, present_snapshot, tidy
from editor_app.desk.site_settings import site_settings
from editor_app.desk.values import Deletion, StoredImage
from editor_app.domain.audit import Act
from editor_app.domain.codec import encode
from editor_app.domain.revision import content_hash


def deletion(holdings: Holdings, article_id: str) -> Deletion:
    """Return what goes if the article is deleted; raises ArticleMissing and WasPublished."""
    stored = fetch(holdings, article_id)
    _require_unpublished(holdings, stored)
    unused = _unused(holdings, holdings.image_uses.images_of(article_id), without=article_id)
    known = holdings.images.named(sorted(unused))
    return Deletion(
        article_id=article_id,
        title=stored.article.title,
        version=stored.version,
        versions=len(holdings.revisions.entries(article_id)),
        comments=holdings.papers.comment_count(article_id),
        own_images=tuple(sorted(known.values(), key=lambda image: (image.name, image.id))),
    )


def delete(
    holdings: Holdings,
    article_id: str,
    *,
    by: str,
    now: datetime,
    reason: str = "",
    with_images: bool = False,
    version: int | None = None,
) -> None:
    """Remove a text that was never published, with its versions and comments.

    With `with_images`, the images that nothing else shows go too; else they stay to be used again.
    Raises ArticleMissing, NameMissing, WasPublished, and EditConflict where the article is no longer
    at `version`.
    """
    stored = fetch_version(holdings, article_id, version)
    name = require_name(by)
    _require_unpublished(holdings, stored)
    details = {"title": stored.article.title, "reason": tidy(reason)}
    words = content_hash(encode(present_snapshot(holdings, stored.article)))
    image_ids = holdings.image_uses.images_of(article_id)
    holdings.papers.remove(stored.article)
    holdings.log.append(
        Act.DELETED,
        by=name,
        at=now,
        article_id=article_id,
        revision_hash=words,
        details={key: value for key, value in details.items() if value},
    )
    if with_images:
        remove_unused_images(holdings, image_ids, by=name, now=now)


def remove_unused_images(
    holdings: Holdings, image_ids: Collection[str], *, by: str, now: datetime
) -> tuple[StoredImage, ...]:
    """Remove those of the images that nothing shows any more, and return them."""
    unused = _unused(holdings, image_ids)
    removed = tuple(holdings.images.named(sorted(unused)).values())
    for image in removed:
        holdings.papers.remove_image(image.id)
        holdings.log.append(Act.IMAGE_REMOVED, by=by, at=now, details={"image": image.id, "name": image.name})
    return removed


def _unused(holdings: Holdings, image_ids: Collection[str], *, without: str = "") -> frozenset[str]:
    """Return those that no text shows but the article `without`, and that are not the logo of the site."""
    logo = site_settings(holdings).appearance.logo_id
    return holdings.image_uses.unused(image_ids, without=without) - {logo}


def _require_unpublished(holdings: Holdings, stored: StoredArticle) -> None:
    if holdings.papers.was_published(stored.article.id):
        raise WasPublished(stored.article.id)
