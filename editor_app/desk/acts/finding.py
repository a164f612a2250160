"""The archive searched: which articles there are of what somebody asks for, and why each was found."""

from collections.abc import Mapping, Sequence

from editor_app.archive.archive import Holdings
from editor_app.desk import filing
from editor_app.desk.acts.base import Acts
from editor_app.desk.policy import newsroom_policy
from editor_app.desk.values import ArticleSummary, Hit
from editor_app.domain.article import Article
from editor_app.domain.article_query import ArticleQuery, ArticleSort, SortKey
from editor_app.domain.policy import Approvers
from editor_app.domain.query_parser import parse_query
from editor_app.domain.snippets import FoundWords, Snippet, found_words, passage, snippet
from editor_app.domain.wanted_words import found_ranges, wanted_words

NEWEST_FIRST = ArticleSort()
BEST_FIRST = ArticleSort(SortKey.RELEVANCE)
MOST_HITS = 50
MOST_SUGGESTIONS = 5


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
            return holdings.finding.find(
                query,
                sort,
                me=me,
                now=self._clock(),
                limit=limit,
                typing=typing,
                one_approves=one_approves(holdings, query),
            )

    def find_entered(self, text: str, sort: ArticleSort = BEST_FIRST, *, me: str = "") -> tuple[str, ...]:
        """Return the ids of all that the search box finds in whole texts, once somebody presses Enter.

        What only begins as its last word does is among them, as it was while that was typed, but after
        what has the word; a space at the end says that the word is whole.
        """
        query, begun = parse_query(text), parse_query(text, typing=True).terms
        with self._archive.reading() as holdings:
            return holdings.finding.find(
                query,
                sort,
                me=me,
                now=self._clock(),
                one_approves=one_approves(holdings, query),
                begun=() if begun == query.terms else begun,
            )

    def count(self, query: ArticleQuery, *, me: str = "", typing: bool = False) -> int:
        """Return how many articles `query` asks for."""
        with self._archive.reading() as holdings:
            return holdings.finding.count(
                query, me=me, now=self._clock(), typing=typing, one_approves=one_approves(holdings, query)
            )

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Return the names that a query can ask for, by its fields."""
        with self._archive.reading() as holdings:
            return {
                "categories": tuple(category.name for category in holdings.categories.all()),
                "contacts": tuple(contact.name for contact in holdings.contacts.all()),
                "persons": holdings.finding.persons(),
            }

    def persons(self) -> tuple[str, ...]:
        """Return who has written or submitted what there is."""
        with self._archive.reading() as holdings:
            return holdings.finding.persons()

    def rows(self, article_ids: Sequence[str]) -> tuple[ArticleSummary, ...]:
        """Return what lists show of the articles, in the order of their ids, without those that are gone."""
        with self._archive.reading() as holdings:
            return holdings.finding.rows(article_ids)

    def search(
        self,
        text: str,
        sort: ArticleSort = BEST_FIRST,
        *,
        me: str = "",
        limit: int = MOST_HITS,
        typing: bool = False,
    ) -> tuple[Hit, ...]:
        """Return what the search box finds, at most `limit` articles, each with the passage that shows why.

        While somebody is `typing`, that is what titles and leads hold, the newest first.
        """
        query = parse_query(text, typing=typing)
        with self._archive.reading() as holdings:
            ids = holdings.finding.find(
                query,
                sort,
                me=me,
                now=self._clock(),
                limit=limit,
                typing=typing,
                one_approves=one_approves(holdings, query),
            )
            rows = holdings.finding.rows(ids)
            snippets = _snippets(holdings, ids, query, leads_only=typing)
        wanted = wanted_words(query.terms)
        return tuple(
            Hit(row, found_ranges(row.title, wanted), snippets[row.id]) for row in rows if row.id in snippets
        )

    def suggest_related(
        self, article_id: str, *, limit: int = MOST_SUGGESTIONS
    ) -> tuple[ArticleSummary, ...]:
        """Return live articles about the same as the article as it is stored, the closest first.

        What it already leads to is not among them. Raises ArticleMissing.
        """
        with self._archive.reading() as holdings:
            article = filing.fetch(holdings, article_id).article
            return holdings.finding.rows(holdings.related.suggest(article, limit))

    def snippets(self, query: ArticleQuery, article_ids: Sequence[str]) -> Mapping[str, Snippet]:
        """Return the passages that show why the articles were found, by their ids."""
        with self._archive.reading() as holdings:
            return _snippets(holdings, article_ids, query)

    def found_words(self, query: ArticleQuery, article: Article) -> FoundWords:
        """Return where the words that were looked for stand in `article`, whether it is stored or not."""
        return found_words(article, wanted_words(query.terms))


def _snippets(
    holdings: Holdings, article_ids: Sequence[str], query: ArticleQuery, *, leads_only: bool = False
) -> dict[str, Snippet]:
    """Return the passages that show why the articles were found; of those without a lead, in all they say."""
    wanted = wanted_words(query.terms)
    leads = holdings.articles.leads(article_ids) if leads_only else {}
    found = {id_: passage(lead, wanted) for id_, lead in leads.items() if lead}
    rest = [id_ for id_ in article_ids if id_ not in found]
    return found | {one.article_id: snippet(one, wanted) for one in holdings.articles.words(rest)}


def one_approves(holdings: Holdings, query: ArticleQuery) -> bool:
    """Tell whether one person is enough to approve, where `query` asks for what waits."""
    return query.waits_for_me and newsroom_policy(holdings).approvers is Approvers.ONE_PERSON
