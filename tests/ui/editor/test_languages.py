"""The language of a passage is set from the menu, shown, taken off, and lays Arabic out from the right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QInputDialog

from editor_app.domain.article import Article
from editor_app.domain.document import Document, Language, ListItem, Paragraph, Quote, Span, Strong, paragraph
from ui.editor.hover_hints import HoverHints
from ui.pickers.title_source import NO_ARTICLES

ARABIC = "أهلا بكم في كلاربرو"
BODY = Document((paragraph("Ett hej då"),))


@pytest.fixture
def editor(article_editor):
    article_editor.show_article(Article("a", language="sv", body=BODY))
    return article_editor


def choose(editor, name):
    editor.languages.follow_cursor()
    (action,) = [one for one in editor.languages.actions() if one.objectName() == f"language_{name}"]
    action.trigger()


def checked(editor):
    editor.languages.follow_cursor()
    return [
        one.objectName().removeprefix("language_") for one in editor.languages.actions() if one.isChecked()
    ]


def select(editor, start, end):
    cursor = editor.body.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.body.setTextCursor(cursor)


def said(editor):
    return editor.body.body().blocks


def test_what_is_selected_gets_the_language_and_one_undo_takes_it_back(editor):
    select(editor, 4, 10)

    choose(editor, "fi")
    marked = said(editor)
    editor.body.undo()

    assert marked == (Paragraph((Span("Ett "), Span("hej då", (Language("fi"),)))),)
    assert said(editor) == BODY.blocks


def test_without_a_selection_it_is_the_whole_paragraph(editor):
    select(editor, 5, 5)

    choose(editor, "se")

    assert said(editor) == (Paragraph((Span("Ett hej då", (Language("se"),)),)),)


def test_without_a_selection_a_marked_passage_gets_the_other_language(editor):
    select(editor, 4, 7)
    choose(editor, "se")
    select(editor, 5, 5)

    choose(editor, "fi")

    assert said(editor) == (Paragraph((Span("Ett "), Span("hej", (Language("fi"),)), Span(" då"))),)
    assert checked(editor) == ["fi"]


def test_no_other_language_takes_it_off_the_whole_passage_and_leaves_other_marks(editor):
    tag = Language("fi")
    marked = Paragraph((Span("Ett "), Span("hej", (tag, Strong())), Span(" då", (tag,))))
    editor.show_article(Article("a", body=Document((marked,))))
    select(editor, 5, 5)

    choose(editor, "none")

    assert said(editor) == (Paragraph((Span("Ett "), Span("hej", (Strong(),)), Span(" då"))),)
    assert checked(editor) == ["none"]


def test_another_language_is_given_by_its_code(editor):
    select(editor, 0, 3)

    choose(editor, "other")
    (dialog,) = editor.window().findChildren(QInputDialog)
    dialog.setTextValue("tr")
    dialog.accept()

    assert said(editor)[0].spans[0] == Span("Ett", (Language("tr"),))
    assert checked(editor) == ["other"]


def test_a_code_that_is_none_is_told(editor, qtbot):
    choose(editor, "other")
    (dialog,) = editor.window().findChildren(QInputDialog)
    dialog.setTextValue("turkiska språket")

    with qtbot.waitSignal(editor.notice) as told:
        dialog.accept()

    assert "turkiska språket" in told.args[0]
    assert said(editor) == BODY.blocks


def test_the_mouse_over_a_passage_is_told_its_language(editor):
    select(editor, 4, 10)
    choose(editor, "fi")
    cursor = editor.body.textCursor()
    cursor.setPosition(5)
    hints = []

    HoverHints(editor.body, NO_ARTICLES).explain(cursor, hints.append)

    assert hints == ["Language: Finnish"]


@pytest.mark.parametrize("kind", [Paragraph, ListItem, Quote])
def test_arabic_blocks_begin_at_the_right_and_swedish_ones_at_the_left(editor, kind):
    first, second = (
        kind(spans=(Span(text),)) if kind is not ListItem else ListItem(False, 1, (Span(text),))
        for text in (ARABIC, "Välkommen")
    )
    editor.show_article(Article("a", language="sv", body=Document((first, second))))
    editor.body.document().documentLayout().documentSize()
    width = editor.body.document().textWidth()

    ends = []
    for number in (0, 1):
        block = editor.body.document().findBlockByNumber(number)
        line = block.layout().lineAt(0).naturalTextRect().translated(block.layout().position())
        ends.append((line.left(), width - line.right()))

    (arabic_left, arabic_right), (swedish_left, swedish_right) = ends
    assert arabic_right < arabic_left
    assert swedish_left < swedish_right
    assert arabic_right == pytest.approx(swedish_left, abs=2)


def test_an_arabic_article_runs_from_the_right_in_every_field_and_that_is_no_edit(editor, qtbot):
    with qtbot.assertNotEmitted(editor.edited, wait=50):
        editor.set_language("ar")

    directions = {
        field.document().defaultTextOption().textDirection()
        for field in (editor.title, editor.lead, editor.body)
    }
    assert directions == {Qt.LayoutDirection.RightToLeft}
    assert not editor.body.document().isUndoAvailable()
