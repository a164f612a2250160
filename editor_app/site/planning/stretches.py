"""The files of many articles of a category that follow each other, with few questions to the archive."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from editor_app.domain.live_text import ListedText, LiveText
from editor_app.rendering.surroundings import RELATED_LENGTH, nearest
from editor_app.site.planning.articles import ARTICLE, files_of
from editor_app.site.planning.site import Site
from editor_app.site.planning.values import Known, Unit, known_of


class Made(Struct):
    """The files of an article with their bytes, and what is to be remembered of it."""

    files: tuple[tuple[str, bytes], ...]
    unit: Unit
    revision: str
    known: Known


def made_of_stretch(site: Site, some: Sequence[ListedText], older: Sequence[ListedText]) -> Iterator[Made]:
    """Yield the files of `some` articles of one category, or of none, the oldest first.

    `older` are the last that stand before them in the category, as many as an article leads on to.
    """
    texts = site.source.whole(listed.article_id for listed in some)
    chosen = _chosen(site, texts)
    row = (*older, *some)
    for at, listed in enumerate(some, start=len(older)):
        text = texts[listed.article_id]
        related: Sequence[ListedText] = [
            chosen[id_] for id_ in text.fragment.related_ids if id_ in chosen and id_ != listed.article_id
        ][:RELATED_LENGTH]
        if not related and listed.category_id is not None:
            before = row[max(0, at - RELATED_LENGTH) : at]
            related = nearest(before[::-1], row[at + 1 : at + 1 + RELATED_LENGTH])
        files = tuple(files_of(site, text, related))
        yield Made(files, Unit(ARTICLE, listed.article_id), listed.revision_hash, known_of(text))


def _chosen(site: Site, texts: Mapping[str, LiveText]) -> Mapping[str, ListedText]:
    ids = {id_ for text in texts.values() for id_ in text.fragment.related_ids}
    return site.texts.public(ids, site.now) if ids else {}
