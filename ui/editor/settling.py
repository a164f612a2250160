"""What is put right after each edit, as a part of the same step to undo."""

from PySide6.QtGui import QTextDocument

from ui.editor.box_ends import settle_box_ends
from ui.editor.list_levels import settle_levels


def settle(document: QTextDocument, start: int, end: int) -> None:
    """Give the blocks that a change between two positions touched the levels and the room they need."""
    settle_levels(document, start, end)
    settle_box_ends(document, start, end)
