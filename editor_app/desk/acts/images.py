"""Images: filed, described and made into what pages show."""

from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.archive.errors import ImageMissing
from editor_app.desk import filing
from editor_app.desk.acts.base import Acts
from editor_app.desk.later import Later
from editor_app.desk.values import ImageUse, ShownImage, StoredImage, UnreadableImage
from editor_app.domain.image_details import ImageDetails
from editor_app.intake.files import read_file
from editor_app.rendering.renditions import rendition_at

if TYPE_CHECKING:
    from editor_app.desk import image_parts, picture_file
    from editor_app.rendering import images
else:
    image_parts = Later("editor_app.desk.image_parts")
    picture_file = Later("editor_app.desk.picture_file")
    images = Later("editor_app.rendering.images")


class ImageActs(Acts):
    """What is done with images."""

    def add_image(self, data: bytes, *, name: str, by: str) -> StoredImage:
        """Store an image, or return the one with the same bytes; raises NotAnImage."""
        # To read it takes its time, and nobody else has to wait for it.
        picture = picture_file.develop(data, name=name)
        with self._archive.writing() as holdings:
            return picture_file.file_picture(holdings, picture, by=by, now=self._clock())

    def add_image_file(self, path: Path, *, by: str) -> StoredImage:
        """Store the image at `path`; raises UnreadableFile and NotAnImage."""
        return self.add_image(read_file(path, images.MOST_BYTES + 1), name=path.name, by=by)

    def describe_image(self, image_id: str, details: ImageDetails, *, by: str) -> StoredImage:
        """Note `details` about an image, for its next use and for its use at all; raises ImageMissing."""
        with self._archive.writing() as holdings:
            return picture_file.describe(holdings, image_id, details, by=by, now=self._clock())

    def images(self) -> tuple[StoredImage | UnreadableImage, ...]:
        """Return what is known of the images, by name."""
        with self._archive.reading() as holdings:
            return holdings.images.all()

    def image_uses(self, image_id: str) -> tuple[ImageUse, ...]:
        """Return which articles show the image, those that are live with it first, then by title."""
        with self._archive.reading() as holdings:
            return holdings.image_uses.of(image_id)

    def page_image(self, path: str) -> bytes:
        """Return the WebP that is at `path` on the site, made if it is not there yet.

        Raises ImageMissing and ImageAltered.
        """
        rendition = rendition_at(path)
        if rendition is None:
            raise ImageMissing(path)
        return picture_file.rendition_bytes(self._archive, rendition)

    def shown_image(self, image_id: str, width: int) -> ShownImage:
        """Return the whole image as a WebP of about `width` pixels; raises ImageMissing and ImageAltered."""
        return picture_file.shown_image(self._archive, image_id, width)

    def make_images_ready(self, article_id: str) -> None:
        """Make what pages show of the article's images, which an export would have to do otherwise.

        What was made of them on the way there, and nothing shows any more, is removed. Raises
        ArticleMissing and ImageAltered.
        """
        with self._archive.reading() as holdings:
            article = filing.fetch(holdings, article_id).article
        picture_file.make_ready(self._archive, article)
        image_parts.forget_unused_parts(self._archive, article)
