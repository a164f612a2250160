"""Finding and replacing words in the article, with the keys that people know."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from editor_app.domain.article import Article
from editor_app.domain.document import (
    Document,
    Emphasis,
    FactTitle,
    Figure,
    Heading,
    Language,
    Link,
    ListItem,
    Paragraph,
    Span,
    Strong,
    Table,
    paragraph,
)
from ui.editor.article_editor import ArticleEditor
from ui.pickers.image_source import ImageSource

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ARTICLE = Article(
    "a",
    title="Ny bro över ån",
    lead="Bron 😀 öppnar i maj.",
    body=Document(
        (
            paragraph("En bro är en bro."),
            FactTitle((Span("Bron i siffror"),)),
            Paragraph((Span("Ingen väg."),), boxed=True),
        )
    ),
)


@pytest.fixture
def editor(qtbot):
    nothing = dict.fromkeys((field.name for field in fields(ImageSource)), lambda *_: None)
    editor = ArticleEditor(ImageSource(**nothing))
    qtbot.addWidget(editor)
    editor.resize(820, 700)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.show_article(ARTICLE)
    editor.title.setFocus()
    return editor


@pytest.fixture
def bar(editor):
    return editor.find_bar


@pytest.fixture
def look_for(bar, type_text_in):
    def look(words, *, replacing=False):
        bar.open(replacing=replacing)
        type_text_in(bar.wanted, words)

    return look


def show(editor, *blocks):
    editor.show_article(Article("a", body=Document(blocks)))
    editor.body.setFocus()


def blocks(editor):
    return editor.apply_to(ARTICLE).body.blocks


def selected(editor):
    """Return what is selected in title, lead and body."""
    return tuple(field.textCursor().selectedText() for field in (editor.title, editor.lead, editor.body))


def marked(field):
    return [place.cursor.selectedText() for place in field.extraSelections()]


def test_typing_finds_in_title_lead_and_body_as_in_one_text(qtbot, editor, bar, look_for):
    look_for("bro")

    assert (marked(editor.title), marked(editor.lead)) == (["bro"], ["Bro"])
    assert marked(editor.body) == ["bro", "bro", "Bro"]
    assert bar.count.text() == "1 of 5"
    assert selected(editor) == ("bro", "", "")


def test_enter_goes_on_shift_enter_back_and_both_go_round(qtbot, editor, bar, look_for):
    look_for("bro")

    qtbot.keyClick(bar.wanted, Key.Key_Return)
    second = selected(editor)
    qtbot.keyClick(bar.wanted, Key.Key_Return)
    third = selected(editor)
    for _ in range(3):
        qtbot.keyClick(bar.wanted, Key.Key_Return, SHIFT)

    assert (second, third) == (("", "Bro", ""), ("", "", "bro"))
    assert selected(editor) == ("", "", "Bro")
    assert bar.count.text() == "5 of 5"
    assert bar.note.text() == "On from the end."

    qtbot.keyClick(bar.wanted, Key.Key_Return)

    assert selected(editor) == ("bro", "", "")
    assert bar.note.text() == "On from the top."


def test_the_search_begins_where_the_cursor_is(qtbot, editor, bar, look_for):
    editor.body.setFocus()
    editor.body.moveCursor(QTextCursor.MoveOperation.End)

    look_for("bro")

    assert bar.count.text() == "1 of 5"
    qtbot.keyClick(bar.wanted, Key.Key_Escape)
    editor.body.setFocus()
    editor.body.moveCursor(QTextCursor.MoveOperation.Start)
    bar.open(replacing=False)
    qtbot.keyClicks(bar.wanted, "bro")

    assert bar.count.text() == "3 of 5"


def test_what_is_selected_is_what_is_looked_for(qtbot, editor, bar):
    editor.title.setFocus()
    editor.title.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)

    bar.open(replacing=False)

    assert bar.wanted.text() == "Ny"
    assert bar.wanted.selectedText() == "Ny"
    assert bar.count.text() == "1 of 1"


def test_escape_goes_back_to_the_words_that_were_found(qtbot, editor, bar, look_for):
    look_for("öppnar")

    qtbot.keyClick(bar.wanted, Key.Key_Escape)

    assert not bar.isVisible()
    assert editor.lead.hasFocus()
    assert selected(editor) == ("", "öppnar", "")
    assert marked(editor.lead) == []


def test_escape_in_the_text_closes_the_bar_too(qtbot, editor, bar, look_for):
    look_for("öppnar")
    editor.body.setFocus()

    qtbot.keyClick(editor.body, Key.Key_Escape)

    assert not bar.isVisible()
    assert editor.body.hasFocus()


def test_going_on_works_without_the_bar(qtbot, editor, bar, look_for):
    look_for("bro")
    qtbot.keyClick(bar.wanted, Key.Key_Escape)

    bar.go(1)

    assert selected(editor) == ("", "Bro", "")
    assert bar.isVisible()


def test_case_and_whole_words_can_be_asked_for(qtbot, editor, bar, look_for):
    look_for("Bro")

    qtbot.mouseClick(bar.match_case, Qt.MouseButton.LeftButton)
    with_case = bar.count.text()
    qtbot.mouseClick(bar.whole_words, Qt.MouseButton.LeftButton)

    assert with_case == "1 of 2"
    assert bar.count.text() == "No hit"


def test_what_is_not_found_is_said_and_nothing_can_be_replaced(qtbot, bar, look_for):
    look_for("tunnel", replacing=True)

    assert bar.count.text() == "No hit"
    assert not bar.replace_all.isEnabled()
    assert not bar.replace.isEnabled()


def test_hits_follow_what_is_typed_in_the_text(qtbot, editor, bar, look_for):
    look_for("bro")
    editor.body.setFocus()
    editor.body.moveCursor(QTextCursor.MoveOperation.End)

    qtbot.keyClicks(editor.body, " Bro")

    qtbot.waitUntil(lambda: bar.count.text() == "6 hits")
    assert marked(editor.body)[-1] == "Bro"


def test_looking_is_no_edit(qtbot, editor, bar, look_for):
    with qtbot.assertNotEmitted(editor.edited, wait=50):
        look_for("bro")
        qtbot.keyClick(bar.wanted, Key.Key_Return)

    assert not editor.body.document().isUndoAvailable()


def test_replacing_goes_hit_by_hit_through_all_three(qtbot, editor, bar, look_for):
    look_for("bro", replacing=True)
    bar.replacement.setText("väg")
    bar.replacement.setFocus()

    for _ in range(3):
        qtbot.keyClick(bar.replacement, Key.Key_Return)

    article = editor.apply_to(ARTICLE)
    assert (article.title, article.lead) == ("Ny väg över ån", "vägn 😀 öppnar i maj.")
    assert article.body.blocks[0] == paragraph("En väg är en bro.")
    assert bar.count.text() == "1 of 2"


@pytest.mark.parametrize("mark", [Strong(), Emphasis(), Link("https://example.se"), Language("en")])
def test_replaced_words_keep_their_marks_and_their_neighbours_theirs(qtbot, editor, bar, look_for, mark):
    show(editor, Paragraph((Span("En "), Span("gammal bro", (mark,)), Span(" här"))))
    look_for("bro", replacing=True)
    qtbot.keyClicks(bar.replacement, "tunnel")

    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)

    assert blocks(editor) == (Paragraph((Span("En "), Span("gammal tunnel", (mark,)), Span(" här"))),)


def test_words_in_several_marks_take_those_of_their_first_letter(qtbot, editor, bar, look_for):
    show(editor, Paragraph((Span("Ny"), Span("bron", (Strong(),)), Span("s dag"))))
    look_for("brons", replacing=True)
    qtbot.keyClicks(bar.replacement, "tunnelns")

    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)

    assert blocks(editor) == (Paragraph((Span("Ny"), Span("tunnelns", (Strong(),)), Span(" dag"))),)


def test_replacing_all_is_one_step_to_undo_and_keeps_every_block(qtbot, editor, bar, look_for):
    written = (
        Heading(2, (Span("bro 😀 bro"),)),
        ListItem(True, 1, (Span("bro"),)),
        FactTitle((Span("bro"),)),
        Paragraph((Span("e\u0301n bro\nbro"),), boxed=True),
        paragraph("bro"),
    )
    show(editor, *written)
    before = blocks(editor)
    look_for("bro", replacing=True)
    qtbot.keyClicks(bar.replacement, "bro bro")

    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    replaced = blocks(editor)
    editor.body.undo()

    assert bar.note.text() == "7 replaced."
    assert replaced == (
        Heading(2, (Span("bro bro 😀 bro bro"),)),
        ListItem(True, 1, (Span("bro bro"),)),
        FactTitle((Span("bro bro"),)),
        Paragraph((Span("én bro bro\nbro bro"),), boxed=True),
        paragraph("bro bro"),
    )
    assert blocks(editor) == before
    assert not editor.body.document().isUndoAvailable()


def test_words_can_be_replaced_by_nothing(qtbot, editor, bar, look_for):
    show(editor, Heading(2, (Span("bro"),)), paragraph("En bro"))
    look_for("bro", replacing=True)

    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)

    assert blocks(editor) == (Heading(2), paragraph("En "))


def test_tables_and_figures_are_found_but_left_as_they_are_and_said_so(qtbot, editor, bar, look_for):
    table = Table(rows=((((Span("bro"),)), ((Span("bro"),))),))
    figure = Figure("a" * 64, alt="En bro")
    show(editor, paragraph("bro"), table, figure, paragraph("slut"))
    look_for("bro", replacing=True)

    qtbot.keyClick(bar.wanted, Key.Key_Return)
    at_table, can_replace = bar.note.text(), bar.replace.isEnabled()
    on_table = editor.body.current_object()
    bar.replacement.setText("väg")
    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)

    assert on_table == table
    assert at_table == "This stands in a table or at an image. Open that to change the words."
    assert not can_replace
    assert blocks(editor) == (paragraph("väg"), table, figure, paragraph("slut"))
    assert bar.note.text() == (
        "1 replaced. 2 tables and images have the words too: open them to change them."
    )


def test_only_what_is_in_sight_is_marked_and_scrolling_marks_the_rest(qtbot, editor, bar, look_for):
    show(editor, *(paragraph(f"bro {number}") for number in range(400)))
    look_for("bro")
    at_top = len(marked(editor.body))

    editor.body.verticalScrollBar().setValue(editor.body.verticalScrollBar().maximum())

    assert 0 < at_top < 100
    assert bar.count.text() == "1 of 400"
    assert marked(editor.body)
    assert editor.body.extraSelections()[-1].cursor.blockNumber() == 399


def test_found_words_may_go_with_all_the_others(qtbot, editor, look_for):
    show(editor, *(paragraph(f"bro {number}") for number in range(400)))
    look_for("bro")
    bar_of_body = editor.body.verticalScrollBar()
    bar_of_body.setValue(bar_of_body.maximum())

    # The text scrolls as it goes; a warning of Qt's fails the test.
    editor.body.selectAll()
    qtbot.keyClick(editor.body, Key.Key_Delete)

    qtbot.waitUntil(lambda: marked(editor.body) == [])


def test_another_article_is_searched_in_its_turn(qtbot, editor, bar, look_for):
    look_for("bro")

    show(editor, paragraph("En bro"))

    qtbot.waitUntil(lambda: bar.count.text() == "1 hit")


def test_tab_goes_from_what_to_find_to_what_to_put_there(qtbot, editor, bar, look_for):
    look_for("bro", replacing=True)

    passed = []
    for _step in range(3):
        qtbot.keyClick(editor.focusWidget(), Key.Key_Tab)
        passed.append(editor.focusWidget())

    assert passed == [bar.replacement, bar.replace, bar.replace_all]
