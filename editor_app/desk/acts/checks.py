"""The rules of the newsroom's language, over its articles."""

from typing import TYPE_CHECKING

from editor_app.desk import filing
from editor_app.desk.acts.base import Acts
from editor_app.desk.later import Later

if TYPE_CHECKING:
    from editor_app.checks.context import Context
    from editor_app.checks.findings import Finding
    from editor_app.desk import checking
    from editor_app.domain.article import Article
else:
    checking = Later("editor_app.desk.checking")


class CheckActs(Acts):
    """What is looked at before somebody else looks."""

    def check(self, article_id: str, approver: str = "") -> "tuple[Finding, ...]":
        """Return what the rules find in the article, the worst first; raises ArticleMissing.

        Where `approver` is named, it is asked too whether that person may approve it.
        """
        with self._archive.reading() as holdings:
            article = filing.fetch(holdings, article_id).article
            return checking.check(holdings, article, self._clock(), approver=approver)

    def check_context(self, article: "Article", approver: str = "") -> "Context":
        """Return what the archive knows for the rules about `article`, as it stands in a window."""
        with self._archive.reading() as holdings:
            return checking.context_of(holdings, article, self._clock(), approver=approver)
