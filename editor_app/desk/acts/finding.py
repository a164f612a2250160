"""The archive searched: which articles there are of what somebody asks for."""

from collections.abc import Sequence

from editor_app.desk.acts.base import Acts
from editor_app.desk.values import ArticleSummary
from editor_app.domain.article_query import ArticleQuery, ArticleSort

NEWEST_FIRST = ArticleSort()


class FindingActs(Acts):
    """What is done to find articles."""

    def find(
        self,
        query: ArticleQuery,
        sort: ArticleSort = NEWEST_FIRST,
        *,
        me: str = "",
        limit: int | None = None,
        typing: bool = False,
    ) -> tuple[str, ...]:
        """Return the ids of the articles that `query` asks for in their order, the first `limit` of them.

        `me` is who looks, whose articles are "mine". While somebody is `typing`, words are looked for in
        titles and leads only, which takes no time; then read the query as typed too.
        """
        with self._archive.reading() as holdings:
            return holdings.finding.find(query, sort, me=me, limit=limit, typing=typing)

    def count(self, query: ArticleQuery, *, me: str = "", typing: bool = False) -> int:
        """Return how many articles `query` asks for."""
        with self._archive.reading() as holdings:
            return holdings.finding.count(query, me=me, typing=typing)

    def persons(self) -> tuple[str, ...]:
        """Return who has written or submitted what there is."""
        with self._archive.reading() as holdings:
            return holdings.finding.persons()

    def rows(self, article_ids: Sequence[str]) -> tuple[ArticleSummary, ...]:
        """Return what lists show of the articles, in the order of their ids, without those that are gone."""
        with self._archive.reading() as holdings:
            return holdings.finding.rows(article_ids)
