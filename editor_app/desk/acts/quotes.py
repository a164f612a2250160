"""Quotes, and what their speakers say of them."""

from collections.abc import Iterable
from datetime import date

from editor_app.desk import quotes
from editor_app.desk.acts.base import Acts
from editor_app.domain.article import Article
from editor_app.domain.quotes import ArticleQuote, QuoteApproval, QuoteWay


class QuoteActs(Acts):
    """What is done so that nobody reads on the website what they did not say."""

    def quotes(self, article: Article) -> tuple[ArticleQuote, ...]:
        """Return the quotes of `article` as it stands in the window, each with the approval that holds."""
        with self._archive.reading() as holdings:
            return quotes.quotes(holdings, article)

    def quote_approvals(self, article_id: str) -> tuple[QuoteApproval, ...]:
        """Return all approvals of an article's quotes, also of words that no longer stand there."""
        with self._archive.reading() as holdings:
            return holdings.quotes.of_article(article_id)

    def approve_quotes(
        self, article: Article, hashes: Iterable[str], speaker: str, way: QuoteWay, *, on: date, by: str
    ) -> tuple[ArticleQuote, ...]:
        """Note that `speaker` approved the words with those hashes `on` a day in Sweden; return all quotes.

        Raises NameMissing and QuoteMissing.
        """
        with self._archive.writing() as holdings:
            return quotes.approve_quotes(
                holdings, article, hashes, speaker, way, on=on, by=by, now=self._clock()
            )

    def withdraw_quote_approval(
        self, article: Article, quote_hash: str, *, by: str
    ) -> tuple[ArticleQuote, ...]:
        """Take back that the words were approved; return all quotes. Raises NameMissing."""
        with self._archive.writing() as holdings:
            return quotes.withdraw_quote_approval(holdings, article, quote_hash, by=by, now=self._clock())
