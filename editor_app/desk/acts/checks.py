"""The rules of the newsroom's language, over its articles."""

from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.desk import filing
from editor_app.desk.acts.base import Acts
from editor_app.desk.later import Later
from editor_app.desk.policy import newsroom_policy

if TYPE_CHECKING:
    from editor_app.checks import word_lists
    from editor_app.checks.context import Context
    from editor_app.checks.findings import Finding
    from editor_app.checks.word_lists import BrokenLine, ReadWords
    from editor_app.desk import checking, dismissing
    from editor_app.domain.article import Article
    from editor_app.domain.dismissals import Dismissal
else:
    checking = Later("editor_app.desk.checking")
    dismissing = Later("editor_app.desk.dismissing")
    word_lists = Later("editor_app.checks.word_lists")


class CheckActs(Acts):
    """What is looked at before somebody else looks."""

    def check(self, article_id: str, approver: str = "") -> "tuple[Finding, ...]":
        """Return what the rules find in the article, the worst first; raises ArticleMissing.

        Where `approver` is named, it is asked too whether that person may approve it.
        """
        with self._archive.reading() as holdings:
            article = filing.fetch(holdings, article_id).article
            return checking.check(holdings, article, self._clock(), approver=approver)

    def broken_words(self) -> "tuple[BrokenLine, ...]":
        """Return the lines of the newsroom's own word lists that say nothing, and why."""
        with self._archive.reading() as holdings:
            return checking.newsroom_words(newsroom_policy(holdings)).broken

    def words_in(self, folder: Path) -> "ReadWords":
        """Return what the word lists in `folder` say, whether or not it is the newsroom's."""
        return word_lists.words_of(folder)

    def make_example_words(self, folder: Path) -> "ReadWords":
        """Put files to begin one's own words with into `folder`, beside those that are there.

        Raises FileNotWritten.
        """
        return checking.make_example_words(folder)

    def dismissals(self, article_id: str, number: int = 0) -> "tuple[Dismissal, ...]":
        """Return what was let be in an article, or in its revision `number`, the oldest first."""
        with self._archive.reading() as holdings:
            return holdings.dismissals.of_article(article_id, number)

    def dismiss_finding(self, article: "Article", finding: "Finding", *, reason: str, by: str) -> "Dismissal":
        """Let a finding on `article`, as it stands in the window, be; return what is noted.

        Raises NameMissing, ReasonMissing, ArticleMissing, and NotDismissible for what blocks approval.
        """
        with self._archive.writing() as holdings:
            return dismissing.dismiss_finding(
                holdings, article, finding, reason=reason, by=by, now=self._clock()
            )

    def bring_back_finding(self, dismissal: "Dismissal", *, by: str) -> "tuple[Dismissal, ...]":
        """Let the rule say again what was let be; return what still is. Raises NameMissing."""
        with self._archive.writing() as holdings:
            return dismissing.bring_back_finding(holdings, dismissal, by=by, now=self._clock())

    def check_context(self, article: "Article", approver: str = "") -> "Context":
        """Return what the archive knows for the rules about `article`, as it stands in a window."""
        with self._archive.reading() as holdings:
            return checking.context_of(holdings, article, self._clock(), approver=approver)
