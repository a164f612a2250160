"""Articles: begun, opened, saved and copied."""

from editor_app.desk import drafting, filing, language_versions
from editor_app.desk.acts.base import Acts
from editor_app.desk.language_versions import OriginalText
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

    def begin_language_version(self, article_id: str, language: str, *, by: str) -> WorkingCopy:
        """Store the words of an article, to be translated, as a new draft in `language`.

        The draft says what it is a version of. Raises ArticleMissing and SameLanguage.
        """
        with self._archive.writing() as holdings:
            return language_versions.file_language_version(
                holdings, article_id, language, by=by, now=self._clock()
            )

    def set_original(self, article_id: str, original_id: str, *, by: str) -> WorkingCopy:
        """Store what an article is a version of in another language, empty for nothing.

        It follows what that says now. Raises ArticleMissing and OwnOriginal.
        """
        with self._archive.writing() as holdings:
            return language_versions.set_original(holdings, article_id, original_id, by=by, now=self._clock())

    def original(self, article_id: str) -> OriginalText | None:
        """Return what a version of the article in another language is a version of: it, or its original.

        None where the archive has no such article.
        """
        with self._archive.reading() as holdings:
            return language_versions.original_text(holdings, article_id)

    def keep_copy(self, article: Article, *, by: str) -> WorkingCopy:
        """Store the same words as a new article, so that a conflict costs nobody anything."""
        with self._archive.writing() as holdings:
            return drafting.file_copy(holdings, article, by=by, now=self._clock())
