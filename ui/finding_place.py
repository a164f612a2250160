"""Where in the window a finding is."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from editor_app.checks.findings import Finding, Part
from editor_app.domain.document import Document
from editor_app.domain.normalize import normalize
from ui.editor.body_editor import BodyEditor
from ui.editor.mapping import block_values
from ui.workplace import Workplace

# The details that rules are about; a finding among the details has no other place.
DETAILS: Mapping[str, Callable[[Workplace], QWidget]] = {
    "S13": lambda place: place.details.contacts,
    "S14": lambda place: place.details.category,
    "S15": lambda place: place.details.language,
    "A03": lambda place: place.details.original,
    "D06": lambda place: place.details.wrong_time(),
    "P03": lambda place: place.details.contacts,
    "C01": lambda place: place.details.contacts,
    "C02": lambda place: place.details.contacts,
}


def show_finding(place: Workplace, finding: Finding) -> None:
    """Put the cursor where `finding` can be mended."""
    where = finding.place
    if where.block is not None:
        show_block(place.editor.body, where.block)
    elif where.part is Part.TITLE:
        place.editor.title.setFocus()
    elif where.part is Part.LEAD:
        place.editor.lead.setFocus()
    else:
        place.show_panel("details", True)
        is_hero = where.part is Part.HERO
        place.details.go_to(place.details.hero if is_hero else DETAILS[finding.rule](place))


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
