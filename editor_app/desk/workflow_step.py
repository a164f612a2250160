"""What steps of the workflow have in common: how they begin, and which words they are about."""

from typing import NamedTuple

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import StoredArticle
from editor_app.desk.errors import ChangedSinceSubmitted, require_name
from editor_app.desk.filing import fetch_version, says, snapshot_of
from editor_app.domain.revision import Occasion, Revision, verify
from editor_app.domain.workflow import Action, Standing, next_standing


class Step(NamedTuple):
    """The article before the step, both of its sides after it, and who takes it."""

    stored: StoredArticle
    after: Standing
    name: str


def begin(holdings: Holdings, article_id: str, action: Action, *, by: str, version: int | None) -> Step:
    """Return what `action` begins with.

    Raises ArticleMissing, EditConflict where the article is no longer at `version`, NotPossibleNow
    and NameMissing.
    """
    stored = fetch_version(holdings, article_id, version)
    return Step(stored, next_standing(stored.standing, action), require_name(by))


def submitted_revision(holdings: Holdings, stored: StoredArticle) -> Revision:
    """Return the words that were submitted, which are those of the article; of all else nobody asked.

    A version that was saved or kept meanwhile is not what somebody asked to have approved. Raises
    ChangedSinceSubmitted and HashMismatch.
    """
    revision = holdings.revisions.latest(stored.article.id, Occasion.SUBMITTED)
    if revision is None:
        raise ChangedSinceSubmitted(stored.article.id)
    verify(revision, revision.hash)
    if not says(revision, snapshot_of(holdings, stored.article)):
        raise ChangedSinceSubmitted(stored.article.id)
    return revision
