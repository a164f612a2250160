"""Articles about the same, found by the words that tell an article from others."""

import heapq
from collections import Counter, defaultdict
from itertools import accumulate
from math import log

from sqlalchemy import Connection, func, select

from editor_app.archive.among import among
from editor_app.archive.search_index import numbers_with
from editor_app.archive.tables import articles, search_rows, search_words
from editor_app.domain.article import Article
from editor_app.domain.search_words import stems, words_of
from editor_app.domain.searched_text import body_texts
from editor_app.domain.workflow import LiveSide

# Words that more than one article in a hundred has say little of any of them.
SHARE = 100
# In a small archive a word says something all the same.
ALWAYS_RARE = 5
TELLING_WORDS = 12
# What the most telling words have not found by then, the others do not either.
MOST_ROWS = 1500
# Some of the closest may not be live.
CANDIDATES = 100
# What stands in the title and the lead is what the article is about.
TITLE_COUNTS = 3
LEAD_COUNTS = 2


class Related:
    """Suggests articles from the archive's own text."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def suggest(self, article: Article, limit: int) -> tuple[str, ...]:
        """Return the ids of at most `limit` live articles that say most of the same, the closest first.

        Neither `article` itself nor what it already leads to is among them.
        """
        weights = self._telling_words(article)
        closeness: defaultdict[int, float] = defaultdict(float)
        for word, number in numbers_with(self._connection, weights):
            closeness[number] += weights[word]
        closest = heapq.nlargest(CANDIDATES, closeness, key=closeness.__getitem__)
        query = (
            select(search_rows.c.number, search_rows.c.article_id)
            .join_from(search_rows, articles, articles.c.id == search_rows.c.article_id)
            .where(
                among(search_rows.c.number, closest),
                articles.c.live == LiveSide.LIVE.value,
                articles.c.id.not_in((article.id, *article.related_ids)),
            )
        )
        ids = {row.number: row.article_id for row in self._connection.execute(query).all()}
        return tuple(ids[number] for number in closest if number in ids)[:limit]

    def _telling_words(self, article: Article) -> dict[str, float]:
        """Return what tells the article from others, and how much each word does."""
        counts = _counted_stems(article)
        everything = self._connection.scalar(select(func.count()).select_from(search_rows)) or 0
        rare = max(everything // SHARE, ALWAYS_RARE)
        query = select(search_words.c.word, search_words.c.articles).where(
            among(search_words.c.word, counts), search_words.c.articles.between(2, rare)
        )
        shares = {row.word: row.articles for row in self._connection.execute(query).all()}
        weights = {
            word: (1 + log(counts[word])) * log((everything + 1) / share) for word, share in shares.items()
        }
        telling = sorted(weights, key=lambda word: (-weights[word], word))[:TELLING_WORDS]
        looked_at = accumulate(shares[word] for word in telling)
        return {
            word: weights[word] for word, rows in zip(telling, looked_at, strict=True) if rows <= MOST_ROWS
        }


def _counted_stems(article: Article) -> Counter[str]:
    counts = Counter(stems(words_of("\n".join(body_texts(article)))))
    for text, times in ((article.title, TITLE_COUNTS), (article.lead, LEAD_COUNTS)):
        for one in stems(words_of(text)):
            counts[one] += times
    return counts
