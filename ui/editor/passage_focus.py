"""Lets all but the passage that is being written step back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QRegion, QTextBlock
from PySide6.QtWidgets import QWidget

from ui.editor.blocks import box_title, last_in_box
from ui.editor.body_editor import BodyEditor
from ui.editor.line_field import LineField
from ui.theme.spacing import XS, M

Field = LineField | BodyEditor
# As much as leaves words in the colour of text at 4.5:1 on their ground, light or dark.
STRENGTH = 0.35


class PassageFocus(QObject):
    """Dims `fields` but for the block, or the fact box, that has the cursor; off until `set_on`."""

    def __init__(self, fields: Sequence[Field], parent: QObject) -> None:
        super().__init__(parent)
        self._veils = {field: Veil(field) for field in fields}
        self._current = fields[-1]
        self._is_on = False
        for field in fields:
            field.entered.connect(partial(self._enter, field))
            field.cursorPositionChanged.connect(self._follow)
            field.document().contentsChanged.connect(self._follow)

    def set_on(self, on: bool) -> None:
        """Dim from now on, or show everything as it is."""
        self._is_on = on
        for field, veil in self._veils.items():
            veil.cursor_shown = field is self._current
            veil.setVisible(on)
            veil.update()

    def _enter(self, field: Field) -> None:
        self._current = field
        if self._is_on:
            self.set_on(True)

    def _follow(self) -> None:
        if self._is_on:
            self._veils[self._current].follow()


class Veil(QWidget):
    """Lies over the text of `field`: over words of any look, signs beside them, boxes and images alike.

    `cursor_shown` leaves the passage with the cursor free of it.
    """

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._field = field
        self._free = QRect()
        self.cursor_shown = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setGeometry(field.viewport().geometry())
        self.hide()
        field.viewport().installEventFilter(self)
        field.verticalScrollBar().valueChanged.connect(self.update)

    def follow(self) -> None:
        """Let the veil be where the text and the cursor have got to."""
        if self.free() != self._free:
            self.update()

    def free(self) -> QRect:
        """Return what it leaves free, in its own pixels, from side to side; empty where it covers all."""
        if not self.cursor_shown:
            return QRect()
        if isinstance(self._field, LineField):
            return self.rect()
        passage = _passage(self._field.textCursor().block())
        top, bottom = _extent(*passage)
        scrolled = self._field.verticalScrollBar().value()
        return QRectF(0, top - scrolled, self.width(), bottom - top).toAlignedRect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self.setGeometry(self._field.viewport().geometry())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        self._free = self.free()
        ground = self._field.palette().color(QPalette.ColorRole.Base)
        ground.setAlphaF(STRENGTH)
        painter = QPainter(self)
        painter.setClipRegion(QRegion(event.rect()).subtracted(QRegion(self._free)))
        painter.fillRect(event.rect(), ground)


def _passage(block: QTextBlock) -> tuple[QTextBlock, QTextBlock]:
    title = box_title(block)
    return (block, block) if title is None else (title, last_in_box(title))


def _extent(first: QTextBlock, last: QTextBlock) -> tuple[float, float]:
    """Return from where to where the two and what is between them go, in the document's coordinates."""
    # Asking for its rectangle lays out what is not yet.
    last.document().documentLayout().blockBoundingRect(last)
    room = XS if first == last else M
    return _place(first).top() - room, _place(last).bottom() + room


def _place(block: QTextBlock) -> QRectF:
    return block.layout().boundingRect().translated(block.layout().position())
