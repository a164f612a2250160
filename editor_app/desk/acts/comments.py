"""What is said about an article."""

from editor_app.desk import commenting
from editor_app.desk.acts.base import Acts
from editor_app.desk.values import PlacedComment
from editor_app.domain.comment import Comment, Passage


class CommentActs(Acts):
    """What is done with comments on articles and their passages."""

    def comments(self, article_id: str) -> tuple[PlacedComment, ...]:
        """Return what was said about an article, open ones first, as its text is read.

        Raises ArticleMissing.
        """
        with self._archive.reading() as holdings:
            return commenting.comments(holdings, article_id)

    def returned_to(self, name: str) -> tuple[str, ...]:
        """Return the titles of the drafts that were sent back to `name`, the newest edit first."""
        with self._archive.reading() as holdings:
            return holdings.comments.returned_to(name)

    def add_comment(self, article_id: str, words: str, *, by: str, passage: Passage | None = None) -> Comment:
        """Say something about the article, or about a passage of its present text.

        Raises CommentMissing, PassageGone, NameMissing and ArticleMissing.
        """
        with self._archive.writing() as holdings:
            return commenting.add_comment(
                holdings, article_id, words, by=by, now=self._clock(), passage=passage
            )

    def settle_comment(self, comment_id: str, *, by: str) -> Comment:
        """Note that a comment is dealt with; raises NoSuchComment and NameMissing."""
        with self._archive.writing() as holdings:
            return commenting.settle_comment(holdings, comment_id, by=by, now=self._clock())

    def reopen_comment(self, comment_id: str, *, by: str) -> Comment:
        """Note that a comment is not dealt with after all; raises NoSuchComment and NameMissing."""
        with self._archive.writing() as holdings:
            return commenting.reopen_comment(holdings, comment_id, by=by, now=self._clock())
