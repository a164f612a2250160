"""The keys that change the structure of the text, and what each does."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor_app.domain.document import ObjectBlock
from ui.editor.breaking import break_block, break_line, erase_backwards, erase_forwards
from ui.editor.commands import nest
from ui.editor.object_format import object_of

Command: TypeAlias = Callable[[QTextCursor], None]
Erase: TypeAlias = Callable[[QTextCursor], bool]

_Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier

_COMMANDS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Command] = {
    (_Key.Key_Return, _NONE): break_block,
    (_Key.Key_Enter, _NONE): break_block,
    (_Key.Key_Return, _SHIFT): break_line,
    (_Key.Key_Enter, _SHIFT): break_line,
    (_Key.Key_Tab, _NONE): lambda cursor: nest(cursor, 1),
    (_Key.Key_Backtab, _SHIFT): lambda cursor: nest(cursor, -1),
}
# With a modifier they erase a word; at the edge of a block that is the same.
_ERASING: Mapping[int, Erase] = {
    _Key.Key_Backspace: erase_backwards,
    _Key.Key_Delete: erase_forwards,
}


class KeyCommands:
    """Does in `body` what a key does to the structure of its text.

    `run` does a command at the cursor, `open_object` lets the object there be edited.
    """

    def __init__(
        self,
        body: QTextEdit,
        run: Callable[[Command], None],
        open_object: Callable[[ObjectBlock], Any],
    ) -> None:
        self._body = body
        self._run = run
        self._open_object = open_object

    def act(self, event: QKeyEvent) -> bool:
        """Do what the key is for; False for keys that type or move, or erase as in any text."""
        return self._structural(event) or self._erasing(event)

    def _structural(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = _COMMANDS.get((_Key(event.key()), modifiers))
        if command is None:
            return False
        cursor = self._body.textCursor()
        value = object_of(cursor.block())
        if command is break_block and value is not None and not cursor.hasSelection():
            self._open_object(value)
        else:
            self._run(command)
        return True

    def _erasing(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Cut):
            self._body.cut()
            return True
        erase = _ERASING.get(event.key())
        cursor = self._body.textCursor()
        if erase is None or not erase(cursor):
            return False
        self._body.setTextCursor(cursor)
        self._body.ensureCursorVisible()
        return True
