"""The image with the frame of what is shown of it, and the point that stays in sight."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor_app.domain.document import Crop, Focus
from editor_app.domain.image_parts import moved_part, part_around, shown_part, stretched_part
from editor_app.translation import _
from ui.pickers.image_source import Picture
from ui.theme.palette import colours
from ui.theme.spacing import M
from ui.widgets.announce import announce

SMALLEST = QSize(240, 180)
HANDLE = 12
# How near to a handle the mouse may be, in pixels of the screen.
REACH = 14
# One key press moves by this share of the longer side, with Ctrl by a single pixel.
STEP_SHARE = 0.01
FOCUS_RADIUS = 9
_SHADE = QColor(0, 0, 0, 150)
_DIRECTIONS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class CropView(QWidget):
    """Shows a picture and lets its crop and its focus be set; `changed` comes when somebody does.

    The frame is dragged, by its corners too; arrow keys move it and with Shift change its size. While
    `sets_focus` is on, a click and the arrow keys set the focus instead.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("What is shown of the image"))
        self.sets_focus = False
        self._picture: Picture | None = None
        self._words = _("No image is chosen yet")
        self._part = Crop(0, 0, 1, 1)
        self._focus: Focus | None = None
        self._ratio: float | None = None
        self._fixed: Focus | None = None
        self._grabbed: QPointF | None = None
        self._grabbed_part = self._part
        self.clear(self._words)

    def clear(self, words: str) -> None:
        """Show `words` instead of a picture."""
        self._picture, self._words, self._focus = None, words, None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(words)
        self.update()

    def show_picture(self, picture: Picture, crop: Crop | None, focus: Focus | None) -> None:
        """Show `picture` with its crop and focus, without telling anybody."""
        self._picture, self._focus = picture, focus
        self._part = shown_part(picture.width, picture.height, crop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tell_frame()

    def has_picture(self) -> bool:
        """Tell whether there is something to crop."""
        return self._picture is not None

    def crop(self) -> Crop | None:
        """Return what is shown, None where it is all of the image."""
        if self._picture is None or self._part == _whole(self._picture):
            return None
        return self._part

    def focus_point(self) -> Focus | None:
        """Return the point that stays in sight, None where nobody has set one."""
        return self._focus

    def hold_ratio(self, ratio: float | None) -> None:
        """Hold what is dragged to `ratio` from now on; None lets it free."""
        self._ratio = ratio

    def take_ratio(self, ratio: float | None) -> None:
        """Hold the frame to `ratio`, the largest there is around its middle or focus; None lets it free."""
        self.hold_ratio(ratio)
        if self._picture is not None and ratio is not None:
            around = self._focus or self._middle()
            self._change(part_around(_whole(self._picture), around, ratio))

    def show_all(self) -> None:
        """Let all of the image be shown, and the frame be free."""
        self.hold_ratio(None)
        if self._picture is not None:
            self._change(_whole(self._picture))

    def set_focus_point(self, focus: Focus | None) -> None:
        """Let `focus` stay in sight where less is shown; None leaves it to the middle."""
        self._focus = focus
        self._tell_frame()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(560, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scheme = colours(self.palette())
        painter.fillRect(self.rect(), QColor(scheme.base))
        if self._picture is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(M, M, -M, -M), flags, self._words)
        else:
            painter.drawImage(self._place(), self._picture.pixels)
            self._paint_frame(painter)
        border = scheme.accent if self.hasFocus() else scheme.border
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(border), 2 if self.hasFocus() else 1))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._picture is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.sets_focus:
            self._put_focus(event.position())
            return
        self._grabbed, self._grabbed_part = event.position(), self._part
        self._fixed = next(
            (
                opposite
                for corner, opposite in self._corners()
                if (self._on_screen(corner) - event.position()).manhattanLength() <= REACH
            ),
            None,
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._picture is None:
            return
        if self.sets_focus and event.buttons() & Qt.MouseButton.LeftButton:
            self._put_focus(event.position())
        elif self._grabbed is not None and self._fixed is not None:
            self._stretch(self._in_image(event.position()))
        elif self._grabbed is not None:
            moved = event.position() - self._grabbed
            scale = self._scale()
            self._move(self._grabbed_part, round(moved.x() / scale), round(moved.y() / scale))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = self._fixed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = _DIRECTIONS.get(event.key())
        if direction is None or self._picture is None:
            super().keyPressEvent(event)
            return
        longer = max(self._picture.width, self._picture.height)
        step = 1 if event.modifiers() & _CONTROL else max(1, round(longer * STEP_SHARE))
        across, down = direction[0] * step, direction[1] * step
        if self.sets_focus:
            here = self._focus or self._middle()
            self.set_focus_point(self._inside(Focus(here.x + across, here.y + down)))
        elif event.modifiers() & _SHIFT:
            self._resize_by(across, down)
        else:
            self._move(self._part, across, down)
        # The description alone is not read again while the focus stays.
        announce(self, self.accessibleDescription())

    def _resize_by(self, across: int, down: int) -> None:
        part = self._part
        width, height = part.width + across, part.height + down
        if self._ratio is not None:
            # The side that was not asked for follows, whatever the other one has been held to.
            width = width if across else round(height * self._ratio)
            height = height if down else round(width / self._ratio)
        self._fixed = Focus(part.left, part.top)
        self._stretch(Focus(part.left + max(width, 1), part.top + max(height, 1)))
        self._fixed = None

    def _stretch(self, to: Focus) -> None:
        if self._picture is not None and self._fixed is not None:
            size = (self._picture.width, self._picture.height)
            self._change(stretched_part(self._fixed, to, self._ratio, *size))

    def _move(self, part: Crop, across: int, down: int) -> None:
        if self._picture is not None:
            self._change(moved_part(part, across, down, self._picture.width, self._picture.height))

    def _change(self, part: Crop) -> None:
        if part != self._part:
            self._part = part
            self._tell_frame()
            self.changed.emit()

    def _put_focus(self, position: QPointF) -> None:
        self.set_focus_point(self._inside(self._in_image(position)))

    def _inside(self, point: Focus) -> Focus:
        part = self._part
        return Focus(
            min(max(point.x, part.left), part.left + part.width - 1),
            min(max(point.y, part.top), part.top + part.height - 1),
        )

    def _middle(self) -> Focus:
        return Focus(self._part.left + self._part.width // 2, self._part.top + self._part.height // 2)

    def _corners(self) -> list[tuple[Focus, Focus]]:
        """Return each corner of the frame with the one opposite."""
        part = self._part
        right, bottom = part.left + part.width, part.top + part.height
        corners = [
            Focus(part.left, part.top),
            Focus(right, part.top),
            Focus(right, bottom),
            Focus(part.left, bottom),
        ]
        return [(corner, corners[(number + 2) % 4]) for number, corner in enumerate(corners)]

    def _place(self) -> QRectF:
        """Return where in the widget the image is."""
        room = QRectF(self.rect()).adjusted(M, M, -M, -M)
        if self._picture is None:
            return room
        size = QSizeF(self._picture.width, self._picture.height)
        place = QRectF(room.topLeft(), size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(room.center())
        return place

    def _scale(self) -> float:
        return self._place().width() / (self._picture.width if self._picture else 1)

    def _on_screen(self, point: Focus) -> QPointF:
        return self._place().topLeft() + QPointF(point.x, point.y) * self._scale()

    def _in_image(self, position: QPointF) -> Focus:
        inside = (position - self._place().topLeft()) / self._scale()
        return Focus(round(inside.x()), round(inside.y()))

    def _paint_frame(self, painter: QPainter) -> None:
        part, place = self._part, self._place()
        scale = self._scale()
        frame = QRectF(
            self._on_screen(Focus(part.left, part.top)), QSizeF(part.width * scale, part.height * scale)
        )
        shade = QPainterPath()
        shade.addRect(place)
        shade.addRect(frame)
        painter.fillPath(shade, _SHADE)
        # Dark around light is seen on any picture.
        for colour, width in ((Qt.GlobalColor.black, 4), (Qt.GlobalColor.white, 2)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame)
        painter.setPen(QPen(Qt.GlobalColor.black, 1))
        painter.setBrush(Qt.GlobalColor.white)
        if not self.sets_focus:
            for corner, _opposite in self._corners():
                middle = self._on_screen(corner)
                painter.drawRect(QRectF(middle.x() - HANDLE / 2, middle.y() - HANDLE / 2, HANDLE, HANDLE))
        if self.sets_focus or self._focus is not None:
            self._paint_focus(painter, self._on_screen(self._focus or self._middle()))

    def _paint_focus(self, painter: QPainter, middle: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((Qt.GlobalColor.black, 5), (Qt.GlobalColor.white, 2.5)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(middle, FOCUS_RADIUS, FOCUS_RADIUS)
            painter.drawPoint(middle)

    def _tell_frame(self) -> None:
        part, focus = self._part, self._focus
        words = _("{width} × {height} pixels, {left} from the left and {top} from the top.").format(
            width=part.width, height=part.height, left=part.left, top=part.top
        )
        if focus is not None:
            words += " " + _("Focal point {x} from the left and {y} from the top.").format(
                x=focus.x, y=focus.y
            )
        self.setAccessibleDescription(words)
        self.update()


def _whole(picture: Picture) -> Crop:
    return Crop(0, 0, picture.width, picture.height)
