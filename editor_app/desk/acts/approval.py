"""The way from a draft to what is live, and down again."""

from editor_app.desk import approval, policy, publishing
from editor_app.desk.acts.base import Acts
from editor_app.desk.values import ForcedApproval, WorkingCopy
from editor_app.domain.comment import Passage
from editor_app.domain.policy import Policy
from editor_app.domain.withdrawal import WithdrawalReason


class ApprovalActs(Acts):
    """What is done before an article may go out, and when it has to come down."""

    def policy(self) -> Policy:
        """Return the rules of the newsroom."""
        with self._archive.reading() as holdings:
            return policy.newsroom_policy(holdings)

    def save_policy(self, rules: Policy, *, by: str) -> Policy:
        """Store the rules of the newsroom; raises NameMissing."""
        with self._archive.writing() as holdings:
            return policy.save_policy(holdings, rules, by=by, now=self._clock())

    def forced_this_year(self) -> tuple[ForcedApproval, ...]:
        """Return the approvals of this year, by the Swedish calendar, that broke the rules, newest first."""
        with self._archive.reading() as holdings:
            return approval.forced_this_year(holdings, self._clock())

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
            return approval.take_back(holdings, article_id, by=by, now=self._clock(), version=version)

    def return_to_author(
        self,
        article_id: str,
        words: str,
        *,
        by: str,
        passage: Passage | None = None,
        version: int | None = None,
    ) -> WorkingCopy:
        """Make a submitted article a draft again, with a comment on it or on a passage of what was submitted.

        Raises CommentMissing, NotPossibleNow, NameMissing, ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            return approval.return_to_author(
                holdings,
                article_id,
                by=by,
                now=self._clock(),
                words=words,
                passage=passage,
                version=version,
            )

    def approve(
        self, article_id: str, *, by: str, version: int | None = None, forced_reason: str = ""
    ) -> WorkingCopy:
        """Approve what was submitted, of `version` where one is named, and publish it if the policy says so.

        Raises SamePerson (by the policy, author, submitter and last editor cannot without a
        `forced_reason`), ChangedSinceSubmitted, NotReady, NotPossibleNow, NameMissing, HashMismatch,
        ImageAltered, ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            return approval.approve(
                holdings,
                article_id,
                by=by,
                now=self._clock(),
                version=version,
                forced_reason=forced_reason,
            )

    def publish(self, article_id: str, *, by: str, version: int | None = None) -> WorkingCopy:
        """Make the approved words the live ones, of `version` where one is named.

        Raises AlreadyLive, NotPossibleNow, ChangedSinceSubmitted, NameMissing, HashMismatch,
        ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            return publishing.publish(holdings, article_id, by=by, now=self._clock(), version=version)

    def correct(
        self, article_id: str, words: str = "", *, by: str, version: int | None = None
    ) -> WorkingCopy:
        """Make what is live a draft to be corrected; `words` are for the readers, and may be empty.

        Raises NotPossibleNow, NameMissing, ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            return publishing.correct(
                holdings, article_id, by=by, now=self._clock(), words=words, version=version
            )

    def withdraw(
        self,
        article_id: str,
        reason: WithdrawalReason,
        *,
        by: str,
        words: str = "",
        replacement_id: str = "",
        version: int | None = None,
    ) -> WorkingCopy:
        """Take a live article down; `words` are for the public, `replacement_id` names what to read instead.

        Raises WithdrawalIncomplete, NotPossibleNow, NameMissing, ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            return publishing.withdraw(
                holdings,
                article_id,
                reason,
                by=by,
                now=self._clock(),
                words=words,
                replacement_id=replacement_id,
                version=version,
            )
