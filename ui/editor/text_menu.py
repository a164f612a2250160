"""The context menu of the body: Qt's own, with cutting and deleting that leave objects whole."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ui.editor.foreign_paste import add_plain_paste

if TYPE_CHECKING:
    from ui.editor.body_editor import BodyEditor


def menu_at(body: "BodyEditor", position: QPoint) -> QMenu:
    """Return the menu for a click at `position` of `body`."""
    menu = body.createStandardContextMenu(position)
    # Qt's own cut and delete would join text to figures.
    own = {"edit-cut": body.cut, "edit-delete": body.erase_selection}
    for action in menu.actions():
        act = own.get(action.objectName())
        if act is not None:
            action.triggered.disconnect()
            action.triggered.connect(act)
    add_plain_paste(menu, body.paste_plain)
    return menu
