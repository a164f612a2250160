"""Where the forms get images from, and where they put new ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from editor_app.desk.values import StoredImage
from ui.desk_worker import Failed

TakeImage = Callable[[StoredImage], Any]


@dataclass(frozen=True)
class ImageSource:
    """The archive's images, asked for and answered later.

    `add_file` stores a file, `add_data` what one holds and `add_picture` a picture without a file, as
    the clipboard has it; each is called by the name it came with. `stored` lists what is there, `load`
    gives the bytes of an image by its id, in a format that Qt reads: the one that the page shows.
    """

    add_file: Callable[[Path, TakeImage, Failed], Any]
    stored: Callable[[Callable[[Sequence[StoredImage]], Any], Failed], Any]
    load: Callable[[str, Callable[[bytes], Any], Failed], Any]
    add_data: Callable[[bytes, str, TakeImage, Failed], Any]
    add_picture: Callable[[QImage, str, TakeImage, Failed], Any]


def as_png(picture: QImage) -> bytes:
    """Return the picture as a PNG file; a large one takes too long for the window's thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())
