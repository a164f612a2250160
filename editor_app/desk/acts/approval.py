"""The way from a draft to what is approved."""

from editor_app.desk import approval
from editor_app.desk.acts.base import Acts
from editor_app.desk.values import WorkingCopy


class ApprovalActs(Acts):
    """What two persons do before an article may go out."""

    def submit(self, article_id: str, *, by: str, version: int | None = None) -> WorkingCopy:
        """Ask for approval of the article as it stands, of `version` where one is named.

        Raises NotReady, NotPossibleNow, NameMissing, ImageMissing, ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            return approval.submit(holdings, article_id, by=by, now=self._clock(), version=version)

    def take_back(self, article_id: str, *, by: str, version: int | None = None) -> WorkingCopy:
        """Make a submitted article a draft again, of `version` where one is named.

        Raises NotPossibleNow, NameMissing, ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            return approval.take_back(holdings, article_id, by=by, version=version)

    def approve(self, article_id: str, *, by: str, version: int | None = None) -> WorkingCopy:
        """Approve what was submitted, of `version` where one is named.

        Raises SamePerson (the submitter and the last editor cannot), ChangedSinceSubmitted, NotReady,
        NotPossibleNow, NameMissing, HashMismatch, ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            return approval.approve(holdings, article_id, by=by, now=self._clock(), version=version)
