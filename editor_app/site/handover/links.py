"""Links between articles, where these leave our website."""

from itertools import groupby

from editor_app.domain.addresses import ARTICLE_SCHEME, link_scheme
from editor_app.domain.document import Document, Link, Span, spans_of
from editor_app.rendering.inline import ArticleAddress


def lost_links(document: Document, article_address: ArticleAddress) -> tuple[str, ...]:
    """Return the words of the links to articles that have no whole address, in their order."""
    return tuple(
        "".join(span.text for span in run).strip()
        for block in document.blocks
        for href, run in groupby(spans_of(block), key=_article_link)
        if href and article_address(href.partition(":")[2]) is None
    )


def _article_link(span: Span) -> str:
    hrefs = (mark.href for mark in span.marks if isinstance(mark, Link))
    return next((href for href in hrefs if link_scheme(href) == ARTICLE_SCHEME), "")
