"""Whatever is dragged wherever: objects stay alone, no word is lost, and undo leads all the way back."""

from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from editor_app.domain.document import Document, FactTitle, Figure, Span, paragraph
from tests.strategies import documents
from ui.editor.body_editor import BodyEditor
from ui.editor.drop_places import place_at
from ui.editor.moving import move_run, run_at
from ui.editor.text_drag import move_selection

shares = st.floats(0, 1)


def position_at(document, share):
    """Return a position where a person can put the cursor: not between the two halves of an emoji."""
    position = round(share * (document.characterCount() - 1))
    return position + ("\udc00" <= document.characterAt(position) <= "\udfff")


def editor_of(body, start, end):
    """Return an editor of `body`, with what lies between two shares of its length selected."""
    editor = BodyEditor()
    editor.resize(600, 500)
    editor.set_body(body)
    cursor = editor.textCursor()
    cursor.setPosition(position_at(editor.document(), start))
    cursor.setPosition(position_at(editor.document(), end), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    return editor


def letters(editor):
    return Counter(editor.toPlainText().replace("\n", ""))


def letters_of_words(editor):
    """Return what there is of letters but white space, which no block keeps at its ends."""
    return Counter("".join(editor.toPlainText().split()))


def assert_objects_stand_alone(document):
    block = document.begin()
    while block.isValid():
        assert "\ufffc" not in block.text() or block.length() == 2
        block = block.next()


def assert_undone_and_done_again(editor, before):
    after = editor.body()
    while editor.document().isUndoAvailable():
        editor.undo()
    assert editor.body() == before
    while editor.document().isRedoAvailable():
        editor.redo()
    assert editor.body() == after


@settings(max_examples=50)
@given(body=documents, start=shares, end=shares, height=shares)
def test_blocks_may_be_dropped_at_any_height(qapp, body, start, end, height):
    editor = editor_of(body, start, end)
    document, cursor, before = editor.document(), editor.textCursor(), editor.body()
    held = letters(editor)
    run = run_at(cursor)

    place = place_at(document, run, height * document.documentLayout().documentSize().height())
    if place is not None:
        move_run(cursor, run, place)

    assert letters(editor) == held
    assert_objects_stand_alone(document)
    assert_undone_and_done_again(editor, before)


@settings(max_examples=50)
@given(body=documents, start=shares, end=shares, place=shares)
@example(body=Document((paragraph("😀"),)), start=0.0, end=0.5, place=1.0)
@example(body=Document((Figure("0" * 64), FactTitle((Span("\n0000"),)))), start=0.25, end=0.375, place=0.0)
def test_words_may_be_dropped_anywhere(qapp, body, start, end, place):
    editor = editor_of(body, start, end)
    target, before = editor.textCursor(), editor.body()
    target.setPosition(position_at(editor.document(), place))
    held = letters_of_words(editor)

    move_selection(editor.textCursor(), target)

    assert letters_of_words(editor) == held
    assert_objects_stand_alone(editor.document())
    assert_undone_and_done_again(editor, before)
