"""What typing does beyond inserting letters: guards, signs that make a kind, and where marks end."""

from collections.abc import Mapping

from PySide6.QtGui import QTextCharFormat, QTextCursor

from editor_app.domain.document import Heading, Link, ListItem, Paragraph, Quote
from ui.editor import marks
from ui.editor.block_shapes import BlockShape, shape_of
from ui.editor.blocks import end_of, is_object
from ui.editor.commands import leave_object, one_step, set_kind
from ui.editor.removal import remove_selection

_BULLET = BlockShape(ListItem, level=1)
_NUMBER = BlockShape(ListItem, level=1, ordered=True)
_QUOTE = BlockShape(Quote)

# What, typed at the start of a paragraph and followed by a space, makes the kind.
SIGNS: Mapping[str, BlockShape] = {
    "-": _BULLET,
    "*": _BULLET,
    "•": _BULLET,
    "1.": _NUMBER,
    "1)": _NUMBER,
    "–": _QUOTE,
    "—": _QUOTE,
    "##": BlockShape(Heading, level=2),
    "###": BlockShape(Heading, level=3),
    "####": BlockShape(Heading, level=4),
}


def needs_room(cursor: QTextCursor) -> bool:
    """Tell whether letters cannot simply go in at `cursor`: see `make_room`."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    return is_object(first) or first != document.findBlock(cursor.selectionEnd())


def make_room(cursor: QTextCursor) -> None:
    """Take away what is selected and step out of an object, so that letters may go in."""
    remove_selection(cursor)
    leave_object(cursor)


def turn_sign_into_kind(cursor: QTextCursor) -> None:
    """Make another kind of a paragraph in which its sign and a space were just typed."""
    block = cursor.block()
    if shape_of(block).kind is not Paragraph:
        return
    typed = block.text()[: cursor.position() - block.position()]
    shape = SIGNS.get(typed.removesuffix(" "))
    if shape is None or not typed.endswith(" "):
        return
    with one_step(cursor):
        cursor.setPosition(block.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        set_kind(cursor, shape)


def format_without_foreign_link(cursor: QTextCursor) -> QTextCharFormat | None:
    """Return what to type with at the edge of a link, so that it does not grow; None elsewhere."""
    form = cursor.charFormat()
    href = marks.href_of(form)
    if not href or cursor.hasSelection() or _is_inside(cursor, href):
        return None
    form.merge(marks.without_mark(Link))
    return form


def _is_inside(cursor: QTextCursor, href: str) -> bool:
    block = cursor.block()
    if cursor.position() in (block.position(), end_of(block)):
        return False
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return marks.href_of(ahead.charFormat()) == href
