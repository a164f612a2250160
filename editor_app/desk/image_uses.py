"""Where an image is shown, for whoever has to take it away."""

from editor_app.archive.archive import Holdings
from editor_app.desk.values import ImageUse
from editor_app.domain.article import Article
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.revision import Snapshot, figures


def uses(holdings: Holdings, image_id: str) -> tuple[ImageUse, ...]:
    """Return the articles that show the image, those that are live with it first, then by title."""
    titles = {
        stored.article.id: stored.article.title
        for stored in holdings.articles.mentioning(image_id)
        if shows(stored.article, image_id)
    }
    live = set()
    for revision in holdings.revisions.mentioning(image_id):
        newest = holdings.revisions.newest_approved(revision.article_id)
        if newest is not None and newest.revision.id == revision.id:
            snapshot = decode_snapshot(revision.content)
            if shows(snapshot, image_id):
                live.add(revision.article_id)
                titles.setdefault(revision.article_id, snapshot.title)
    found = (ImageUse(article_id, title, article_id in live) for article_id, title in titles.items())
    return tuple(sorted(found, key=lambda use: (not use.is_live, use.title.casefold(), use.article_id)))


def shows(text: Article | Snapshot, image_id: str) -> bool:
    """Tell whether `text` has the image at its top or in its body."""
    return any(figure.image_id == image_id for figure in figures(text))
