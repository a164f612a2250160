"""What is in the text under the mouse."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit


def text_cursor_at(text: QTextEdit, position: QPoint) -> QTextCursor | None:
    """Return a cursor at the letter that is seen at `position` of the viewport, None beside the text."""
    offset = QPoint(text.horizontalScrollBar().value(), text.verticalScrollBar().value())
    layout = text.document().documentLayout()
    place = layout.hitTest(QPointF(position + offset), Qt.HitTestAccuracy.ExactHit)
    if place < 0:
        return None
    cursor = QTextCursor(text.document())
    cursor.setPosition(place)
    return cursor
