"""Icons that take the colour of the text around them, from the Tabler set."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor_app.resource_files import RESOURCES

ICON_FOLDER = RESOURCES / "icons" / "tabler"


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """Return the icon in `resources/icons/tabler/<name>.svg`, drawn in the palette's colour for `role`.

    It is drawn when it is painted, so it follows a change of palette. Raises FileNotFoundError.
    Give it to Qt and keep it nowhere: where it is garbage together with the object that has it,
    Python lets its drawing go before Qt does, and the program crashes. See `paint_icon`.
    """
    return QIcon(_TintedIcon(_drawing(name), role))


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
    def __init__(self, drawing: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._drawing = drawing
        self._role = role

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._drawing, self._role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        drawing = self._drawing.replace("currentColor", self._colour(mode))
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(rect))

    def _colour(self, mode: QIcon.Mode) -> str:
        palette = QGuiApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, self._role).name()
        if mode == QIcon.Mode.Selected:
            return palette.color(QPalette.ColorRole.HighlightedText).name()
        return palette.color(self._role).name()
