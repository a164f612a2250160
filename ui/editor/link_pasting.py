"""An address that is pasted over words makes a link of them."""

import re

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from editor_app.domain.addresses import href_from_typing
from editor_app.domain.block_specs import BLOCK_SPECS
from editor_app.domain.document import Link
from ui.editor.block_shapes import shape_of
from ui.editor.blocks import is_object, selected_blocks
from ui.editor.clipboard import DOCUMENT_TYPE

_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)\S+|[^\s@]+@[^\s@]+", re.IGNORECASE)


def href_over_words(source: QMimeData, cursor: QTextCursor) -> str | None:
    """Return where the selected words shall lead if `source` is pasted; None for an ordinary paste."""
    text = source.text().strip()
    if not cursor.hasSelection() or source.hasFormat(DOCUMENT_TYPE) or not _ADDRESS.fullmatch(text):
        return None
    blocks = tuple(selected_blocks(cursor))
    takes_links = Link in BLOCK_SPECS[shape_of(blocks[0]).kind].marks and not is_object(blocks[0])
    replaces_address = _ADDRESS.fullmatch(cursor.selectedText().strip())
    return href_from_typing(text) if len(blocks) == 1 and takes_links and not replaces_address else None
