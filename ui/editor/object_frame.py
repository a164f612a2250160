"""The frame around the image or the table that the cursor stands at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QPainter

from ui.editor.decorations import Decorations

if TYPE_CHECKING:
    from ui.editor.body_editor import BodyEditor


class ObjectFrame(QObject):
    """Paints the frame over the text of `body`, and has it painted again as the cursor comes and goes."""

    def __init__(self, body: "BodyEditor", decorations: Decorations) -> None:
        super().__init__(body)
        self._body = body
        self._decorations = decorations
        self._was_framed = False
        body.cursorPositionChanged.connect(self._follow)

    def paint(self, offset: QPoint) -> None:
        """Paint the frame in a viewport that shows the text from `offset` on."""
        if not self._body.hasFocus():
            return
        with QPainter(self._body.viewport()) as painter:
            painter.translate(-offset)
            self._decorations.paint_frame(painter, self._body.textCursor().block(), self._body.palette())

    def _follow(self) -> None:
        # Qt repaints where the cursor is and was, and the frame of an object is wider.
        is_framed = self._body.current_object() is not None
        if is_framed or self._was_framed:
            self._body.viewport().update()
        self._was_framed = is_framed
