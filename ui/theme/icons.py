"""Icons that take the colour of the text around them, from the Tabler set."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from editor_app.resource_files import RESOURCES

ICON_FOLDER = RESOURCES / "icons" / "tabler"


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """Return the icon in `resources/icons/tabler/<name>.svg`, drawn in the palette's colour for `role`.

    It is drawn when it is painted, so it follows a change of palette. Raises FileNotFoundError.
    Give it to Qt and keep it nowhere: where it is garbage together with the object that has it,
    Python lets its drawing go before Qt does, and the program crashes. See `paint_icon`.
    """
    return QIcon(_TintedIcon(name, _drawing(name), role))


def paint_icon(
    painter: QPainter,
    rect: QRect,
    name: str,
    role: QPalette.ColorRole = QPalette.ColorRole.ButtonText,
) -> None:
    """Draw the icon in `rect`, for widgets that paint themselves; raises FileNotFoundError."""
    icon(name, role).paint(painter, rect)


@cache
def _drawing(name: str) -> str:
    return (ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


class _TintedIcon(QIconEngine):
    def __init__(self, name: str, drawing: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._drawing = drawing
        self._role = role

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._name, self._drawing, self._role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._drawn(size, self._colour(mode))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        sharp = rect.size() * painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self._drawn(sharp, self._colour(mode)))

    def _drawn(self, size: QSize, colour: str) -> QPixmap:
        """Return the icon, drawn once for all places where it has this size and colour."""
        key = f"{self._name} {colour} {size.width()} {size.height()}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            drawing = self._drawing.replace("currentColor", colour)
            QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(QPoint(0, 0), size))
            painter.end()
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def _colour(self, mode: QIcon.Mode) -> str:
        palette = QGuiApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, self._role).name()
        if mode == QIcon.Mode.Selected:
            return palette.color(QPalette.ColorRole.HighlightedText).name()
        return palette.color(self._role).name()
