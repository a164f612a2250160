"""The context menu of the body: Qt's own, with cutting and deleting that leave objects whole."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QTextEdit

from ui.editor.foreign_paste import add_plain_paste


def menu_at(
    body: QTextEdit,
    position: QPoint,
    *,
    cut: Callable[[], None],
    erase: Callable[[], None],
    paste_plain: Callable[[], None],
) -> QMenu:
    """Return the menu for a click at `position` of `body`."""
    menu = body.createStandardContextMenu(position)
    # Qt's own cut and delete would join text to figures.
    own = {"edit-cut": cut, "edit-delete": erase}
    for action in menu.actions():
        act = own.get(action.objectName())
        if act is not None:
            action.triggered.disconnect()
            action.triggered.connect(act)
    add_plain_paste(menu, paste_plain)
    return menu
