"""The files of many articles of a category that follow each other, with few questions to the archive."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from editor_app.domain.live_text import ListedText, LiveText
from editor_app.domain.site_lists import Listing
from editor_app.rendering.surroundings import RELATED_LENGTH, nearest
from editor_app.site.output.stage import Stage, StagedFile
from editor_app.site.planning.articles import ARTICLE, item_of, nearest_of_all, page_of
from editor_app.site.planning.site import Site
from editor_app.site.planning.source import Source
from editor_app.site.planning.values import Unit, encode_known, known_of


class Made(Struct):
    """The files of an article, written where they differ from those there are, and what to remember of it."""

    article_id: str
    remembered: bytes
    files: tuple[StagedFile, ...]


# Opens, in the other process, what pages are made from; raises what an archive raises.
OpenSource = Callable[[], Source]


class Stretch(Struct, frozen=True):
    """The articles of a category, or of none, from number `first` on, the oldest at 0."""

    listing: Listing
    first: int
    length: int


def made_of(site: Site, stretch: Stretch, stage: Stage) -> Iterator[Made]:
    """Write the files of the articles of a stretch, and yield what was made of each, the oldest first."""
    older = min(stretch.first, RELATED_LENGTH)
    # Those beside the stretch are what its outermost articles lead on to.
    whole = older + stretch.length + RELATED_LENGTH
    row = site.lists.stretch(stretch.listing, site.now, stretch.first - older, whole)
    some = row[older : older + stretch.length]
    found = site.source.whole(listed.article_id for listed in some)
    texts = [found[listed.article_id] for listed in some]
    chosen = _chosen(site, texts)
    # One thing is done for all before the next, so that all it needs stays close to the processor.
    pages = [
        page_of(site, text, _related(site, row, at, text, chosen))
        for at, text in enumerate(texts, start=older)
    ]
    items = [[item_of(site, text) for text in texts]] if site.source.settings.has_ninjs else []
    known = [encode_known(known_of(text)) for text in texts]
    for listed, remembered, *files in zip(some, known, pages, *items, strict=True):
        owner = Unit(ARTICLE, listed.article_id).owner
        staged = tuple(stage.add(path, data, owner, listed.revision_hash) for path, data in files)
        yield Made(listed.article_id, remembered, staged)


def _related(
    site: Site, row: Sequence[ListedText], at: int, text: LiveText, chosen: Mapping[str, ListedText]
) -> Sequence[ListedText]:
    """Return what the article at `at` of a row of its category leads on to; `chosen` are public, by id."""
    listed = row[at]
    related: Sequence[ListedText] = [
        chosen[id_] for id_ in text.fragment.related_ids if id_ in chosen and id_ != listed.article_id
    ]
    if not related and listed.category_id is not None:
        before = row[max(0, at - RELATED_LENGTH) : at]
        related = nearest(before[::-1], row[at + 1 : at + 1 + RELATED_LENGTH])
        related = related or nearest_of_all(site, listed)
    return related[:RELATED_LENGTH]


def _chosen(site: Site, texts: Sequence[LiveText]) -> Mapping[str, ListedText]:
    ids = {id_ for text in texts for id_ in text.fragment.related_ids}
    return site.texts.public(ids, site.now) if ids else {}
