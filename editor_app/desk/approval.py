"""From draft to approved: what is submitted is kept, and what is approved is what was submitted."""

from datetime import datetime

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import Approval, StoredArticle
from editor_app.checks.readiness import require_ready
from editor_app.desk.errors import ChangedSinceSubmitted, require_name
from editor_app.desk.filing import fetch_version, says, snapshot_of, working_copy
from editor_app.desk.history import keep
from editor_app.desk.values import WorkingCopy
from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Article, new_id
from editor_app.domain.revision import Occasion, figures, verify
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.workflow import Action, next_state, require_second_person


def submit(
    holdings: Holdings, article_id: str, *, by: str, now: datetime, version: int | None = None
) -> WorkingCopy:
    """Keep the article's words as a revision and ask for approval.

    Raises NotPossibleNow, NameMissing, NotReady, ImageMissing, and EditConflict where the article
    is no longer at `version`.
    """
    stored = fetch_version(holdings, article_id, version)
    state = next_state(stored.state, Action.SUBMIT)
    name = require_name(by)
    _require_ready(holdings, stored.article, now)
    article = _with_address(holdings, stored.article)
    _keep_revision(holdings, article, by=name, now=now)
    return _replace(holdings, stored, article=article, state=state, submitted_by=name)


def take_back(holdings: Holdings, article_id: str, *, by: str, version: int | None = None) -> WorkingCopy:
    """Make a submitted article a draft again.

    Raises NotPossibleNow, NameMissing, and EditConflict where the article is no longer at `version`.
    """
    stored = fetch_version(holdings, article_id, version)
    state = next_state(stored.state, Action.TAKE_BACK)
    require_name(by)
    return _replace(holdings, stored, state=state, submitted_by="")


def approve(
    holdings: Holdings, article_id: str, *, by: str, now: datetime, version: int | None = None
) -> WorkingCopy:
    """Bind a second person and a time to the words that were submitted.

    Raises NotPossibleNow, NameMissing, SamePerson, NotReady, ChangedSinceSubmitted, HashMismatch,
    and EditConflict where the article is no longer at `version`.
    """
    stored = fetch_version(holdings, article_id, version)
    state = next_state(stored.state, Action.APPROVE)
    name = require_name(by)
    require_second_person(name, stored.submitted_by, stored.updated_by)
    _require_ready(holdings, stored.article, now)
    # A version that was saved or kept meanwhile is not what somebody asked to have approved.
    revision = holdings.revisions.latest(article_id, Occasion.SUBMITTED)
    if revision is None:
        raise ChangedSinceSubmitted(article_id)
    verify(revision, revision.hash)
    if not says(revision, snapshot_of(holdings, stored.article)):
        raise ChangedSinceSubmitted(article_id)
    holdings.revisions.approve(Approval(new_id(), revision.id, revision.hash, name, now))
    return _replace(holdings, stored, state=state)


def _require_ready(holdings: Holdings, article: Article, now: datetime) -> None:
    images = holdings.images.named([figure.image_id for figure in figures(article)])
    details = {image_id: image.details for image_id, image in images.items()}
    require_ready(article, details, wall_time(now).date())


def _with_address(holdings: Holdings, article: Article) -> Article:
    if article.slug:
        return article
    return msgspec.structs.replace(article, slug=make_slug(article.title, holdings.articles.slugs()))


def _keep_revision(holdings: Holdings, article: Article, *, by: str, now: datetime) -> None:
    snapshot = snapshot_of(holdings, article)
    submitted = holdings.revisions.latest(article.id, Occasion.SUBMITTED)
    if submitted is None or not says(submitted, snapshot):
        keep(holdings, snapshot, Occasion.SUBMITTED, by=by, now=now)


def _replace(holdings: Holdings, stored: StoredArticle, **changes: object) -> WorkingCopy:
    # The version goes up here too: who still sees a draft must not edit what is under review unawares.
    changed = msgspec.structs.replace(stored, version=stored.version + 1, **changes)
    holdings.articles.replace(changed, version=stored.version)
    return working_copy(holdings, changed)
