"""The frame around the image or the table that the cursor stands at."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from ui.editor.blocks import is_object
from ui.editor.decorations import Decorations


class ObjectFrame(QObject):
    """Paints the frame over the text of `body`, and has it painted again as the cursor comes and goes."""

    def __init__(self, body: QTextEdit, decorations: Decorations) -> None:
        super().__init__(body)
        self._body = body
        self._decorations = decorations
        self._was_framed = False
        body.cursorPositionChanged.connect(self._follow)

    def paint(self, painter: QPainter) -> None:
        """Paint the frame, in the coordinates of the text."""
        if self._body.hasFocus():
            self._decorations.paint_frame(painter, self._body.textCursor().block(), self._body.palette())

    def _follow(self) -> None:
        # Qt repaints where the cursor is and was, and the frame of an object is wider.
        is_framed = is_object(self._body.textCursor().block())
        if is_framed or self._was_framed:
            self._body.viewport().update()
        self._was_framed = is_framed
