"""Pages that were to lead to articles which are no longer on the website."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from editor_app.domain.page_needs import linked_articles
from editor_app.domain.publication import Publication


class LostLink(Struct, frozen=True):
    """That the live page of `article_id` was to lead to `gone_id`, as related or by a link in its text."""

    article_id: str
    title: str
    gone_id: str
    gone_title: str


def lost_links(public: Iterable[Publication], gone: Mapping[str, str]) -> Iterator[LostLink]:
    """Yield what the `public` pages cannot lead to, page by page; `gone` has titles by id."""
    if not gone:
        return
    for publication in public:
        snapshot = publication.snapshot
        for article_id in sorted({*snapshot.related_ids, *linked_articles(snapshot.body)} & gone.keys()):
            yield LostLink(snapshot.article_id, snapshot.title, article_id, gone[article_id])
