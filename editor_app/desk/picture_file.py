"""The desk's images: developed once, filed under the hash of their bytes."""

from hashlib import sha256

from msgspec import Struct

from editor_app.archive.archive import Holdings
from editor_app.desk.values import StoredImage
from editor_app.rendering.images import inspect_image, make_page_image


class Picture(Struct, frozen=True):
    """An image that is ready to be filed: its original and the WebP that pages show."""

    image: StoredImage
    original: bytes
    page: bytes


def develop(data: bytes, *, name: str) -> Picture:
    """Return the picture that `data` holds; raises NotAnImage."""
    media_type, width, height = inspect_image(data, name)
    image = StoredImage(sha256(data).hexdigest(), name, media_type, width, height)
    return Picture(image, data, make_page_image(data, name).data)


def file_picture(holdings: Holdings, picture: Picture) -> StoredImage:
    """Store the picture, or return the one that has the same bytes."""
    existing = holdings.images.get(picture.image.id)
    if existing is not None:
        return existing
    holdings.images.add(picture.image, original=picture.original, page=picture.page)
    return picture.image
