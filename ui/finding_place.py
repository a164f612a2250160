"""Where in the editor a finding is."""

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.domain.document import Document
from editor_app.domain.normalize import normalize
from ui.editor.body_editor import BodyEditor
from ui.editor.mapping import block_values


def show_block(body: BodyEditor, number: int) -> None:
    """Select the block that is `number` in the normalised body, and bring it into sight."""
    block = _block(body, number)
    if block is None:
        return
    cursor = QTextCursor(block)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    body.setTextCursor(cursor)
    body.ensureCursorVisible()
    body.setFocus()


def _block(body: BodyEditor, number: int) -> QTextBlock | None:
    """Return the block in the editor; blank ones, which have no number, are passed over."""
    block = body.document().begin()
    seen = 0
    while block.isValid():
        seen += len(normalize(Document(tuple(block_values(block)))).blocks)
        if seen > number:
            return block
        block = block.next()
    return None
