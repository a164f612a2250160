"""Blocks that are dragged by a handle beside them to another place in the text."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QTextBlock
from PySide6.QtWidgets import QApplication, QWidget

from editor_app.domain.document import FactTitle, Paragraph
from editor_app.translation import _
from ui.editor.block_shapes import shape_of
from ui.editor.blocks import first_line, is_blank, selected_blocks
from ui.editor.body_editor import BodyEditor
from ui.editor.drop_places import DropLine, block_near, line_of, place_at, words_rect
from ui.editor.moving import Place, Run, move_run, run_at
from ui.theme.icons import paint_icon
from ui.theme.palette import colours
from ui.theme.spacing import XL, XS, M

GRIP = QSize(18, 24)
# Where the text scrolls while blocks are dragged: within so many pixels of its edges.
SCROLL_EDGE = 40
_SCROLL_MS = 20
_LINE = 3
_VEIL = 150


class Grip(QWidget):
    """The handle of a block; `moved` carries where on the screen it is dragged to."""

    pressed = Signal()
    moved = Signal(QPoint)
    released = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("grip")
        self.setAccessibleName(_("Move block"))
        self.setToolTip(_("Drag to move (Alt+Up, Alt+Down)"))
        self.setFixedSize(GRIP)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.LeftButton:
            self.moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.released.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self.underMouse():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours(self.palette()).border))
                painter.drawRoundedRect(self.rect(), XS, XS)
            square = QRect(0, 0, self.width(), self.width())
            square.moveCenter(self.rect().center())
            paint_icon(painter, square, "grip-vertical", QPalette.ColorRole.PlaceholderText)


class DragSigns(QWidget):
    """Lies over the text while blocks are dragged: veils them and shows a line where they would land."""

    def __init__(self, body: BodyEditor) -> None:
        super().__init__(body.viewport())
        self._body = body
        self._run = Run(0, 0)
        self.line: DropLine | None = None
        self.setObjectName("drag_signs")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_drag(self, run: Run, line: DropLine | None) -> None:
        """Veil the blocks of `run` and show `line`, if there is one."""
        self._run, self.line = run, line
        self.setGeometry(self._body.viewport().rect())
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        document = self._body.document()
        scheme = colours(self.palette())
        veil = QColor(scheme.base)
        veil.setAlpha(_VEIL)
        block = document.findBlockByNumber(self._run.first)
        room = M if shape_of(block).kind is FactTitle else XS
        first, last = words_rect(block), words_rect(document.findBlockByNumber(self._run.last))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self._body.verticalScrollBar().value())
            height = last.bottom() - first.top() + 2 * room
            painter.fillRect(QRectF(0, first.top() - room, self.width(), height), veil)
            if self.line is None:
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent))
            left, right, y = self.line.left, self.line.right, self.line.y
            painter.drawRoundedRect(QRectF(left, y - _LINE / 2, right - left, _LINE), 1, 1)


class BlockDrag(QObject):
    """Shows a handle beside the block of `body` under the mouse, and moves what is dragged by it."""

    def __init__(self, body: BodyEditor) -> None:
        super().__init__(body)
        self._body = body
        self.signs = DragSigns(body)
        self.grip = Grip(body.viewport())
        self._run = Run(0, 0)
        self._place: Place | None = None
        self._pressed_at: QPoint | None = None
        self._mouse = QPoint()
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        self.grip.pressed.connect(self._press)
        self.grip.moved.connect(lambda at: self._drag_to(body.viewport().mapFromGlobal(at)))
        self.grip.released.connect(self._release)
        body.viewport().setMouseTracking(True)
        body.viewport().installEventFilter(self)
        body.installEventFilter(self)
        body.verticalScrollBar().valueChanged.connect(self._follow_scrolling)
        # What the numbers of blocks mean changes with the text.
        body.document().contentsChange.connect(self.stop)

    def stop(self) -> None:
        """Drop nothing, and hide the handle until the mouse moves again."""
        self._scrolling.stop()
        self._pressed_at = self._place = None
        self.signs.hide()
        self.grip.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._body:
            return self._is_dragging() and self._key(event)
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            # A button that is held selects text.
            if event.buttons() == Qt.MouseButton.NoButton:
                self._follow_mouse(event.position().toPoint())
            else:
                self.stop()
        elif event.type() == QEvent.Type.Leave and self._pressed_at is None:
            self.stop()
        return super().eventFilter(watched, event)

    def _key(self, event: QEvent) -> bool:
        is_press = event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
        if not is_press or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        event.accept()
        return True

    def _follow_mouse(self, at: QPoint) -> None:
        if self._pressed_at is not None:
            self.stop()
        y = at.y() + self._body.verticalScrollBar().value()
        block = block_near(self._body.document(), y)
        if self._body.isReadOnly() or not _can_be_dragged(block, y):
            self.grip.hide()
            return
        self._run = self._run_of(block)
        rect = words_rect(block).translated(0, -self._body.verticalScrollBar().value())
        line = first_line(block)
        height = min(XL + XS if line is None else line.height(), XL + XS)
        self.grip.move(self._side_of(block), round(rect.top() + (height - GRIP.height()) / 2))
        self.grip.show()

    def _run_of(self, block: QTextBlock) -> Run:
        """Return what moves with `block`: all that is selected, if that reaches over several blocks."""
        cursor = self._body.textCursor()
        selected = tuple(selected_blocks(cursor))
        if block not in selected or len(selected) == 1:
            cursor.setPosition(block.position())
        return run_at(cursor)

    def _side_of(self, block: QTextBlock) -> int:
        """Return where the handle begins: on the margin of the page before the words."""
        room = round(self._body.document().documentMargin()) - GRIP.width()
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            return self._body.viewport().width() - GRIP.width() - room // 2
        return room // 2

    def _press(self) -> None:
        self._pressed_at = self.grip.geometry().center()
        # Esc has to come here.
        self._body.setFocus()

    def _is_dragging(self) -> bool:
        return self._pressed_at is not None and self.signs.isVisible()

    def _drag_to(self, at: QPoint) -> None:
        if self._pressed_at is None:
            return
        far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not far and not self._is_dragging():
            return
        self._mouse = at
        self.grip.move(self.grip.x(), at.y() - GRIP.height() // 2)
        document = self._body.document()
        self._place = place_at(document, self._run, at.y() + self._body.verticalScrollBar().value())
        self.signs.show_drag(self._run, None if self._place is None else line_of(document, self._place))
        self.grip.raise_()
        if self._scroll_step():
            self._scrolling.start()

    def _scroll_step(self) -> int:
        """Return the pixels to scroll by while the mouse is where it is: more, the farther out."""
        above = SCROLL_EDGE - self._mouse.y()
        below = self._mouse.y() - (self._body.viewport().height() - SCROLL_EDGE)
        return max(below, 0) // 3 - max(above, 0) // 3

    def _scroll(self) -> None:
        step = self._scroll_step()
        bar = self._body.verticalScrollBar()
        if step == 0:
            self._scrolling.stop()
        bar.setValue(bar.value() + step)

    def _follow_scrolling(self) -> None:
        if self._is_dragging():
            self._drag_to(self._mouse)
        else:
            self.stop()

    def _release(self) -> None:
        run, place, dragged = self._run, self._place, self._is_dragging()
        self.stop()
        if place is not None:
            self._move(run, place)
        elif not dragged:
            self._select(run)

    def _move(self, run: Run, place: Place) -> None:
        cursor = self._body.textCursor()
        blocks = {block.blockNumber() for block in selected_blocks(cursor)}
        if not blocks <= set(range(run.first, run.last + 1)):
            cursor.setPosition(self._body.document().findBlockByNumber(run.first).position())
        move_run(cursor, run, place)
        self._body.setTextCursor(cursor)
        self._body.ensureCursorVisible()

    def _select(self, run: Run) -> None:
        """Select the blocks, so that keys act on them."""
        cursor = self._body.textCursor()
        document = self._body.document()
        last = document.findBlockByNumber(run.last)
        cursor.setPosition(document.findBlockByNumber(run.first).position())
        cursor.setPosition(last.position() + last.length() - 1, cursor.MoveMode.KeepAnchor)
        self._body.setTextCursor(cursor)


def _can_be_dragged(block: QTextBlock, y: float) -> bool:
    below_text = not block.next().isValid() and y > words_rect(block).bottom() + XL
    is_alone = block.document().blockCount() == 1
    return not (below_text or is_alone or (is_blank(block) and shape_of(block).kind is Paragraph))
