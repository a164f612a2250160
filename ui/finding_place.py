"""Where in the window a finding is."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from editor_app.domain.document import Document
from editor_app.domain.normalize import normalize
from ui.editor.body_editor import BodyEditor
from ui.editor.mapping import block_values
from ui.workplace import Workplace

if TYPE_CHECKING:
    # The rules know the renderer and its libraries, which the first paint does not wait for.
    from editor_app.checks.readiness import Finding

# The fields that rules about no block are about.
IN_EDITOR: Mapping[str, Callable[[Workplace], QWidget]] = {
    "S01": lambda place: place.editor.title,
    "S04": lambda place: place.editor.lead,
}
IN_DETAILS: Mapping[str, Callable[[Workplace], QWidget]] = {
    "S14": lambda place: place.details.category,
    "S15": lambda place: place.details.language,
    "D06": lambda place: place.details.wrong_time(),
    "I01": lambda place: place.details.hero,
}


def show_finding(place: Workplace, finding: "Finding") -> None:
    """Put the cursor where `finding` can be mended."""
    if finding.block is not None:
        show_block(place.editor.body, finding.block)
    elif finding.rule in IN_EDITOR:
        IN_EDITOR[finding.rule](place).setFocus()
    else:
        place.show_panel("details", True)
        place.details.go_to(IN_DETAILS[finding.rule](place))


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
