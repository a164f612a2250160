"""What is approved goes live, and what is live comes down."""

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import LivePage, Release, StoredArticle
from editor_app.desk.errors import (
    AlreadyLive,
    ArticleMissing,
    ChangedSinceSubmitted,
    Lacking,
    WithdrawalIncomplete,
)
from editor_app.desk.filing import replace_stored, tidy
from editor_app.desk.later import Later
from editor_app.desk.values import WorkingCopy
from editor_app.desk.workflow_step import begin, submitted_revision
from editor_app.domain.article import Correction
from editor_app.domain.audit import Act
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.publication import Publication
from editor_app.domain.revision import Revision, verify
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.withdrawal import Withdrawal, WithdrawalReason
from editor_app.domain.workflow import Action

if TYPE_CHECKING:
    from editor_app.desk import live_texts
else:
    live_texts = Later("editor_app.desk.live_texts")


def publish(
    holdings: Holdings, article_id: str, *, by: str, now: datetime, version: int | None = None
) -> WorkingCopy:
    """Make the approved words the live ones: they replace what was live, and end a withdrawal.

    Raises NotPossibleNow, NameMissing, AlreadyLive, ChangedSinceSubmitted, HashMismatch, and
    EditConflict where the article is no longer at `version`.
    """
    stored, after, name = begin(holdings, article_id, Action.PUBLISH, by=by, version=version)
    revision = _approved_revision(holdings, stored)
    present = holdings.publications.live(article_id)
    if present is not None and present.revision.id == revision.id:
        raise AlreadyLive(article_id)
    release(holdings, revision, by=name, now=now)
    return replace_stored(holdings, stored, live=after.live)


def correct(
    holdings: Holdings,
    article_id: str,
    *,
    by: str,
    now: datetime,
    words: str = "",
    version: int | None = None,
) -> WorkingCopy:
    """Make what is live a draft to be corrected; what is live stays until the draft is published.

    `words` for the readers stand with the day among the article's corrections; without them it is
    corrected silently. Raises NotPossibleNow, NameMissing, and EditConflict where the article is no
    longer at `version`.
    """
    stored, after, name = begin(holdings, article_id, Action.CORRECT, by=by, version=version)
    told = tidy(words)
    article = stored.article
    if told:
        correction = Correction(wall_time(now).date(), told)
        article = msgspec.structs.replace(article, corrections=(*article.corrections, correction))
    holdings.log.append(
        Act.CORRECTED, by=name, at=now, article_id=article_id, details={"words": told} if told else None
    )
    return replace_stored(
        holdings,
        stored,
        article=article,
        state=after.copy,
        submitted_by="",
        updated_at=now,
        updated_by=name,
    )


def release(holdings: Holdings, revision: Revision, *, by: str, now: datetime) -> None:
    """Make `revision`, of which the approval has been checked, the live one."""
    article_id = revision.article_id
    holdings.publications.publish(Release(article_id, revision.id, by, now))
    snapshot = decode_snapshot(revision.content)
    publication = Publication(
        snapshot=snapshot,
        revision_hash=revision.hash,
        released_at=holdings.publications.first_released_at(article_id, revision.id) or now,
        first_released_at=holdings.publications.first_released_at(article_id) or now,
    )
    holdings.publications.show(_page(publication, revision.id), [contact.id for contact in snapshot.contacts])
    live_texts.keep_live_texts(holdings, article_id)
    holdings.log.append(Act.PUBLISHED, by=by, at=now, article_id=article_id, revision_hash=revision.hash)


def withdraw(
    holdings: Holdings,
    article_id: str,
    reason: WithdrawalReason,
    *,
    by: str,
    now: datetime,
    words: str = "",
    replacement_id: str = "",
    version: int | None = None,
) -> WorkingCopy:
    """Take a live article down; the working copy stays as it is.

    Raises NotPossibleNow, NameMissing, WithdrawalIncomplete, ArticleMissing for the replacement, and
    EditConflict where the article is no longer at `version`.
    """
    stored, after, name = begin(holdings, article_id, Action.WITHDRAW, by=by, version=version)
    withdrawal = Withdrawal(reason, name, now, tidy(words), replacement_id)
    _require_complete(holdings, article_id, withdrawal)
    revision = holdings.publications.live(article_id)
    holdings.publications.withdraw(article_id, withdrawal)
    live_texts.note_withdrawn(holdings, article_id, now)
    holdings.log.append(
        Act.WITHDRAWN,
        by=name,
        at=now,
        article_id=article_id,
        revision_hash="" if revision is None else revision.revision.hash,
        details={"reason": reason, "words": withdrawal.words, "replacement": replacement_id},
    )
    return replace_stored(holdings, stored, live=after.live)


def _require_complete(holdings: Holdings, article_id: str, withdrawal: Withdrawal) -> None:
    if withdrawal.reason is WithdrawalReason.OTHER and not withdrawal.words:
        raise WithdrawalIncomplete(Lacking.WORDS)
    if withdrawal.reason is WithdrawalReason.MERGED and not withdrawal.replacement_id:
        raise WithdrawalIncomplete(Lacking.REPLACEMENT)
    if withdrawal.replacement_id == article_id:
        raise WithdrawalIncomplete(Lacking.ANOTHER_REPLACEMENT)
    if withdrawal.replacement_id and holdings.articles.get(withdrawal.replacement_id) is None:
        raise ArticleMissing(withdrawal.replacement_id)


def _approved_revision(holdings: Holdings, stored: StoredArticle) -> Revision:
    revision = submitted_revision(holdings, stored)
    approval = holdings.revisions.approval_of(revision.id)
    if approval is None:
        raise ChangedSinceSubmitted(stored.article.id)
    verify(revision, approval.hash)
    return revision


def _page(publication: Publication, revision_id: str) -> LivePage:
    snapshot = publication.snapshot
    return LivePage(
        article_id=snapshot.article_id,
        revision_id=revision_id,
        title=snapshot.title,
        kind=snapshot.kind,
        language=snapshot.language,
        category_id=None if snapshot.category is None else snapshot.category.id,
        dated_at=publication.published_at,
        begins_at=publication.begins_at,
        ends_at=snapshot.unpublish_at,
        released_at=publication.released_at,
        first_released_at=publication.first_released_at,
    )
