"""The images of the archive as a grid to search and choose in."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import StoredImage
from editor_app.translation import _, ngettext
from ui.pickers.image_source import ImageSource, Picture
from ui.theme.palette import colours
from ui.theme.spacing import XS, L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import closing_buttons
from ui.widgets.folding import matches
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.primary_button import PrimaryButton
from ui.widgets.search_field import SearchField

IMAGE_ROLE, PICTURE_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
PICTURE_WIDTH, PICTURE_HEIGHT = 180, 120
SIZE = QSize(720, 520)
Index = QModelIndex | QPersistentModelIndex


class ImageModel(QAbstractListModel):
    """One row for each image that matches; its picture is fetched when it is first looked at."""

    def __init__(self, source: ImageSource, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._all: tuple[StoredImage, ...] = ()
        self._shown: tuple[StoredImage, ...] = ()
        self._query = ""
        self._pictures: dict[str, Picture | None] = {}

    def set_images(self, images: Sequence[StoredImage]) -> None:
        """Offer `images`, in their order."""
        self._all = tuple(images)
        self.search(self._query)

    def search(self, query: str) -> None:
        """Show those whose name, alt text, caption or credit have the words of `query`."""
        self.beginResetModel()
        self._query = query
        self._shown = tuple(
            image
            for image in self._all
            if matches(query, image.name, image.details.alt, image.details.caption, image.details.credit)
        )
        self.endResetModel()

    def is_empty(self) -> bool:
        """Tell whether there is no image at all, whatever is searched for."""
        return not self._all

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        image = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return image.name
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            parts = (image.name, image.details.alt, image.details.credit)
            return ". ".join(part for part in parts if part)
        if role == IMAGE_ROLE:
            return image
        return self._picture(image.id) if role == PICTURE_ROLE else None

    def _picture(self, image_id: str) -> Picture | None:
        if image_id not in self._pictures:
            self._pictures[image_id] = None
            # One that cannot be fetched stays empty here, and says why once it is chosen.
            self._source.load_small(
                image_id,
                while_alive(self, lambda picture: self._take(image_id, picture)),
                lambda _error: None,
            )
        return self._pictures[image_id]

    def _take(self, image_id: str, picture: Picture) -> None:
        self._pictures[image_id] = picture
        for row, image in enumerate(self._shown):
            if image.id == image_id:
                self.dataChanged.emit(self.index(row), self.index(row), [PICTURE_ROLE])


class ImageDelegate(QStyledItemDelegate):
    """Paints a picture with its name and, quietly, what it tells and who made it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(
            PICTURE_WIDTH + 2 * S, PICTURE_HEIGHT + 2 * S + XS + 3 * option.fontMetrics.lineSpacing()
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        image: StoredImage = index.data(IMAGE_ROLE)
        scheme = colours(option.palette)
        painter.save()
        rect = option.rect.adjusted(S // 2, S // 2, -S // 2, -S // 2)
        if option.state & option.state.State_Selected:
            painter.fillRect(rect, QColor(scheme.accent_ground))
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        inside = rect.adjusted(S // 2, S // 2, -S // 2, -S // 2)
        self._paint_picture(painter, inside, index.data(PICTURE_ROLE), scheme.raised)
        line = option.fontMetrics.lineSpacing()
        words = (
            (image.name, scheme.text),
            (image.details.alt, scheme.muted),
            (image.details.credit, scheme.muted),
        )
        for number, (text, colour) in enumerate(words):
            painter.setPen(QColor(colour))
            place = QRect(
                inside.left(), inside.top() + PICTURE_HEIGHT + XS + number * line, inside.width(), line
            )
            shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()

    def _paint_picture(self, painter: QPainter, inside: QRect, picture: Picture | None, ground: str) -> None:
        room = QRectF(inside.left(), inside.top(), inside.width(), PICTURE_HEIGHT)
        painter.fillRect(room, QColor(ground))
        if picture is None:
            return
        size = QSizeF(picture.pixels.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.topLeft(), size)
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, picture.pixels)


class ImageGrid(QDialog):
    """Offers `images`; `chosen` carries the one that was taken.

    `unreadable` are the names of those that the archive has and cannot tell of.
    """

    chosen = Signal(object)

    def __init__(
        self,
        source: ImageSource,
        images: Sequence[StoredImage],
        unreadable: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Images in the archive"))
        self._model = ImageModel(source, self)
        self._search = SearchField(_("Search by name, alt text or photographer"))
        self._search.setObjectName("search_images")
        self._view = self._make_view()
        self._nothing = QuietLabel()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._accept = PrimaryButton(_("Use image"))
        self._accept.setObjectName("use_image")
        self._lay_out(unreadable)
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._view.setFocus)
        self._view.doubleClicked.connect(self.accept)
        self._model.set_images(images)
        self._find("")
        self.resize(SIZE)

    def accept(self) -> None:
        """Hand over the image that is chosen."""
        index = self._view.currentIndex()
        if index.isValid():
            self.chosen.emit(index.data(IMAGE_ROLE))
            super().accept()

    def _make_view(self) -> QListView:
        view = QListView()
        view.setObjectName("images")
        view.setAccessibleName(_("Images in the archive"))
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMovement(QListView.Movement.Static)
        view.setUniformItemSizes(True)
        view.setItemDelegate(ImageDelegate(view))
        view.setModel(self._model)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        return view

    def _lay_out(self, unreadable: Sequence[str]) -> None:
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self._search)
        column.addWidget(middle, 1)
        if unreadable:
            column.addWidget(WrappingLabel(_unreadable_words(unreadable)))
        column.addWidget(closing_buttons(self, self._accept))

    def _find(self, query: str) -> None:
        self._model.search(query)
        found = self._model.rowCount() > 0
        self._nothing.setText(
            _("There are no images in the archive yet. Choose a file instead.")
            if self._model.is_empty()
            else _("No image has these words. Search for others.")
        )
        self._stack.setCurrentWidget(self._view if found else self._nothing)
        self._accept.setEnabled(found)
        if found:
            self._view.setCurrentIndex(self._model.index(0))


def _unreadable_words(names: Sequence[str]) -> str:
    what = ngettext(
        "{count} image cannot be read: {names}.", "{count} images cannot be read: {names}.", len(names)
    ).format(count=len(names), names=", ".join(names))
    return " ".join((what, _("Check the archive in the Help menu: it says what to do.")))
