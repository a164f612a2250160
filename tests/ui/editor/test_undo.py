"""Any run of commands can be undone to the start and done again to the end."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from editor_app.domain.document import Emphasis, Figure, Strong
from tests.strategies import documents
from tests.tables import table
from ui.editor.body_editor import BodyEditor
from ui.editor.breaking import break_block, break_line, erase_backwards, erase_forwards
from ui.editor.commands import (
    insert_object,
    nest,
    remove_link,
    set_link,
    toggle_kind,
    toggle_mark,
)
from ui.editor.fact_boxes import insert_fact_box, leave_fact_box, remove_fact_box, take_out_of_fact_box
from ui.editor.format_actions import KINDS
from ui.editor.mapping import read
from ui.editor.pasting import insert_document
from ui.editor.removal import remove_selection
from ui.editor.typing_rules import make_room


def type_in(text):
    def command(cursor):
        cursor.beginEditBlock()
        make_room(cursor)
        cursor.insertText(text)
        cursor.endEditBlock()

    return command


COMMANDS = (
    break_block,
    break_line,
    erase_backwards,
    erase_forwards,
    remove_selection,
    insert_fact_box,
    leave_fact_box,
    take_out_of_fact_box,
    remove_fact_box,
    remove_link,
    type_in("å😀"),
    lambda cursor: nest(cursor, 1),
    lambda cursor: nest(cursor, -1),
    lambda cursor: toggle_mark(cursor, Strong()),
    lambda cursor: toggle_mark(cursor, Emphasis()),
    lambda cursor: set_link(cursor, "https://example.se", "länk"),
    lambda cursor: insert_object(cursor, Figure("c" * 64, alt="En bro")),
    lambda cursor: insert_object(cursor, table(["Dag", "Öppet"], ["Måndag", "10–18"])),
    *(lambda cursor, shape=shape: toggle_kind(cursor, shape) for shape in KINDS.values()),
)

steps = st.lists(
    st.tuples(st.sampled_from(COMMANDS), st.floats(0, 1), st.floats(0, 1), st.booleans()), max_size=12
)


def select(editor, start, end):
    last = editor.document().characterCount() - 1
    cursor = editor.textCursor()
    cursor.setPosition(round(start * last))
    cursor.setPosition(round(end * last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


@settings(max_examples=50)
@given(start=documents, steps=steps, pasted=documents)
def test_undo_and_redo_go_all_the_way(qapp, start, steps, pasted):
    editor = BodyEditor()
    editor.set_body(start)
    before = editor.body()
    for command, anchor, position, is_selection in steps:
        command(select(editor, anchor if is_selection else position, position))
    insert_document(select(editor, 0.5, 0.6), pasted)
    after = editor.body()

    while editor.document().isUndoAvailable():
        editor.undo()
    undone = editor.body()
    while editor.document().isRedoAvailable():
        editor.redo()

    assert undone == before
    assert editor.body() == after


@settings(max_examples=50)
@given(start=documents, steps=steps)
def test_each_command_is_one_step_to_undo(qapp, start, steps):
    editor = BodyEditor()
    editor.set_body(start)
    for command, anchor, position, is_selection in steps:
        before, available = editor.body(), editor.document().availableUndoSteps()

        command(select(editor, anchor if is_selection else position, position))

        if editor.document().availableUndoSteps() > available:
            after = editor.body()
            editor.undo()
            assert editor.body() == before
            editor.redo()
            assert editor.body() == after


@settings(max_examples=30)
@given(start=documents, steps=steps, pasted=documents)
def test_what_is_read_block_by_block_as_it_changes_is_what_stands_there(qapp, start, steps, pasted):
    editor = BodyEditor()
    editor.set_body(start)
    for number, (command, anchor, position, is_selection) in enumerate(steps):
        command(select(editor, anchor if is_selection else position, position))
        if number % 3 == 0:
            assert editor.body() == read(editor.document())
        if number % 4 == 2:
            editor.undo()
            assert editor.body() == read(editor.document())
    insert_document(select(editor, 0.7, 0.2), pasted)
    assert editor.body() == read(editor.document())

    while editor.document().isUndoAvailable():
        editor.undo()
        assert editor.body() == read(editor.document())
    while editor.document().isRedoAvailable():
        editor.redo()
        assert editor.body() == read(editor.document())
    editor.set_body(pasted)

    assert editor.body() == read(editor.document())


@settings(max_examples=50)
@given(start=documents, steps=steps)
def test_a_figure_is_always_alone_in_its_block(qapp, start, steps):
    editor = BodyEditor()
    editor.set_body(start)

    for command, anchor, position, is_selection in steps:
        command(select(editor, anchor if is_selection else position, position))

    block = editor.document().begin()
    while block.isValid():
        assert "\ufffc" not in block.text() or block.length() == 2
        block = block.next()
