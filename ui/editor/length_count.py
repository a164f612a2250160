"""Keeps the foot of the editor up with how long the text is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from editor_app.domain.text_length import TextLength, document_texts, length_of
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
        self._whole = length_of(text for field in self._fields for text in _texts(field))
        self._tell()

    def _tell(self) -> None:
        self._foot.show_length(self._whole, length_of(_selected(self._current())))


def _texts(field: Field) -> Sequence[str]:
    return tuple(document_texts(field.body())) if isinstance(field, BodyEditor) else (field.words(),)


def _selected(field: Field) -> Sequence[str]:
    cursor = field.textCursor()
    if not cursor.hasSelection():
        return ()
    if isinstance(field, BodyEditor):
        return tuple(document_texts(selection_of(cursor)))
    return (cursor.selectedText(),)
