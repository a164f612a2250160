"""What was made of images and is shown nowhere."""

from editor_app.archive.archive import Archive, Holdings
from editor_app.archive.images import Part
from editor_app.desk.picture_file import crop_key, shown_in
from editor_app.domain.article import Article
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.revision import Snapshot, figures


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
        *holdings.articles.showing(image_id),
        *(decode_snapshot(revision.content) for revision in holdings.revisions.showing(image_id)),
    )
    return frozenset(part for text in texts for part in _parts(holdings, text))


def _parts(holdings: Holdings, text: Article | Snapshot) -> frozenset[Part]:
    return frozenset((shown.image_id, crop_key(shown.crop)) for shown in shown_in(holdings, text))
