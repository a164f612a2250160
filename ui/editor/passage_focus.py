"""Lets all but the passage that is being written step back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor

from ui.editor.blocks import box_title, end_of, last_in_box
from ui.editor.body_editor import BodyEditor
from ui.editor.line_field import LineField
from ui.theme.palette import colours

LAYER = "focus"
Field = LineField | BodyEditor


class PassageFocus(QObject):
    """Dims `fields` but for the block, or the fact box, that has the cursor; off until `set_on`."""

    def __init__(self, fields: Sequence[Field], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields
        self._current = fields[-1]
        self._is_on = False
        for field in fields:
            field.entered.connect(partial(self._enter, field))
            field.cursorPositionChanged.connect(self._follow)
            field.installEventFilter(self)

    def set_on(self, on: bool) -> None:
        """Dim from now on, or show everything as it is."""
        self._is_on = on
        for field in self._fields:
            if on:
                self._dim(field)
            else:
                field.overlays.clear(LAYER)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_on and event.type() == QEvent.Type.PaletteChange:
            self.set_on(True)
        return super().eventFilter(watched, event)

    def _enter(self, field: Field) -> None:
        self._current = field
        if self._is_on:
            self.set_on(True)

    def _follow(self) -> None:
        if self._is_on:
            self._dim(self._current)

    def _dim(self, field: Field) -> None:
        look = QTextCharFormat()
        look.setForeground(QColor(colours(field.palette()).muted))
        whole = field.document()
        last = max(whole.characterCount() - 1, 0)
        ends = [(0, last)]
        if field is self._current:
            first_block, last_block = _passage(field.textCursor().block())
            # The cursors follow what is typed in the passage without taking it in.
            ends = [(0, first_block.position() - 1), (end_of(last_block) + 1, last)]
        places = [_between(field, start, end) for start, end in ends if start < end]
        field.overlays.show(LAYER, places, look)


def _passage(block: QTextBlock) -> tuple[QTextBlock, QTextBlock]:
    title = box_title(block)
    return (block, block) if title is None else (title, last_in_box(title))


def _between(field: Field, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(field.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
