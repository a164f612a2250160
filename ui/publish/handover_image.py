"""An image of a hand-over, small, with what is written beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.publish.handover_fields import image_fields
from ui.publish.handover_row import FieldRow
from ui.theme.spacing import M, S
from ui.widgets.labels import QuietLabel, WrappingLabel

if TYPE_CHECKING:
    from editor_app.desk.handover_values import KitImage

SIDE = 96


def thumbnail(image: "KitImage") -> QImage:
    """Return the image so small that a list shows it; takes too long for the window's thread."""
    whole = QImage.fromData(image.data)
    side = QSize(2 * SIDE, 2 * SIDE)
    return whole.scaled(side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


class ImageGroup(QWidget):
    """Shows the image with its name and its place, and a row for each of its texts in `rows`."""

    def __init__(self, image: "KitImage", small: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = [FieldRow(field) for field in image_fields(image)]
        picture = QLabel()
        picture.setAccessibleName(image.alt or _("Decorative image"))
        small.setDevicePixelRatio(2)
        picture.setPixmap(QPixmap.fromImage(small))
        picture.setFixedWidth(SIDE)
        picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        texts = QVBoxLayout()
        texts.setSpacing(S)
        texts.addWidget(WrappingLabel(image.name))
        texts.addWidget(QuietLabel(_place(image)))
        if image.is_decorative:
            texts.addWidget(QuietLabel(_("Decorative: leave its alt text empty.")))
        for row in self.rows:
            texts.addWidget(row)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, S)
        columns.setSpacing(M)
        columns.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        columns.addLayout(texts, 1)


def _place(image: "KitImage") -> str:
    if image.is_hero:
        return _("At the top of the article")
    if not image.after:
        return _("First in the body text")
    return _("After “{words}”").format(words=image.after)
