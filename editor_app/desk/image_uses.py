"""Where an image is shown, for whoever has to take it away, and what of it is shown nowhere."""

from editor_app.archive.archive import Archive, Holdings
from editor_app.archive.images import Part
from editor_app.desk.picture_file import crop_key, shown_in
from editor_app.desk.values import ImageUse
from editor_app.domain.article import Article
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.revision import Snapshot, figures


def uses(holdings: Holdings, image_id: str) -> tuple[ImageUse, ...]:
    """Return the articles that show the image, those that are live with it first, then by title."""
    titles = {
        stored.article.id: stored.article.title
        for stored in holdings.articles.mentioning(image_id)
        if _shows(stored.article, image_id)
    }
    live = set()
    for revision in holdings.revisions.mentioning(image_id):
        live_one = holdings.publications.live(revision.article_id)
        if live_one is not None and live_one.revision.id == revision.id:
            snapshot = decode_snapshot(revision.content)
            if _shows(snapshot, image_id):
                live.add(revision.article_id)
                titles.setdefault(revision.article_id, snapshot.title)
    found = (ImageUse(article_id, title, article_id in live) for article_id, title in titles.items())
    return tuple(sorted(found, key=lambda use: (not use.is_live, use.title.casefold(), use.article_id)))


def forget_unused_parts(archive: Archive, article: Article) -> None:
    """Remove the parts that were made of the images of `article` and that no text shows, versions included.

    Trying out a crop leaves such parts. They are made again if anything shows them after all.
    """
    with archive.reading() as holdings:
        kept = holdings.images.kept_parts([figure.image_id for figure in figures(article)])
        doubtful = kept - _parts(holdings, article)
    if not doubtful:
        return
    with archive.storing_derived() as holdings:
        for image_id in {image_id for image_id, _crop in doubtful}:
            doubtful -= _parts_in_use(holdings, image_id)
        for part in doubtful:
            holdings.images.forget_part(part)


def _parts_in_use(holdings: Holdings, image_id: str) -> frozenset[Part]:
    texts: tuple[Article | Snapshot, ...] = (
        *(stored.article for stored in holdings.articles.mentioning(image_id)),
        *(decode_snapshot(revision.content) for revision in holdings.revisions.mentioning(image_id)),
    )
    return frozenset(part for text in texts for part in _parts(holdings, text))


def _parts(holdings: Holdings, text: Article | Snapshot) -> frozenset[Part]:
    return frozenset((shown.image_id, crop_key(shown.crop)) for shown in shown_in(holdings, text))


def _shows(text: Article | Snapshot, image_id: str) -> bool:
    return any(figure.image_id == image_id for figure in figures(text))
