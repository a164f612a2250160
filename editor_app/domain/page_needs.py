"""What the page of an article takes from the archive besides the article."""

from datetime import datetime

from msgspec import Struct

from editor_app.domain.addresses import ARTICLE_SCHEME, link_scheme
from editor_app.domain.article import Article
from editor_app.domain.document import Document, Link, spans_of
from editor_app.domain.revision import figures


class PageNeeds(Struct, frozen=True):
    """The ids of what a page shows or leads to: `article_ids` are those chosen as related and linked to."""

    article_id: str
    category_id: str | None
    article_ids: frozenset[str]
    image_ids: frozenset[str]
    # Where the page stands among those of its category decides which of them it leads on to.
    publish_at: datetime | None = None
    # What the pages in other languages go back to: the article itself where it is a version of none.
    original_id: str = ""

    def hold(self, other: "PageNeeds") -> bool:
        """Tell whether what was fetched for these is enough for `other`."""
        return (
            self.article_id == other.article_id
            and self.category_id == other.category_id
            and self.publish_at == other.publish_at
            and self.original_id == other.original_id
            and self.article_ids >= other.article_ids
            and self.image_ids >= other.image_ids
        )


def page_needs(article: Article) -> PageNeeds:
    """Return what the page of `article` needs."""
    return PageNeeds(
        article.id,
        article.category_id,
        frozenset((*article.related_ids, *linked_articles(article.body))),
        frozenset(figure.image_id for figure in figures(article)),
        article.publish_at,
        article.id if article.version_of is None else article.version_of.article_id,
    )


def linked_articles(body: Document) -> frozenset[str]:
    """Return the ids of the articles that links in `body` lead to."""
    hrefs = {
        mark.href
        for block in body.blocks
        for span in spans_of(block)
        for mark in span.marks
        if isinstance(mark, Link)
    }
    return frozenset(href.partition(":")[2] for href in hrefs if link_scheme(href) == ARTICLE_SCHEME)
