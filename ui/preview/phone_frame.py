"""A calm phone drawn around a screen of a given width."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.palette import colours

BEZEL = 10
OUTER_RADIUS = 30
INNER_RADIUS = OUTER_RADIUS - BEZEL
# As tall, seen from its width, as the phones that people carry.
TALLEST = 19.5 / 9


class PhoneFrame(QWidget):
    """Holds one screen, `width_in_points` wide; where there is less room, everything gets smaller."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 320)
        self._points = 390
        self._screen: QWidget | None = None
        self._corners = _Corners(self)

    def set_screen(self, screen: QWidget) -> None:
        """Show `screen` in the frame, in the place of what was there."""
        if self._screen is not None:
            self._screen.hide()
        self._screen = screen
        screen.setParent(self)
        screen.show()
        self._corners.raise_()
        self._place()

    def set_width_in_points(self, points: int) -> None:
        """Be a phone whose screen is `points` wide."""
        self._points = points
        self._place()

    @property
    def scale(self) -> float:
        """How many pixels of the window one point of the phone takes, 1 at most."""
        return min(1.0, (self.width() - 2 * BEZEL) / self._points)

    def screen_rect(self) -> QRect:
        """Return where the screen is, in this widget's pixels."""
        width = round(self._points * self.scale)
        height = min(self.height() - 2 * BEZEL, round(width * TALLEST))
        return QRect((self.width() - width) // 2, BEZEL, width, height)

    def phone_rect(self) -> QRect:
        """Return where the whole phone is, its edge included."""
        return self.screen_rect().adjusted(-BEZEL, -BEZEL, BEZEL, BEZEL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = colours(self.palette())
        body = QRectF(self.phone_rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scheme.border if scheme.dark else scheme.control_border), 1))
        painter.setBrush(frame_colour(scheme.dark))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), OUTER_RADIUS, OUTER_RADIUS)

    def _place(self) -> None:
        self._corners.setGeometry(self.screen_rect())
        if self._screen is not None:
            self._screen.setGeometry(self.screen_rect())
        self.update()


def frame_colour(dark: bool) -> QColor:
    """Return the colour of the phone's body."""
    return QColor("#0b0d0f" if dark else "#2a3036")


class _Corners(QWidget):
    """Rounds the screen's corners off: a browser engine draws square."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        corners, screen = QPainterPath(), QPainterPath()
        corners.addRect(area)
        screen.addRoundedRect(area, INNER_RADIUS, INNER_RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(corners.subtracted(screen), frame_colour(colours(self.palette()).dark))
