"""An image from the archive, as large as there is room for."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from editor_app.domain.document import Crop
from editor_app.translation import _
from ui.pickers.image_source import ImageSource, Picture
from ui.theme.palette import colours
from ui.theme.spacing import M
from ui.widgets.alive import while_alive
from ui.widgets.explained import explained


class ImageView(QFrame):
    """Shows the image `image_id` of `source`, or `empty` where there is none."""

    def __init__(self, source: ImageSource, empty: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._empty = empty
        self._words = empty
        self._image_id = ""
        self._picture: Picture | None = None
        self._crop: Crop | None = None
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(empty)

    def show_image(self, image_id: str, alt: str = "", crop: Crop | None = None) -> None:
        """Fetch the image and show what `crop` leaves of it; an empty id shows that there is none."""
        self.setAccessibleName(alt or self._empty)
        self._crop = crop
        self.update()
        if image_id == self._image_id:
            return
        self._image_id = image_id
        self._picture = None
        self._words = self._empty if not image_id else _("Fetching the image…")
        if image_id:
            self._source.load(
                image_id,
                while_alive(self, lambda picture: self._receive(image_id, picture)),
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
        if self._picture is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(M, M, -M, -M), flags, self._words)
            return
        inside = self.rect().adjusted(1, 1, -1, -1)
        part = self._picture.part(self._crop)
        size = part.size().scaled(QSizeF(inside.size()), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(inside.topLeft(), size)
        place.moveCenter(QRectF(inside).center())
        painter.drawImage(place, self._picture.pixels, part)

    def _receive(self, image_id: str, picture: Picture) -> None:
        if image_id == self._image_id:
            self._picture, self._words = picture, ""
            self.update()

    def _say(self, image_id: str, words: str) -> None:
        if image_id == self._image_id:
            self._words = words
            self.update()
