"""The editorial rules over an article of the archive."""

from datetime import datetime
from pathlib import Path

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import ArticleSummary
from editor_app.checks.checker import Checker
from editor_app.checks.context import Context
from editor_app.checks.dismissing import left
from editor_app.checks.example_words import example_files
from editor_app.checks.findings import Finding
from editor_app.checks.rule_book import RULES
from editor_app.checks.word_lists import ReadWords, words_of
from editor_app.desk.language_versions import original_text
from editor_app.desk.policy import newsroom_policy
from editor_app.desk.whole_files import write_whole
from editor_app.domain.article import Article
from editor_app.domain.page_needs import linked_articles
from editor_app.domain.policy import Approvers, Policy
from editor_app.domain.revision import figures
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.workflow import LiveSide, State


def check(holdings: Holdings, article: Article, now: datetime, *, approver: str = "") -> tuple[Finding, ...]:
    """Return what the rules find in `article` and nobody has let be, the worst first and in reading order.

    Where `approver` is named, it is asked too whether that person may approve it.
    """
    found = Checker(RULES).check(article, context_of(holdings, article, now, approver=approver))
    return left(article, found, holdings.dismissals.of_article(article.id))


def context_of(holdings: Holdings, article: Article, now: datetime, *, approver: str = "") -> Context:
    """Return what the archive knows for the rules."""
    policy = newsroom_policy(holdings)
    images = holdings.images.named([figure.image_id for figure in figures(article)])
    return Context(
        positioned_images=frozenset(image_id for image_id, image in images.items() if image.has_position),
        category_is_retired=article.category_id in holdings.categories.retired(),
        live_ids=_on_the_site(holdings, article, now),
        quote_approvals=holdings.quotes.of_article(article.id),
        quotes_must_be_approved=policy.quotes_must_be_approved,
        approver=approver,
        writers=_writers(holdings, article),
        approver_must_be_another=policy.approvers is Approvers.FOUR_EYES,
        today=wall_time(now).date(),
        contacts=holdings.contacts.in_order(article.contact_ids),
        images={image_id: image.details for image_id, image in images.items()},
        words=newsroom_words(policy).words,
        original_words=_original_words(holdings, article),
    )


def _original_words(holdings: Holdings, article: Article) -> frozenset[str] | None:
    if article.version_of is None:
        return None
    found = original_text(holdings, article.version_of.article_id)
    return None if found is None else found.present


def newsroom_words(policy: Policy) -> ReadWords:
    """Return the words that the rules go by, and the lines of the newsroom's own that say nothing."""
    return words_of(Path(policy.words_folder) if policy.words_folder else None)


def make_example_words(folder: Path) -> ReadWords:
    """Put the example files that are not there into `folder`, and read it; raises FileNotWritten."""
    for name, text in example_files():
        if not (folder / name).exists():
            write_whole(text.encode(), folder / name)
    return words_of(folder)


def _writers(holdings: Holdings, article: Article) -> frozenset[str]:
    """Return who began, submitted and last edited the article; nobody did where the archive has it not."""
    stored = holdings.articles.get(article.id)
    if stored is None:
        return frozenset()
    return frozenset(filter(None, (stored.created_by, stored.submitted_by, stored.updated_by)))


def _on_the_site(holdings: Holdings, article: Article, now: datetime) -> frozenset[str]:
    """Return which of the articles that `article` links to are on the site, or will be once they are due."""
    linked = tuple(linked_articles(article.body))
    rows = holdings.finding.rows(linked) if linked else ()
    return frozenset(row.id for row in rows if _will_be_there(row, now))


def _will_be_there(row: ArticleSummary, now: datetime) -> bool:
    if row.live is LiveSide.LIVE:
        return row.ends_at is None or row.ends_at > now
    return row.live is LiveSide.NOT_PUBLISHED and row.state is State.APPROVED
