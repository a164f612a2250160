"""From draft to approved: what is submitted is kept, and what is approved is what was submitted."""

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import Approval, StoredArticle
from editor_app.desk.commenting import require_words
from editor_app.desk.filing import replace_stored, says, snapshot_of, tidy
from editor_app.desk.history import keep
from editor_app.desk.later import Later
from editor_app.desk.policy import newsroom_policy
from editor_app.desk.publishing import release
from editor_app.desk.values import ForcedApproval, WorkingCopy
from editor_app.desk.workflow_step import begin, submitted_revision
from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Article, new_id
from editor_app.domain.audit import Act
from editor_app.domain.comment import Comment, CommentOccasion, Passage
from editor_app.domain.policy import Approvers, Policy
from editor_app.domain.revision import Occasion, Revision
from editor_app.domain.schedule import take_down_at
from editor_app.domain.swedish_time import moment_at, wall_time
from editor_app.domain.workflow import Action, SamePerson, next_standing, require_second_person

if TYPE_CHECKING:
    from editor_app.checks import readiness
    from editor_app.desk import checking, picture_file
else:
    readiness = Later("editor_app.checks.readiness")
    checking = Later("editor_app.desk.checking")
    picture_file = Later("editor_app.desk.picture_file")


def submit(
    holdings: Holdings, article_id: str, *, by: str, now: datetime, version: int | None = None
) -> WorkingCopy:
    """Keep the article's words as a revision and ask for approval.

    An article that does not say when it is taken down gets the time that the rules give its kind.
    Raises NotPossibleNow, NameMissing, NotReady, ImageMissing, and EditConflict where the article
    is no longer at `version`.
    """
    stored, after, name = begin(holdings, article_id, Action.SUBMIT, by=by, version=version)
    policy = newsroom_policy(holdings)
    readiness.require_ready(checking.check(holdings, stored.article, now))
    article = _with_end(policy, _with_address(holdings, stored.article), now)
    revision_hash = _keep_revision(holdings, article, by=name, now=now)
    holdings.log.append(Act.SUBMITTED, by=name, at=now, article_id=article_id, revision_hash=revision_hash)
    return replace_stored(holdings, stored, article=article, state=after.copy, submitted_by=name)


def take_back(
    holdings: Holdings, article_id: str, *, by: str, now: datetime, version: int | None = None
) -> WorkingCopy:
    """Make a submitted article a draft again.

    Raises NotPossibleNow, NameMissing, and EditConflict where the article is no longer at `version`.
    """
    stored, after, name = begin(holdings, article_id, Action.TAKE_BACK, by=by, version=version)
    holdings.log.append(Act.TAKEN_BACK, by=name, at=now, article_id=article_id)
    return replace_stored(holdings, stored, state=after.copy, submitted_by="")


def return_to_author(
    holdings: Holdings,
    article_id: str,
    *,
    by: str,
    now: datetime,
    words: str,
    passage: Passage | None = None,
    version: int | None = None,
) -> WorkingCopy:
    """Make a submitted article a draft again, and say what is to be done with it, or with a passage.

    Raises NotPossibleNow, NameMissing, CommentMissing, and EditConflict where the article is no longer
    at `version`.
    """
    stored, after, name = begin(holdings, article_id, Action.RETURN, by=by, version=version)
    said = require_words(words)
    revision = holdings.revisions.latest(article_id, Occasion.SUBMITTED)
    revision_id, revision_hash = (None, "") if revision is None else (revision.id, revision.hash)
    returned = CommentOccasion.RETURNED
    holdings.comments.add(
        Comment(new_id(), article_id, revision_id, returned, said, name, now, passage=passage)
    )
    holdings.log.append(Act.RETURNED, by=name, at=now, article_id=article_id, revision_hash=revision_hash)
    return replace_stored(holdings, stored, state=after.copy, submitted_by="")


def approve(
    holdings: Holdings,
    article_id: str,
    *,
    by: str,
    now: datetime,
    version: int | None = None,
    forced_reason: str = "",
) -> WorkingCopy:
    """Bind a person and a time to the words that were submitted; where the policy says so, publish them.

    `forced_reason` lets the policy be broken, and is kept; where it is kept to, no reason is needed
    and none is stored. Raises NotPossibleNow, NameMissing, SamePerson, NotReady,
    ChangedSinceSubmitted, HashMismatch, ImageAltered, and EditConflict where the article is no longer
    at `version`.
    """
    stored, after, name = begin(holdings, article_id, Action.APPROVE, by=by, version=version)
    policy = newsroom_policy(holdings)
    reason = _reason_to_break(policy, stored, name, tidy(forced_reason))
    readiness.require_ready(checking.check(holdings, stored.article, now))
    picture_file.require_unaltered(holdings, stored.article)
    revision = submitted_revision(holdings, stored)
    _bind(holdings, revision, by=name, now=now, reason=reason)
    if policy.publishes_on_approval:
        after = next_standing(after, Action.PUBLISH)
        release(holdings, revision, by=name, now=now)
    return replace_stored(holdings, stored, state=after.copy, live=after.live)


def _bind(holdings: Holdings, revision: Revision, *, by: str, now: datetime, reason: str) -> None:
    """Store that the words are approved; a `reason` says why against the rules."""
    holdings.revisions.approve(Approval(new_id(), revision.id, revision.hash, by, now, reason))
    holdings.log.append(
        Act.APPROVED_BY_FORCE if reason else Act.APPROVED,
        by=by,
        at=now,
        article_id=revision.article_id,
        revision_hash=revision.hash,
        details={"reason": reason} if reason else None,
    )


def forced_this_year(holdings: Holdings, now: datetime) -> tuple[ForcedApproval, ...]:
    """Return the approvals of the year of `now` that did not keep to the rules, the newest first."""
    first = wall_time(now).replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    return holdings.revisions.forced_since(moment_at(first))


def _reason_to_break(policy: Policy, stored: StoredArticle, name: str, reason: str) -> str:
    """Return the reason that is to be kept; raises SamePerson where one is needed and there is none."""
    if policy.approvers is Approvers.ONE_PERSON:
        return ""
    try:
        require_second_person(name, stored.created_by, stored.submitted_by, stored.updated_by)
    except SamePerson:
        if not reason:
            raise
        return reason
    return ""


def _with_address(holdings: Holdings, article: Article) -> Article:
    if article.slug:
        return article
    return msgspec.structs.replace(article, slug=make_slug(article.title, holdings.articles.slugs()))


def _with_end(policy: Policy, article: Article, now: datetime) -> Article:
    """Return `article` with the time at which it is taken down, so that this is approved with it."""
    ends = take_down_at(article, policy.take_down_months, now)
    return msgspec.structs.replace(article, unpublish_at=ends)


def _keep_revision(holdings: Holdings, article: Article, *, by: str, now: datetime) -> str:
    """Keep the words where they are not the newest that were submitted; return their hash."""
    snapshot = snapshot_of(holdings, article)
    submitted = holdings.revisions.latest(article.id, Occasion.SUBMITTED)
    if submitted is not None and says(submitted, snapshot):
        holdings.dismissals.keep_with(article.id, submitted.number)
        return submitted.hash
    return keep(holdings, snapshot, Occasion.SUBMITTED, by=by, now=now).hash
