"""The editorial rules over an article of the archive."""

from datetime import datetime

from editor_app.archive.archive import Holdings
from editor_app.checks.checker import Checker
from editor_app.checks.context import Context
from editor_app.checks.findings import Finding
from editor_app.checks.rule_book import RULES
from editor_app.checks.word_lists import shipped_words
from editor_app.domain.article import Article
from editor_app.domain.revision import figures
from editor_app.domain.swedish_time import wall_time


def check(holdings: Holdings, article: Article, now: datetime) -> tuple[Finding, ...]:
    """Return what the rules find in `article`, the worst first and then in reading order."""
    return Checker(RULES).check(article, context_of(holdings, article, now))


def context_of(holdings: Holdings, article: Article, now: datetime) -> Context:
    """Return what the archive knows for the rules."""
    images = holdings.images.named([figure.image_id for figure in figures(article)])
    return Context(
        today=wall_time(now).date(),
        contacts=holdings.contacts.in_order(article.contact_ids),
        images={image_id: image.details for image_id, image in images.items()},
        words=shipped_words(),
    )
