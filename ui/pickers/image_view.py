"""An image from the archive, as large as there is room for."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from editor_app.translation import _
from ui.pickers.image_source import ImageSource
from ui.theme.palette import colours
from ui.theme.spacing import M
from ui.widgets.alive import while_alive
from ui.widgets.explained import explained

# Enough for a preview on a sharp screen; a photograph of many megapixels is never decoded in full.
LONGEST_SIDE = 1200


class ImageView(QFrame):
    """Shows the image `image_id` of `source`, or `empty` where there is none."""

    def __init__(self, source: ImageSource, empty: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._empty = empty
        self._words = empty
        self._image_id = ""
        self._image = QImage()
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(empty)

    def show_image(self, image_id: str, alt: str = "") -> None:
        """Fetch and show the image; an empty id shows that there is none."""
        self.setAccessibleName(alt or self._empty)
        if image_id == self._image_id:
            return
        self._image_id = image_id
        self._image = QImage()
        self._words = self._empty if not image_id else _("Fetching the image…")
        self.update()
        if image_id:
            self._source.load(
                image_id,
                while_alive(self, lambda data: self._receive(image_id, data)),
                while_alive(self, lambda error: self._say(image_id, explained(error))),
            )

    def words(self) -> str:
        """Return what is said in place of an image, empty where one is shown."""
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(self.minimumHeight() * 16 // 9, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scheme = colours(self.palette())
        painter.setPen(QColor(scheme.border))
        painter.setBrush(QColor(scheme.base))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._image.isNull():
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(M, M, -M, -M), flags, self._words)
            return
        inside = self.rect().adjusted(1, 1, -1, -1)
        size = self._image.size().scaled(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(inside.topLeft(), size)
        place.moveCenter(inside.center())
        painter.drawImage(place, self._image)

    def _receive(self, image_id: str, data: bytes) -> None:
        image = _decode(data)
        if image.isNull():
            self._say(image_id, _("The image cannot be shown here, but it is in the archive."))
        elif image_id == self._image_id:
            self._image, self._words = image, ""
            self.update()

    def _say(self, image_id: str, words: str) -> None:
        if image_id == self._image_id:
            self._words = words
            self.update()


def _decode(data: bytes) -> QImage:
    """Return the image, upright and no larger than LONGEST_SIDE; a null one where Qt cannot read it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > LONGEST_SIDE:
        size.scale(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(size)
    return reader.read()
