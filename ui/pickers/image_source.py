"""Where the forms get images from, and where they put new ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageWriter

from editor_app.desk.values import ImageUse, ShownImage, StoredImage, UnreadableImage
from editor_app.domain.document import Crop
from editor_app.domain.image_details import ImageDetails
from editor_app.domain.image_parts import shown_part
from ui.desk_worker import Failed

TakeImage = Callable[[StoredImage], Any]


@dataclass(frozen=True)
class Picture:
    """An image to draw: all of it, upright and often smaller than the original of `width` × `height`."""

    pixels: QImage
    width: int
    height: int

    def part(self, crop: Crop | None) -> QRectF:
        """Return where in `pixels` what `crop` leaves of the original is."""
        shown = shown_part(self.width, self.height, crop)
        across, down = self.pixels.width() / self.width, self.pixels.height() / self.height
        return QRectF(shown.left * across, shown.top * down, shown.width * across, shown.height * down)


TakePicture = Callable[[Picture], Any]


@dataclass(frozen=True)
class ImageSource:
    """The archive's images, asked for and answered later.

    `add_file` stores a file, `add_data` what one holds and `add_picture` a picture without a file, as
    the clipboard has it; each is called by the name it came with. `stored` lists what is there, `load`
    gives an image by its id to be drawn, and `load_small` one to be drawn small. `describe` notes
    details about an image, and `uses` lists the articles that show it.
    """

    add_file: Callable[[Path, TakeImage, Failed], Any]
    stored: Callable[[Callable[[Sequence[StoredImage | UnreadableImage]], Any], Failed], Any]
    load: Callable[[str, TakePicture, Failed], Any]
    add_data: Callable[[bytes, str, TakeImage, Failed], Any]
    add_picture: Callable[[QImage, str, TakeImage, Failed], Any]
    load_small: Callable[[str, TakePicture, Failed], Any]
    describe: Callable[[str, ImageDetails, TakeImage, Failed], Any]
    uses: Callable[[str, Callable[[Sequence[ImageUse]], Any], Failed], Any]


def decoded(shown: ShownImage) -> Picture:
    """Return the image ready to be drawn; not for the window's thread."""
    return Picture(QImage.fromData(shown.data), shown.image.width, shown.image.height)


def as_png(picture: QImage) -> bytes:
    """Return the picture as a PNG file; a large one takes too long for the window's thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())
