"""What is published, kept ready for the website: each page's own part is made once."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.desk.publications import publication_of, verified, withdrawn_text
from editor_app.desk.site_settings import site_settings
from editor_app.domain.live_text import LiveText
from editor_app.domain.publication import Publication
from editor_app.domain.revision import figures
from editor_app.rendering.fragments import live_text
from editor_app.rendering.maker import maker
from editor_app.rendering.page_paths import article_path
from editor_app.rendering.renditions import SizeOfImage
from editor_app.rendering.templates import OWN_TEMPLATES, Templates
from editor_app.site.errors import ImageMissing

_ALWAYS = datetime.max.replace(tzinfo=UTC)


def keep_live_texts(holdings: Holdings, article_id: str) -> None:
    """Keep the article's live texts as they follow from what was published; raises HashMismatch.

    Where somebody else's templates are in use, which may be broken or away, the next export makes them.
    """
    if site_settings(holdings).templates:
        holdings.site_texts.note(article_id)
    else:
        make_live_texts(holdings, article_id, OWN_TEMPLATES)


def note_withdrawn(holdings: Holdings, article_id: str, now: datetime) -> None:
    """Keep nothing of an article that has just been withdrawn but the address at which it was to be seen."""
    holdings.site_texts.forget(article_id)
    text = withdrawn_text(holdings, article_id, now)
    if text is not None:
        holdings.site_texts.note_address(article_path(text.snapshot), article_id)


def make_live_texts(holdings: Holdings, article_id: str, templates: Templates) -> None:
    """Make the article's live texts and keep them; raises HashMismatch and BrokenTemplate."""
    texts = live_texts(holdings, article_id, templates)
    former = former_paths(holdings, article_id) if texts else ()
    holdings.site_texts.put(article_id, texts, former, maker(templates))


def live_texts(holdings: Holdings, article_id: str, templates: Templates) -> tuple[tuple[str, LiveText], ...]:
    """Return the texts that are on the website at some time, each with the id of its revision.

    That is the newest, and the one in sight until that begins. None where the article is not live.
    """
    if holdings.publications.page(article_id) is None:
        return ()
    published = [verified(one) for one in holdings.publications.since_withdrawal(article_id)]
    publications = [publication_of(one) for one in published]
    older = _in_sight_before(publications)
    sizes = _image_sizes(holdings, publications[: 1 if older is None else older + 1])
    newest = live_text(publications[0], sizes, templates)
    texts = [(published[0].revision.id, newest)]
    begins_at = publications[0].begins_at
    if older is not None and begins_at is not None:
        text = live_text(publications[older], sizes, templates)
        ends = min(begins_at, text.listed.ends_at or begins_at)
        texts.append(
            (
                published[older].revision.id,
                msgspec.structs.replace(text, listed=msgspec.structs.replace(text.listed, ends_at=ends)),
            )
        )
    return tuple(texts)


def former_paths(holdings: Holdings, article_id: str) -> tuple[str, ...]:
    """Return the paths at which the article was once to be seen, the newest first."""
    if holdings.publications.times_published(article_id) < 2:
        return ()
    published = [publication_of(one) for one in holdings.publications.until(article_id, _ALWAYS)]
    return tuple(dict.fromkeys(_seen_before(published)))


def _seen_before(published: Sequence[Publication]) -> Iterator[str]:
    for newer, older in pairwise(published):
        if older.has_begun(newer.released_at):
            yield article_path(older.snapshot)


def _in_sight_before(published: Sequence[Publication]) -> int | None:
    """Return the number of the text that stays until the newest begins, None where none does."""
    newest = published[0]
    if newest.has_begun(newest.released_at):
        return None
    for number, (newer, older) in enumerate(pairwise(published), start=1):
        if older.is_public(newer.released_at):
            return number
    return None


def _image_sizes(holdings: Holdings, publications: Sequence[Publication]) -> SizeOfImage:
    """Return the sizes of all images of the publications; raises ImageMissing."""
    shown = {
        figure.image_id: one.snapshot.article_id for one in publications for figure in figures(one.snapshot)
    }
    sizes = {key: (one.width, one.height) for key, one in holdings.images.named([*shown]).items()}
    for image_id, article_id in shown.items():
        if image_id not in sizes:
            raise ImageMissing(article_id, image_id)
    return sizes.get
