"""The room below a fact box follows its last block, and is no step of its own to undo."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor_app.domain.document import Document, FactTitle, ListItem, Paragraph, Span, paragraph
from ui.editor.block_shapes import BELOW_BOX

BOXED = Document(
    (
        FactTitle((Span("Fakta"),)),
        ListItem(False, 1, (Span("ett"),), boxed=True),
        ListItem(False, 1, (Span("två"),), boxed=True),
        paragraph("ute"),
    )
)


def ends(editor):
    """Return which blocks leave the room below a box."""
    document = editor.document()
    blocks = map(document.findBlockByNumber, range(document.blockCount()))
    return [block.blockFormat().bottomMargin() == BELOW_BOX for block in blocks]


def test_the_last_block_in_a_box_leaves_the_room(editor):
    editor.set_body(BOXED)

    assert ends(editor) == [False, False, True, False]
    assert not editor.document().isUndoAvailable()


def test_the_room_moves_on_with_enter_and_back_with_one_undo(editor, qtbot):
    editor.set_body(BOXED)
    cursor = QTextCursor(editor.document().findBlockByNumber(2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)

    qtbot.keyClick(editor, Qt.Key.Key_Return)
    after_enter = ends(editor)
    editor.undo()

    assert after_enter == [False, False, False, True, False]
    assert ends(editor) == [False, False, True, False]
    assert editor.body() == BOXED
    assert not editor.document().isUndoAvailable()
    editor.redo()
    assert ends(editor) == after_enter


def test_a_box_that_loses_its_end_gives_the_room_to_the_block_before(editor, qtbot):
    editor.set_body(Document((*BOXED.blocks[:2], Paragraph((Span("x"),), boxed=True), paragraph("ute"))))
    block = editor.document().findBlockByNumber(2)
    cursor = QTextCursor(editor.document())
    cursor.setPosition(block.position() - 1)
    cursor.setPosition(block.position() + 1, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)

    qtbot.keyClick(editor, Qt.Key.Key_Delete)

    assert ends(editor) == [False, True, False]
