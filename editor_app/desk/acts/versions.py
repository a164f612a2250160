"""An article's versions: kept, named, compared and restored."""

from typing import TYPE_CHECKING

from editor_app.desk import filing, history
from editor_app.desk.acts.base import Acts
from editor_app.desk.comparison import Comparison, count_words
from editor_app.desk.later import Later
from editor_app.desk.story import story
from editor_app.desk.values import WorkingCopy
from editor_app.desk.version_values import Restored, SinceApproval, StoryEvent, VersionSummary
from editor_app.domain.article import Article
from editor_app.domain.revision import Snapshot, named_articles

if TYPE_CHECKING:
    from editor_app.desk import comparing
else:
    comparing = Later("editor_app.desk.comparing")


class VersionActs(Acts):
    """What is done with the history of an article."""

    def versions(self, article_id: str) -> tuple[VersionSummary, ...]:
        """Return what a list shows of each version, the newest first; raises ArticleMissing."""
        with self._archive.reading() as holdings:
            return history.versions(holdings, article_id)

    def version(self, article_id: str, number: int) -> Snapshot:
        """Return what a version says; raises VersionMissing and HashMismatch."""
        with self._archive.reading() as holdings:
            return history.version_text(holdings, article_id, number)

    def story(self, article_id: str) -> tuple[StoryEvent, ...]:
        """Return all that was done to the article, the newest first; raises ArticleMissing."""
        with self._archive.reading() as holdings:
            return story(holdings, article_id)

    def since_approval(self, article_id: str) -> SinceApproval | None:
        """Return what changed since the article was last approved, or None where it never was.

        Raises ArticleMissing and HashMismatch.
        """
        approved = next((version for version in self.versions(article_id) if version.approvals), None)
        if approved is None:
            return None
        with self._archive.reading() as holdings:
            present = filing.fetch(holdings, article_id).article
        comparison = self.compare(article_id, approved.number, present)
        return SinceApproval(
            approved.number, approved.approvals[-1][1], count_words(comparison), comparison.is_same
        )

    def save_version(self, article_id: str, *, version: int, by: str, name: str) -> WorkingCopy:
        """Keep the article as it stands as a version called `name`.

        Raises NameMissing, ArticleMissing and EditConflict.
        """
        with self._archive.writing() as holdings:
            return history.save_version(
                holdings, article_id, version=version, by=by, name=name, now=self._clock()
            )

    def rename_version(self, article_id: str, number: int, name: str, *, by: str) -> None:
        """Call a version `name`; raises VersionMissing."""
        with self._archive.writing() as holdings:
            history.rename_version(holdings, article_id, number, name, by=by, now=self._clock())

    def restore(self, article_id: str, number: int, *, version: int, by: str) -> Restored:
        """Make what a version says the present text; what stood there is kept as a version.

        Raises NameMissing, VersionMissing, HashMismatch, ArticleMissing and EditConflict.
        """
        with self._archive.writing() as holdings:
            return history.restore(holdings, article_id, number, version=version, by=by, now=self._clock())

    def compare(self, article_id: str, old: int | Article, new: int | Article) -> Comparison:
        """Return what became of `old` in `new`, each a version's number or a text as it stands.

        Raises VersionMissing and HashMismatch.
        """
        with self._archive.reading() as holdings:
            before, after = (
                history.version_text(holdings, article_id, text)
                if isinstance(text, int)
                else filing.present_snapshot(holdings, text)
                for text in (old, new)
            )
            titles = holdings.articles.titles((*named_articles(before), *named_articles(after)))
        return comparing.compare(before, after, titles)
