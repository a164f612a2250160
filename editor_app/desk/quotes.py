"""Speakers' approvals of what they are quoted as saying."""

from collections.abc import Iterable
from datetime import date, datetime

from editor_app.archive.archive import Holdings
from editor_app.desk.errors import Named, QuoteMissing, require_name
from editor_app.domain.article import Article
from editor_app.domain.audit import Act
from editor_app.domain.quotes import ArticleQuote, QuoteApproval, QuoteWay, quotes_in


def quotes(holdings: Holdings, article: Article) -> tuple[ArticleQuote, ...]:
    """Return the quotes of `article` as it is given, each with the approval that holds for it."""
    names = [contact.name for contact in holdings.contacts.all()]
    return quotes_in(article.body, holdings.quotes.of_article(article.id), names)


def approve_quotes(
    holdings: Holdings,
    article: Article,
    hashes: Iterable[str],
    speaker: str,
    way: QuoteWay,
    *,
    on: date,
    by: str,
    now: datetime,
) -> tuple[ArticleQuote, ...]:
    """Note that `speaker` approved the words with those hashes; return all quotes of `article`.

    Raises NameMissing for whoever notes it and for the speaker, and QuoteMissing where the article no
    longer has such words.
    """
    name, whole = require_name(by), require_name(speaker, Named.SPEAKER)
    present = {quote.hash for quote in quotes(holdings, article)}
    for hash_ in dict.fromkeys(hashes):
        if hash_ not in present:
            raise QuoteMissing(article.id)
        holdings.quotes.put(QuoteApproval(article.id, hash_, whole, on, way, name, now))
        holdings.log.append(
            Act.QUOTE_APPROVED,
            by=name,
            at=now,
            article_id=article.id,
            details={"quote": hash_, "speaker": whole, "on": on.isoformat(), "way": way.value},
        )
    return quotes(holdings, article)


def withdraw_quote_approval(
    holdings: Holdings, article: Article, hash_: str, *, by: str, now: datetime
) -> tuple[ArticleQuote, ...]:
    """Take back that the words were approved; return all quotes of `article`. Raises NameMissing."""
    name = require_name(by)
    if holdings.quotes.remove(article.id, hash_):
        holdings.log.append(
            Act.QUOTE_APPROVAL_WITHDRAWN, by=name, at=now, article_id=article.id, details={"quote": hash_}
        )
    return quotes(holdings, article)
