"""Images: the original as it came, and the rendition that pages show."""

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from editor_app.archive.errors import ImageMissing
from editor_app.archive.rows import StoredImage
from editor_app.archive.tables import image_files, images


class Images:
    """The images in the archive, known by the SHA-256 of their originals."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[StoredImage, ...]:
        """Return what is known of every image, in the order of their names."""
        rows = self._connection.execute(select(images).order_by(images.c.name, images.c.id))
        return tuple(StoredImage(*row) for row in rows)

    def get(self, image_id: str) -> StoredImage | None:
        """Return what is known of an image, or None where there is none."""
        row = self._connection.execute(select(images).where(images.c.id == image_id)).one_or_none()
        return None if row is None else StoredImage(*row)

    def add(self, image: StoredImage, *, original: bytes, page: bytes) -> None:
        """Store a new image with its original and its WebP rendition for pages."""
        self._connection.execute(images.insert().values(**msgspec.structs.asdict(image)))
        self._connection.execute(image_files.insert().values(image_id=image.id, original=original, page=page))

    def original(self, image_id: str) -> bytes:
        """Return the bytes that came; raises ImageMissing."""
        return self._file(image_id, image_files.c.original)

    def page(self, image_id: str) -> bytes:
        """Return the WebP that pages show; raises ImageMissing."""
        return self._file(image_id, image_files.c.page)

    def _file(self, image_id: str, column: Any) -> bytes:
        found: bytes | None = self._connection.scalar(
            select(column).where(image_files.c.image_id == image_id)
        )
        if found is None:
            raise ImageMissing(image_id)
        return found
