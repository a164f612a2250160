"""The desk's images: filed under the hash of their bytes, and made into what pages show of them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256

import msgspec
from msgspec import Struct

from editor_app.archive.archive import Archive, Holdings
from editor_app.archive.errors import ImageMissing
from editor_app.archive.rows import StoredRendition
from editor_app.desk.errors import ImageAltered
from editor_app.desk.filing import tidy
from editor_app.desk.values import ShownImage, StoredImage
from editor_app.domain.article import Article
from editor_app.domain.audit import Act
from editor_app.domain.document import Crop
from editor_app.domain.image_details import ImageDetails
from editor_app.domain.normalize import normalize_text
from editor_app.domain.revision import Snapshot, figures
from editor_app.rendering.images import inspect_image, make_renditions
from editor_app.rendering.renditions import Rendition, Shown, shown_figure, shown_teaser, shown_whole


class Picture(Struct, frozen=True):
    """An image that is ready to be filed, with its original."""

    image: StoredImage
    original: bytes


def develop(data: bytes, *, name: str) -> Picture:
    """Return the picture that `data` holds; raises NotAnImage."""
    facts = inspect_image(data, name)
    image_id = sha256(data).hexdigest()
    return Picture(StoredImage(image_id, name, **msgspec.structs.asdict(facts)), data)


def file_picture(holdings: Holdings, picture: Picture, *, by: str, now: datetime) -> StoredImage:
    """Store the picture, or return the one that has the same bytes."""
    image = picture.image
    existing = holdings.images.get(image.id)
    if existing is not None:
        return existing
    holdings.images.add(image, original=picture.original)
    named = {"image": image.id, "name": image.name}
    holdings.log.append(Act.IMAGE_ADDED, by=tidy(by), at=now, details=named)
    return image


def describe(
    holdings: Holdings, image_id: str, details: ImageDetails, *, by: str, now: datetime
) -> StoredImage:
    """Note `details` about the image, tidied; raises ImageMissing."""
    image = holdings.images.get(image_id)
    if image is None:
        raise ImageMissing(image_id)
    texts = {
        name: normalize_text(getattr(details, name), line_breaks=False).strip()
        for name in ("alt", "caption", "credit", "consent_scope")
    }
    details = msgspec.structs.replace(details, **texts)
    if details != image.details:
        holdings.images.describe(image_id, details)
        said = {"image": image_id, "persons": details.persons, "legal_basis": details.legal_basis}
        holdings.log.append(Act.IMAGE_DESCRIBED, by=tidy(by), at=now, details=said)
    return msgspec.structs.replace(image, details=details)


def rendition_bytes(archive: Archive, rendition: Rendition) -> bytes:
    """Return the file that pages show, made and kept if it is not there yet.

    One whose bytes are no longer those that were made is made anew. Raises ImageMissing, and
    ImageAltered where the original itself is no longer what its id names.
    """
    key = (rendition.image_id, crop_key(rendition.crop), rendition.width)
    with archive.reading() as holdings:
        kept = holdings.images.rendition(*key)
        if kept is not None and sha256(kept.data).hexdigest() == kept.hash:
            return kept.data
        original = holdings.images.original(rendition.image_id)
    return _make_and_keep(archive, original, rendition.image_id, rendition.crop, (rendition.width,))[
        rendition.width
    ]


def shown_image(archive: Archive, image_id: str, width: int) -> ShownImage:
    """Return the whole image about `width` pixels wide; raises ImageMissing and ImageAltered."""
    with archive.reading() as holdings:
        image = holdings.images.get(image_id)
    if image is None:
        raise ImageMissing(image_id)
    rendition = shown_whole(image_id, (image.width, image.height), width)
    return ShownImage(image, rendition_bytes(archive, rendition))


def make_renditions_ready(archive: Archive, renditions: Iterable[Rendition]) -> Iterator[Rendition]:
    """Yield the renditions once they are there, those of one image together: it is read once for them."""
    parts: dict[tuple[str, Crop | None], list[int]] = {}
    for rendition in renditions:
        parts.setdefault((rendition.image_id, rendition.crop), []).append(rendition.width)
    for (image_id, crop), widths in parts.items():
        _make_missing(archive, image_id, crop, widths)
        yield from (Rendition(image_id, crop, width) for width in widths)


def make_ready(archive: Archive, text: Article | Snapshot) -> None:
    """Make what pages show of the images of `text` and is not there yet, each image read once."""
    with archive.reading() as holdings:
        shown = shown_in(holdings, text)
    for one in shown:
        _make_missing(archive, one.image_id, one.crop, one.widths)


def require_unaltered(holdings: Holdings, text: Article | Snapshot) -> None:
    """Raise ImageAltered where the original of an image of `text` is not what its id names."""
    for image_id in dict.fromkeys(figure.image_id for figure in figures(text)):
        if sha256(holdings.images.original(image_id)).hexdigest() != image_id:
            raise ImageAltered(image_id)


def shown_in(holdings: Holdings, text: Article | Snapshot) -> tuple[Shown, ...]:
    """Return what pages show of the images of `text` that are there, the teaser for lists last."""
    shown_figures, hero = figures(text), text.hero
    known = holdings.images.named([figure.image_id for figure in shown_figures])
    sizes = {image.id: (image.width, image.height) for image in known.values()}
    shown = [
        shown_figure(figure, sizes[figure.image_id]) for figure in shown_figures if figure.image_id in sizes
    ]
    if hero is not None and hero.image_id in sizes:
        shown.append(shown_teaser(hero, sizes[hero.image_id]))
    return tuple(shown)


def _make_missing(archive: Archive, image_id: str, crop: Crop | None, widths: Iterable[int]) -> None:
    with archive.reading() as holdings:
        key = crop_key(crop)
        missing = [width for width in widths if holdings.images.rendition(image_id, key, width) is None]
        original = holdings.images.original(image_id) if missing else b""
    if missing:
        _make_and_keep(archive, original, image_id, crop, missing)


def _make_and_keep(
    archive: Archive, original: bytes, image_id: str, crop: Crop | None, widths: Iterable[int]
) -> dict[int, bytes]:
    if sha256(original).hexdigest() != image_id:
        raise ImageAltered(image_id)
    # This takes its time, and nobody else has to wait for it.
    made = make_renditions(original, crop, widths)
    with archive.storing_derived() as holdings:
        for width, data in made.items():
            rendition = StoredRendition(data, sha256(data).hexdigest())
            holdings.images.keep_rendition(image_id, crop_key(crop), width, rendition)
    return made


def crop_key(crop: Crop | None) -> str:
    """Return how the archive names what is cropped of an image, empty for all of it."""
    return "" if crop is None else f"{crop.left},{crop.top},{crop.width},{crop.height}"
