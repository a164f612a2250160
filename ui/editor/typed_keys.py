"""Lets a key that types a character type it, also where its modifiers look like those of a shortcut.

Windows reports AltGr as Ctrl and Alt, so that AltGr+2, which types @ on a Swedish keyboard, would
be taken for Ctrl+Alt+2.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def types_by_alt_gr(event: QKeyEvent) -> bool:
    """Tell whether Ctrl+Alt is AltGr in `event`: then it types something else than its key is called."""
    text = event.text()
    if event.modifiers() & _ALT_GR != _ALT_GR or not text or not text.isprintable():
        return False
    # X11 reports Ctrl+Alt+0 with the text 0.
    return not (text.isascii() and text.isalnum())


class TypedKeys(QObject):
    """Keeps shortcuts from taking what AltGr types in `field`."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and types_by_alt_gr(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)
