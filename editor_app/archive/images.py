"""Images: the originals as they came, what is noted about them, and what pages show of them."""

from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from editor_app.archive.errors import BrokenRow, ImageMissing
from editor_app.archive.image_tables import image_files, image_renditions, images
from editor_app.archive.rows import StoredImage, StoredRendition, UnreadableImage
from editor_app.archive.stored_values import stored_word
from editor_app.domain.image_details import ImageDetails, LegalBasis, Persons

# The id of an image and what is cropped of it, as `image_renditions` writes it.
Part = tuple[str, str]


class Images:
    """The images in the archive, known by the SHA-256 of their originals."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[StoredImage | UnreadableImage, ...]:
        """Return what is known of every image, in the order of their names."""
        rows = self._connection.execute(select(images).order_by(images.c.name, images.c.id))
        return tuple(map(_listed_image, rows))

    def get(self, image_id: str) -> StoredImage | None:
        """Return what is known of an image, or None where there is none."""
        row = self._connection.execute(select(images).where(images.c.id == image_id)).one_or_none()
        return None if row is None else _stored_image(row)

    def named(self, image_ids: Sequence[str]) -> dict[str, StoredImage]:
        """Return what is known of those of `image_ids` that are there, by id."""
        if not image_ids:
            return {}
        rows = self._connection.execute(select(images).where(images.c.id.in_(set(image_ids))))
        return {image.id: image for image in map(_stored_image, rows)}

    def add(self, image: StoredImage, *, original: bytes) -> None:
        """Store a new image with its original."""
        values = msgspec.structs.asdict(image)
        details = msgspec.structs.asdict(values.pop("details"))
        self._connection.execute(images.insert().values(**values, **details))
        self._connection.execute(image_files.insert().values(image_id=image.id, original=original))

    def describe(self, image_id: str, details: ImageDetails) -> None:
        """Let `details` be what is noted about the image."""
        changes = msgspec.structs.asdict(details)
        self._connection.execute(images.update().where(images.c.id == image_id).values(**changes))

    def original(self, image_id: str) -> bytes:
        """Return the bytes that came; raises ImageMissing."""
        found: bytes | None = self._connection.scalar(
            select(image_files.c.original).where(image_files.c.image_id == image_id)
        )
        if found is None:
            raise ImageMissing(image_id)
        return found

    def rendition(self, image_id: str, crop: str, width: int) -> StoredRendition | None:
        """Return the rendition, None where it was never made."""
        table = image_renditions
        row = self._connection.execute(
            select(table.c.data, table.c.hash).where(_is_rendition(image_id, crop, width))
        ).one_or_none()
        return None if row is None else StoredRendition(*row)

    def keep_rendition(self, image_id: str, crop: str, width: int, rendition: StoredRendition) -> None:
        """Store a rendition, in place of an earlier one of the same part and width."""
        self._connection.execute(image_renditions.delete().where(_is_rendition(image_id, crop, width)))
        self._connection.execute(
            image_renditions.insert().values(
                image_id=image_id, crop=crop, width=width, data=rendition.data, hash=rendition.hash
            )
        )

    def kept_parts(self, image_ids: Collection[str]) -> frozenset[Part]:
        """Return of which parts of the images there are renditions; whole images are not among them."""
        table = image_renditions
        query = select(table.c.image_id, table.c.crop).where(
            table.c.image_id.in_(set(image_ids)), table.c.crop != ""
        )
        return frozenset((image_id, crop) for image_id, crop in self._connection.execute(query.distinct()))

    def forget_part(self, part: Part) -> None:
        """Remove all renditions of a part of an image."""
        image_id, crop = part
        columns = image_renditions.c
        self._connection.execute(
            image_renditions.delete().where(columns.image_id == image_id, columns.crop == crop)
        )


def _is_rendition(image_id: str, crop: str, width: int) -> Any:
    columns = image_renditions.c
    return (columns.image_id == image_id) & (columns.crop == crop) & (columns.width == width)


def _listed_image(row: Row[Any]) -> StoredImage | UnreadableImage:
    try:
        return _stored_image(row)
    except BrokenRow:
        return UnreadableImage(row.id, row.name)


def _stored_image(row: Row[Any]) -> StoredImage:
    return StoredImage(
        id=row.id,
        name=row.name,
        media_type=row.media_type,
        width=row.width,
        height=row.height,
        has_position=row.has_position,
        is_animated=row.is_animated,
        details=ImageDetails(
            alt=row.alt,
            decorative=row.decorative,
            caption=row.caption,
            credit=row.credit,
            persons=stored_word(Persons, row.persons, row.id),
            legal_basis=stored_word(LegalBasis, row.legal_basis, row.id),
            consent_scope=row.consent_scope,
            consent_until=row.consent_until,
        ),
    )
