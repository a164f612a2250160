"""Keeps the foot of the editor up with how long the text is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from editor_app.domain.text_length import TextLength, document_length, length_of, total
from ui.editor.body_editor import BodyEditor
from ui.editor.copying import selection_of
from ui.editor.foot import Foot
from ui.editor.line_field import LineField
from ui.widgets.timers import once_after

PAUSE_MS = 300
Field = LineField | BodyEditor


class LengthCount(QObject):
    """Counts `fields` after a pause in the typing, and what is selected in the `current` one."""

    def __init__(
        self, fields: Sequence[Field], current: Callable[[], Field], foot: Foot, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._current = current
        self._foot = foot
        self._whole = TextLength()
        self._text_timer = once_after(PAUSE_MS, self.count, self)
        self._selection_timer = once_after(PAUSE_MS, self._tell, self)
        for field in fields:
            field.edited.connect(self._text_timer.start)
            field.entered.connect(self._selection_timer.start)
            field.selectionChanged.connect(self._selection_timer.start)

    def count(self) -> None:
        """Count now."""
        self._whole = total(map(_length, self._fields))
        self._tell()

    def _tell(self) -> None:
        self._foot.show_length(self._whole, _selected_length(self._current()))


def _length(field: Field) -> TextLength:
    return document_length(field.body()) if isinstance(field, BodyEditor) else length_of((field.words(),))


def _selected_length(field: Field) -> TextLength:
    cursor = field.textCursor()
    if not cursor.hasSelection():
        return TextLength()
    if isinstance(field, BodyEditor):
        return document_length(selection_of(cursor))
    return length_of((cursor.selectedText(),))
