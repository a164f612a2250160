"""The keys that change the structure of the text, and what each does."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from ui.editor.breaking import break_block, break_line, erase_backwards, erase_forwards
from ui.editor.commands import nest

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


def command_for(event: QKeyEvent) -> Command | None:
    """Return what the key does to the structure, None for keys that type or move."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _COMMANDS.get((_Key(event.key()), modifiers))


def erasing_for(event: QKeyEvent) -> Erase | None:
    """Return what the key erases; that answers False where an ordinary deletion is meant."""
    return _ERASING.get(event.key())
