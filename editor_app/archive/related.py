"""Articles about the same, found by the words that tell an article from others."""

from collections import Counter
from itertools import accumulate
from math import log

from sqlalchemy import Connection, select

from editor_app.archive.among import among_given, given
from editor_app.archive.search_index import about_how_many, closest_numbers
from editor_app.archive.tables import articles, search_rows, search_words
from editor_app.domain.article import Article
from editor_app.domain.article_words import words_in
from editor_app.domain.search_words import stems, words_of
from editor_app.domain.workflow import LiveSide

# By words that more than one article in a hundred has, none is found: they say little of any of them.
SHARE = 100
# Of those that are found, words that up to one in seven has still tell the closer ones.
SHARE_OF_BACKING = 7
# In a small archive a word says something all the same.
ALWAYS_RARE = 5
TELLING_WORDS, BACKING_WORDS = 12, 5
# What the most telling words have not found by then, the others do not either.
MOST_ROWS = 1500
# Some of the closest may not be live.
CANDIDATES = 100
AT_A_TIME = 12
# What stands in the title is what the article is about; more than twice, and chance words of it count too.
TITLE_COUNTS = 2

# Made once: to make a statement takes as long as to answer it.
_LIVE_IDS = (
    select(search_rows.c.number, search_rows.c.article_id)
    .join_from(search_rows, articles, articles.c.id == search_rows.c.article_id)
    .where(among_given(search_rows.c.number, "numbers"), articles.c.live == LiveSide.LIVE.value)
)
_SHARES = select(search_words.c.word, search_words.c.articles).where(
    among_given(search_words.c.word, "words")
)

Weights = dict[str, float]


class Related:
    """Suggests articles from the archive's own text."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def suggest(self, article: Article, limit: int) -> tuple[str, ...]:
        """Return the ids of at most `limit` live articles that say most of the same, the closest first.

        Neither `article` itself nor what it already leads to is among them.
        """
        closest = closest_numbers(self._connection, *self._telling_words(article), CANDIDATES)
        chosen = {article.id, *article.related_ids}
        found: list[str] = []
        # Most of them are live: to look at all would be to look at many for nothing.
        for start in range(0, len(closest), AT_A_TIME):
            some = closest[start : start + AT_A_TIME]
            rows = self._connection.execute(_LIVE_IDS, {"numbers": given(some)}).all()
            ids = {row.number: row.article_id for row in rows}
            found += [ids[number] for number in some if number in ids and ids[number] not in chosen]
            if len(found) >= limit:
                break
        return tuple(found[:limit])

    def _telling_words(self, article: Article) -> tuple[Weights, Weights]:
        """Return what tells the article from others and what backs it, and how much each word does."""
        counts = _counted_stems(article)
        everything = about_how_many(self._connection)
        rare = max(everything // SHARE, ALWAYS_RARE)
        rows = self._connection.execute(_SHARES, {"words": given(counts)}).all()
        most = max(everything // SHARE_OF_BACKING, rare)
        shares = {word: share for word, share in rows if 2 <= share <= most}
        weights = {
            word: (1 + log(counts[word])) * log((everything + 1) / share) for word, share in shares.items()
        }
        by_weight = sorted(weights, key=lambda word: (-weights[word], word))
        telling = [word for word in by_weight if shares[word] <= rare][:TELLING_WORDS]
        looked_at = accumulate(shares[word] for word in telling)
        finding = [word for word, rows in zip(telling, looked_at, strict=True) if rows <= MOST_ROWS]
        backing = [word for word in by_weight if shares[word] > rare][:BACKING_WORDS]
        return {word: weights[word] for word in finding}, {word: weights[word] for word in backing}


def _counted_stems(article: Article) -> Counter[str]:
    texts = (*[article.title] * TITLE_COUNTS, article.lead, *words_in(article).parts)
    return Counter(stems(words_of("\n".join(texts))))
