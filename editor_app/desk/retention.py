"""Disposal by rule: what was published goes only when its time has come and nothing stands against it."""

from datetime import datetime

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import OffSite
from editor_app.desk.deleting import remove_unused_images
from editor_app.desk.errors import NotDisposable, StandsAgainst, require_name
from editor_app.desk.filing import fetch
from editor_app.desk.policy import newsroom_policy
from editor_app.desk.values import DueArticle
from editor_app.domain.audit import Act
from editor_app.domain.policy import Policy
from editor_app.domain.retention import KEPT_FOR_EVER, CountedFrom, RetentionRule, due_on
from editor_app.domain.swedish_time import wall_time


def due(holdings: Holdings, now: datetime) -> tuple[DueArticle, ...]:
    """Return what need no longer be kept by the rules, what was due first before the others."""
    policy = newsroom_policy(holdings)
    found = (_due_article(holdings, policy, one, now) for one in holdings.live_pages.off_site(now))
    return tuple(sorted(filter(None, found), key=lambda one: (one.due_on, one.title, one.id)))


def dispose(holdings: Holdings, article_id: str, *, by: str, now: datetime) -> None:
    """Remove what was published, by the rule for its kind; the log still tells who approved what.

    Images that nothing else shows go with it. Raises ArticleMissing, NameMissing and NotDisposable.
    """
    stored = fetch(holdings, article_id)
    name = require_name(by)
    one = _require_due(holdings, article_id, now)
    releases = holdings.publications.releases(article_id)
    published = {
        entry.id: entry.hash for entry in map(holdings.revisions.by_id, {r.revision_id for r in releases})
    }
    preserved = holdings.log.latest_of(article_id)
    image_ids = holdings.image_uses.images_of(article_id)
    holdings.papers.remove(stored.article)
    details = {
        "title": stored.article.title,
        "left_site": _day(one.left_at),
        "published": _day(one.published_at) if one.counted_from is CountedFrom.LAST_PUBLICATION else "",
        "rule": str(one.years),
        "package": preserved.details.get("sha256", "") if one.is_preserved and preserved else "",
    }
    holdings.log.append(
        Act.DISPOSED,
        by=name,
        at=now,
        article_id=article_id,
        revision_hash=published[releases[0].revision_id],
        details={key: value for key, value in details.items() if value},
    )
    remove_unused_images(holdings, image_ids, by=name, now=now)


def _day(moment: datetime) -> str:
    return f"{wall_time(moment):%Y-%m-%d}"


def _require_due(holdings: Holdings, article_id: str, now: datetime) -> DueArticle:
    """Return the article as what may be disposed of; raises NotDisposable with what stands against it."""
    if not holdings.papers.was_published(article_id):
        raise NotDisposable(article_id, StandsAgainst.NEVER_PUBLISHED)
    off = next((one for one in holdings.live_pages.off_site(now) if one.id == article_id), None)
    if off is None:
        raise NotDisposable(article_id, StandsAgainst.ON_SITE)
    policy = newsroom_policy(holdings)
    if _rule(policy, off).years is None:
        raise NotDisposable(article_id, StandsAgainst.KEPT_FOR_EVER)
    one = _due_article(holdings, policy, off, now)
    if one is None:
        raise NotDisposable(article_id, StandsAgainst.TOO_EARLY)
    if one.preserved_first and not one.is_preserved:
        raise NotDisposable(article_id, StandsAgainst.NOT_PRESERVED)
    return one


def _rule(policy: Policy, off: OffSite) -> RetentionRule:
    return policy.retention.get(off.kind, KEPT_FOR_EVER)


def _due_article(holdings: Holdings, policy: Policy, off: OffSite, now: datetime) -> DueArticle | None:
    rule = _rule(policy, off)
    if rule.years is None:
        return None
    is_left = rule.counted_from is CountedFrom.LEFT_SITE
    day = due_on(wall_time(off.left_at if is_left else off.published_at).date(), rule.years)
    if wall_time(now).date() < day:
        return None
    newest = holdings.log.latest_of(off.id)
    return DueArticle(
        id=off.id,
        title=off.title,
        kind=off.kind,
        left_at=off.left_at,
        published_at=off.published_at,
        counted_from=rule.counted_from,
        due_on=day,
        years=rule.years,
        preserved_first=rule.preserved_first,
        # What happened to it since is not in the package.
        is_preserved=newest is not None and newest.act == Act.PRESERVED,
    )
