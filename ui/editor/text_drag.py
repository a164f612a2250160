"""Selected words that are dragged, and what is dropped into the text: objects stay whole on both ways.

Qt's own dragging would take words away and join what is left of blocks with images and tables.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QDragLeaveEvent, QDropEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from ui.editor.blocks import end_of
from ui.editor.commands import one_step
from ui.editor.copying import selection_of, to_mime
from ui.editor.pasting import insert_document
from ui.editor.removal import remove_selection
from ui.editor.under_mouse import text_cursor_at

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


class TextDrag(QObject):
    """Starts drags of what is selected in `body`, and takes what is dropped on it, each as one step.

    `run` does a command at the cursor.
    """

    def __init__(self, body: QTextEdit, run: Callable[[Callable[[QTextCursor], Any]], None]) -> None:
        super().__init__(body)
        self._body = body
        self._run = run
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        body.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            # Qt's mark of where it would go has to be taken off the text.
            self._body.dragLeaveEvent(QDragLeaveEvent())
            self._drop(event)
            return True
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            is_left = event.button() == Qt.MouseButton.LeftButton
            self._pressed_at = at if is_left and self._is_selected(at) else None
        elif event.type() == QEvent.Type.MouseMove and self._pressed_at is not None:
            if event.buttons() != Qt.MouseButton.LeftButton:
                self._pressed_at = None
            elif (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
                self._pressed_at = None
                self._drag()
            return True
        return False

    def _is_selected(self, at: QPoint) -> bool:
        cursor, here = self._body.textCursor(), text_cursor_at(self._body, at)
        if here is None or not cursor.hasSelection():
            return False
        return cursor.selectionStart() <= here.position() <= cursor.selectionEnd()

    def _drag(self) -> None:
        drag = QDrag(self._body.viewport())
        drag.setMimeData(to_mime(selection_of(self._body.textCursor())))
        self._is_dragging = True
        done = drag.exec(COPY if self._body.isReadOnly() else COPY | MOVE, MOVE)
        was_dropped_elsewhere, self._is_dragging = self._is_dragging, False
        if done == MOVE and was_dropped_elsewhere:
            self._run(remove_selection)

    def _drop(self, event: QDropEvent) -> None:
        data, action, is_own = event.mimeData(), event.dropAction(), self._is_dragging
        self._is_dragging = False
        if self._body.isReadOnly() or not self._body.canInsertFromMimeData(data):
            event.ignore()
            return
        target = self._body.cursorForPosition(event.position().toPoint())
        if is_own and action == MOVE:
            move_selection(self._body.textCursor(), target)
            self._body.setTextCursor(target)
            self._body.ensureCursorVisible()
        else:
            self._body.setTextCursor(target)
            self._body.insertFromMimeData(data)
        # Another program must not take away what may still be being read here.
        event.setDropAction(COPY if event.source() is None else action)
        event.accept()
        self._body.setFocus()


def move_selection(cursor: QTextCursor, target: QTextCursor) -> None:
    """Move what `cursor` selects to `target`, which ends up behind it; not into itself."""
    if cursor.selectionStart() <= target.position() <= cursor.selectionEnd():
        return
    moved = selection_of(cursor)
    with one_step(cursor):
        _select_whole_blocks(cursor)
        remove_selection(cursor)
        insert_document(target, moved)


def _select_whole_blocks(cursor: QTextCursor) -> None:
    """Let a selection of all words of its blocks take the blocks too, or empty ones would be left."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first, last = cursor.document().findBlock(start), cursor.document().findBlock(end)
    if start == first.position() and end == end_of(last) and last.next().isValid():
        cursor.setPosition(start)
        cursor.setPosition(end + 1, QTextCursor.MoveMode.KeepAnchor)
