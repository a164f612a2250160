"""What a screen reader says as the cursor comes to a figure or a table: Qt itself says one odd character."""

from PySide6.QtCore import QObject

from editor_app.domain.document import Figure, ObjectBlock, Table
from editor_app.translation import _
from ui.editor.body_editor import BodyEditor
from ui.editor.figure_object import alt_line, caption_line
from ui.editor.table_drawing import note_on
from ui.widgets.announce import announce


class ObjectWords(QObject):
    """Announces the object at the cursor in `body`, once as the cursor comes to it."""

    def __init__(self, body: BodyEditor) -> None:
        super().__init__(body)
        self._body = body
        self._at: ObjectBlock | None = None
        body.cursorPositionChanged.connect(self._follow)

    def _follow(self) -> None:
        found = self._body.current_object()
        if found is not None and found != self._at and self._body.hasFocus():
            announce(self._body, words_for(found))
        self._at = found


def words_for(value: ObjectBlock) -> str:
    """Return the sentences that stand for the object."""
    if isinstance(value, Figure):
        parts = (_("Image."), caption_line(value), alt_line(value))
    else:
        parts = (_size_of(value), value.caption, note_on(value))
    return " ".join(part for part in parts if part)


def _size_of(table: Table) -> str:
    return _("Table with {rows} rows and {columns} columns.").format(
        rows=len(table.rows), columns=len(table.rows[0])
    )
