"""Real keys in the body: what they make of the Document, and that one undo takes each back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor_app.domain.document import (
    Document,
    FactTitle,
    Figure,
    Heading,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Strong,
    paragraph,
)
from tests.tables import table

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
BRIDGE = Figure("a" * 64, alt="En bro")


def words(text):
    return (Span(text),)


def place(editor, block, column=0, *, to=None):
    """Put the cursor into block number `block`, and select to the block and column `to`."""
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(block).position() + column)
    if to is not None:
        end = editor.document().findBlockByNumber(to[0]).position() + to[1]
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def show(editor, *blocks):
    editor.set_body(Document(blocks))


def said(editor):
    return editor.body().blocks


ENTER_AT_THE_END = [
    (Paragraph(words("Ett")), [Paragraph(words("Ett")), Paragraph(words("x"))]),
    (Heading(3, words("Ett")), [Heading(3, words("Ett")), Paragraph(words("x"))]),
    (Quote(words("Ett")), [Quote(words("Ett")), Paragraph(words("x"))]),
    (ListItem(True, 1, words("Ett")), [ListItem(True, 1, words("Ett")), ListItem(True, 1, words("x"))]),
    (FactTitle(words("Ett")), [FactTitle(words("Ett")), Paragraph(words("x"), boxed=True)]),
]


@pytest.mark.parametrize(("before", "after"), ENTER_AT_THE_END)
def test_enter_at_the_end_starts_the_kind_that_follows(editor, qtbot, type_text, before, after):
    show(editor, before)
    editor.moveCursor(QTextCursor.MoveOperation.End)

    qtbot.keyClick(editor, Key.Key_Return)
    type_text("x")

    assert list(said(editor)) == after


@pytest.mark.parametrize(("before", "after"), ENTER_AT_THE_END)
def test_one_undo_takes_enter_back(editor, qtbot, before, after):
    show(editor, before)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Key.Key_Return)

    editor.undo()

    assert editor.document().blockCount() == 1
    assert said(editor) == (before,)
    assert not editor.document().isUndoAvailable()


def test_enter_inside_a_quote_parts_it_into_two(editor, qtbot):
    show(editor, Quote(words("Ett två")))
    place(editor, 0, 3)

    qtbot.keyClick(editor, Key.Key_Return)

    assert said(editor) == (Quote(words("Ett")), Quote(words(" två")))


def test_enter_before_a_heading_opens_a_paragraph_above_it(editor, qtbot, type_text):
    show(editor, Heading(2, words("Rubrik")))
    place(editor, 0)

    qtbot.keyClick(editor, Key.Key_Return)
    place(editor, 0)
    type_text("x")

    assert said(editor) == (Paragraph(words("x")), Heading(2, words("Rubrik")))


def test_enter_on_an_empty_nested_item_steps_out_and_then_leaves_the_list(editor, qtbot, type_text):
    show(editor, ListItem(False, 1, words("Ett")), ListItem(False, 2, words("Två")))
    editor.moveCursor(QTextCursor.MoveOperation.End)

    for _ in range(3):
        qtbot.keyClick(editor, Key.Key_Return)
    type_text("x")

    assert said(editor)[2:] == (Paragraph(words("x")),)


def test_enter_on_an_empty_paragraph_at_the_end_of_a_fact_box_leaves_it(editor, qtbot, type_text):
    show(editor, FactTitle(words("Fakta")), Paragraph(words("Ett"), boxed=True))
    editor.moveCursor(QTextCursor.MoveOperation.End)

    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.keyClick(editor, Key.Key_Return)
    type_text("x")

    assert said(editor)[2:] == (Paragraph(words("x")),)


def test_shift_enter_breaks_the_line_inside_the_block(editor, qtbot, type_text):
    show(editor, paragraph("Ett"))
    editor.moveCursor(QTextCursor.MoveOperation.End)

    qtbot.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text("två")

    assert said(editor) == (paragraph("Ett\ntvå"),)


@pytest.mark.parametrize("kind", [Heading(3, words("b")), Quote(words("b")), ListItem(True, 1, words("b"))])
def test_backspace_at_the_start_unmakes_the_kind_before_it_joins(editor, qtbot, kind):
    show(editor, paragraph("a"), kind)
    place(editor, 1)

    qtbot.keyClick(editor, Key.Key_Backspace)
    unmade = said(editor)
    qtbot.keyClick(editor, Key.Key_Backspace)

    assert unmade == (paragraph("a"), paragraph("b"))
    assert said(editor) == (paragraph("ab"),)


def test_backspace_before_a_fact_title_dissolves_the_box(editor, qtbot):
    show(editor, FactTitle(words("Fakta")), Paragraph(words("Ett"), boxed=True))
    place(editor, 0)

    qtbot.keyClick(editor, Key.Key_Backspace)

    assert said(editor) == (paragraph("Fakta"), paragraph("Ett"))


def test_deleting_an_empty_paragraph_keeps_the_kind_of_what_comes_up(editor, qtbot):
    show(editor, paragraph("a"), Heading(2, words("b")))
    place(editor, 0, to=(0, 1))
    qtbot.keyClick(editor, Key.Key_Delete)

    qtbot.keyClick(editor, Key.Key_Delete)

    assert said(editor) == (Heading(2, words("b")),)


def test_tab_nests_a_list_item_no_deeper_than_the_list_allows(editor, qtbot):
    show(editor, ListItem(False, 1, words("a")), ListItem(False, 1, words("b")))
    place(editor, 1)

    qtbot.keyClick(editor, Key.Key_Tab)
    qtbot.keyClick(editor, Key.Key_Tab)
    nested = said(editor)
    qtbot.keyClick(editor, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)

    assert [item.level for item in nested] == [1, 2]
    assert [item.level for item in said(editor)] == [1, 1]


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("- a", ListItem(False, 1, words("a"))),
        ("* a", ListItem(False, 1, words("a"))),
        ("1. a", ListItem(True, 1, words("a"))),
        ("– a", Quote(words("a"))),
        ("## a", Heading(2, words("a"))),
        ("### a", Heading(3, words("a"))),
        ("#### a", Heading(4, words("a"))),
    ],
)
def test_a_sign_at_the_start_of_a_paragraph_makes_its_kind(editor, type_text, typed, made):
    type_text(typed)

    assert said(editor) == (made,)


def test_a_sign_works_before_words_that_are_there_and_inside_a_fact_box(editor, type_text):
    show(editor, FactTitle(words("Fakta")), Paragraph(words("ett"), boxed=True))
    place(editor, 1)

    type_text("- ")

    assert said(editor)[1] == ListItem(False, 1, words("ett"), boxed=True)


def test_undo_takes_only_the_kind_back_and_leaves_the_sign(editor, type_text):
    type_text("- ")

    editor.undo()

    assert editor.toPlainText() == "- "
    assert said(editor) == (paragraph("- "),)


class TestFigures:
    def test_typing_beside_a_figure_goes_into_a_paragraph_of_its_own(self, editor, type_text):
        show(editor, BRIDGE)

        place(editor, 0, 1)
        type_text("efter")
        place(editor, 0, 0)
        type_text("före")

        assert said(editor) == (paragraph("före"), BRIDGE, paragraph("efter"))

    @pytest.mark.parametrize(("key", "block", "column"), [(Key.Key_Backspace, 2, 0), (Key.Key_Delete, 0, 1)])
    def test_text_is_never_joined_to_a_figure(self, editor, qtbot, key, block, column):
        show(editor, paragraph("a"), BRIDGE, paragraph("b"))
        place(editor, block, column)

        qtbot.keyClick(editor, key)

        assert said(editor) == (paragraph("a"), BRIDGE, paragraph("b"))

    def test_a_second_key_removes_the_figure_and_undo_brings_it_back(self, editor, qtbot):
        show(editor, paragraph("a"), BRIDGE, paragraph("b"))
        place(editor, 2)

        qtbot.keyClick(editor, Key.Key_Backspace)
        qtbot.keyClick(editor, Key.Key_Backspace)
        removed = said(editor)
        editor.undo()

        assert removed == (paragraph("a"), paragraph("b"))
        assert said(editor) == (paragraph("a"), BRIDGE, paragraph("b"))

    def test_typing_over_a_selection_that_ends_before_a_figure_keeps_it(self, editor, type_text):
        show(editor, paragraph("abc"), paragraph("d"), BRIDGE)
        place(editor, 0, 1, to=(2, 0))

        type_text("x")

        assert said(editor) == (paragraph("ax"), BRIDGE)

    def test_typing_over_a_selection_across_a_figure_takes_one_undo(self, editor, type_text):
        show(editor, paragraph("abc"), BRIDGE, Quote(words("def")))
        place(editor, 0, 1, to=(2, 1))

        type_text("x")
        typed = said(editor)
        editor.undo()

        assert typed == (paragraph("axef"),)
        assert said(editor) == (paragraph("abc"), BRIDGE, Quote(words("def")))

    def test_enter_on_a_figure_asks_to_edit_it(self, editor, qtbot):
        show(editor, BRIDGE)
        place(editor, 0, 1)

        with qtbot.waitSignal(editor.object_opened) as opened:
            qtbot.keyClick(editor, Key.Key_Return)

        assert opened.args == [BRIDGE]
        assert said(editor) == (BRIDGE,)

    @pytest.mark.parametrize("value", [BRIDGE, table(["Dag", "Tid"], ["Måndag", "10–18"])])
    @pytest.mark.parametrize("column", [0, 1])
    def test_shift_enter_beside_an_object_opens_one_paragraph_on_that_side(
        self, editor, qtbot, type_text, value, column
    ):
        show(editor, value)
        place(editor, 0, column)

        qtbot.keyClick(editor, Key.Key_Return, SHIFT)
        blocks = editor.document().blockCount()
        type_text("x")
        typed = said(editor)
        editor.undo()
        editor.undo()

        assert blocks == 2
        assert typed == ((value, paragraph("x")) if column else (paragraph("x"), value))
        assert said(editor) == (value,)


class TestMarks:
    def test_typing_after_a_link_does_not_make_it_longer(self, editor, type_text):
        link = Span("länk", (Link("https://example.se"),))
        show(editor, Paragraph((link,)))
        editor.moveCursor(QTextCursor.MoveOperation.End)

        type_text(" och")

        assert said(editor) == (Paragraph((link, Span(" och"))),)

    def test_typing_before_a_link_does_not_make_it_longer(self, editor, type_text):
        link = Span("länk", (Link("https://example.se"),))
        show(editor, paragraph("a"), Paragraph((link,)))
        place(editor, 1)

        type_text("En ")

        assert said(editor)[1] == Paragraph((Span("En "), link))

    def test_typing_inside_a_link_belongs_to_it(self, editor, type_text):
        show(editor, Paragraph((Span("länk", (Link("https://example.se"),)),)))
        place(editor, 0, 2)

        type_text("x")

        assert said(editor) == (Paragraph((Span("läxnk", (Link("https://example.se"),)),)),)

    def test_typing_at_the_end_of_strong_text_goes_on_strong(self, editor, type_text):
        show(editor, Paragraph((Span("fet", (Strong(),)),)))
        editor.moveCursor(QTextCursor.MoveOperation.End)

        type_text("are")

        assert said(editor) == (Paragraph((Span("fetare", (Strong(),)),)),)
