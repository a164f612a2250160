"""Signs laid over the text, found words and the like: seen, never stored, never a step to undo."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

# The topmost last.
LAYERS = ("comments", "current_comment", "spelling_in_objects", "spelling", "looked_for", "found")


class Overlays:
    """Layers of formats over the text of `editor`; where they meet, the later of LAYERS is on top."""

    def __init__(self, editor: QTextEdit | QPlainTextEdit) -> None:
        self._editor = editor
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {name: [] for name in LAYERS}

    def show(self, layer: str, places: Sequence[QTextCursor], look: QTextCharFormat) -> None:
        """Lay `look` over what each cursor of `places` selects, in place of what `layer` showed."""
        self._layers[layer] = [_laid_over(cursor, look) for cursor in places]
        self._editor.setExtraSelections([one for some in self._layers.values() for one in some])

    def clear(self, layer: str) -> None:
        """Show nothing in `layer`."""
        if self._layers[layer]:
            self.show(layer, (), QTextCharFormat())


def _laid_over(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = look
    return selection
