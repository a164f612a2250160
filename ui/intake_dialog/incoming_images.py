"""The images of a text that is looked over, small: those that it brings, and those of the archive."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from ui.slow_reading import SlowReading

if TYPE_CHECKING:
    from editor_app.desk.source_texts import SourceImage

Draw = Callable[[QImage], Any]
LoadImage = Callable[[str, Draw], Any]
SMALL = 480


class IncomingImages(QObject):
    """Gives images by the ids of the figures that show them; `load_stored` has those of the archive."""

    def __init__(self, load_stored: LoadImage, parent: QObject) -> None:
        super().__init__(parent)
        self.brought: Mapping[str, SourceImage] = {}
        self._load_stored = load_stored
        self._reading = SlowReading(self)

    def load(self, image_id: str, draw: Draw) -> None:
        """Give the image to `draw`; one that cannot be read is not drawn."""
        image = self.brought.get(image_id)
        if image is None:
            self._load_stored(image_id, draw)
        else:
            self._reading.run(partial(_small, image.data), draw, lambda _error: None)


def _small(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() > SMALL or size.height() > SMALL:
        reader.setScaledSize(size.scaled(QSize(SMALL, SMALL), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
