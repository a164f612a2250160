"""Articles: begun, opened, saved and copied."""

from editor_app.desk import drafting, filing
from editor_app.desk.acts.base import Acts
from editor_app.desk.values import ArticleSummary, WorkingCopy
from editor_app.domain.article import Article, Kind, new_id
from editor_app.domain.article_query import ArticleQuery, ArticleSort


class ArticleActs(Acts):
    """What is done to the words of an article."""

    def articles(self) -> tuple[ArticleSummary, ...]:
        """Return what lists show of every article, the newest edit first."""
        with self._archive.reading() as holdings:
            return holdings.finding.rows(
                holdings.finding.find(ArticleQuery(), ArticleSort(), me="", now=self._clock())
            )

    def ids_beginning(self, beginning: str) -> tuple[str, ...]:
        """Return the ids of the articles that begin so, in whatever case that is written."""
        with self._archive.reading() as holdings:
            return holdings.articles.ids_beginning(beginning)

    def open(self, article_id: str) -> WorkingCopy:
        """Return the article as it stands; raises ArticleMissing."""
        with self._archive.reading() as holdings:
            return filing.working_copy(holdings, filing.fetch(holdings, article_id))

    def create(self, *, by: str, kind: Kind = Kind.NEWS) -> WorkingCopy:
        """Begin an empty article."""
        with self._archive.writing() as holdings:
            return drafting.file_new(holdings, Article(new_id(), kind), by=by, now=self._clock())

    def save(self, article: Article, *, version: int, by: str) -> WorkingCopy:
        """Store the article as it is now in the editor, in place of `version`.

        What changes the page makes it a draft again; nothing changed, nothing done. Raises
        EditConflict where the archive holds another version, and ArticleMissing.
        """
        with self._archive.writing() as holdings:
            return drafting.save(holdings, article, version=version, by=by, now=self._clock())

    def keep_copy(self, article: Article, *, by: str) -> WorkingCopy:
        """Store the same words as a new article, so that a conflict costs nobody anything."""
        with self._archive.writing() as holdings:
            return drafting.file_copy(holdings, article, by=by, now=self._clock())
