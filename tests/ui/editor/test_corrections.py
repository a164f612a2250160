"""Quotation marks and dashes are put right as one types; one undo brings back what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from editor_app.domain.article import Article
from editor_app.domain.document import Document, Language, ListItem, Paragraph, Quote, Span, Strong, paragraph
from ui.editor.corrections import Correction, correction_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("before", "language", "shown"),
    [
        ('"', "sv", "”"),
        ('Han sa "ja"', "sv", "”"),
        ("Klara'", "sv", "’"),
        ('Han sa "', "", "”"),
        ('She said "', "en", "“"),
        ('She said “yes"', "en-GB", "”"),
        ("don'", "en", "’"),
        ("He said '", "en", "‘"),
        ('("', "en", "“"),
        ('Er sagte "', "de", "„"),
        ("klockan 9--", "sv", "–"),
        ("med mera...", "sv", "…"),
    ],
)
def test_what_is_typed_is_put_right_by_the_language(before, language, shown):
    correction = correction_of(before, language)

    assert correction is not None
    assert correction.shown == shown


@pytest.mark.parametrize(
    ("before", "language"),
    [
        ("---", "sv"),
        ("....", "sv"),
        ("-", "sv"),
        ("..", "sv"),
        ("", "sv"),
        ("se https://klarebro.example/a--", "sv"),
        ("se www.klarebro.example...", "sv"),
        ("post@klarebro--", "sv"),
        ('"', "ar"),
        ("ord", "sv"),
    ],
)
def test_what_is_right_or_part_of_an_address_is_left(before, language):
    assert correction_of(before, language) is None


def test_a_correction_names_what_it_takes_away():
    assert correction_of("9--", "sv") == Correction("--", "–")


def show(editor, *blocks, language="sv", title=""):
    editor.show_article(Article("a", title=title, language=language, body=Document(blocks)))
    editor.body.moveCursor(QTextCursor.MoveOperation.End)


def said(editor):
    return editor.body.body().blocks


def test_undo_right_after_takes_back_only_the_correction(article_editor, type_text_in, qtbot):
    show(article_editor)
    type_text_in(article_editor.body, 'Hon sa "')
    corrected = said(article_editor)

    qtbot.keyClick(article_editor.body, Qt.Key.Key_Z, CONTROL)

    assert corrected == (paragraph("Hon sa ”"),)
    assert said(article_editor) == (paragraph('Hon sa "'),)
    assert article_editor.body.textCursor().position() == len('Hon sa "')


def test_redo_brings_the_correction_back(article_editor, type_text_in):
    show(article_editor)
    type_text_in(article_editor.body, "9--")

    article_editor.body.undo()
    article_editor.body.redo()

    assert said(article_editor) == (paragraph("9–"),)


def test_what_was_undone_is_not_put_right_again_at_that_place(article_editor, type_text_in, qtbot):
    show(article_editor)
    type_text_in(article_editor.body, 'En 5"')
    article_editor.body.undo()

    type_text_in(article_editor.body, " tum")
    went_on = said(article_editor)
    for _ in range(5):
        qtbot.keyClick(article_editor.body, Qt.Key.Key_Backspace)
    type_text_in(article_editor.body, '" och "')

    assert went_on == (paragraph('En 5" tum'),)
    assert said(article_editor) == (paragraph('En 5" och ”'),)


def test_what_was_undone_in_one_article_is_put_right_in_the_next(article_editor, type_text_in, qtbot):
    long = [paragraph("Klarebro bygger en bro")] * 30
    for _ in range(40):
        show(article_editor, *long)
        type_text_in(article_editor.body, ' "')
        qtbot.keyClick(article_editor.body, Qt.Key.Key_Z, CONTROL)
        show(article_editor)
        type_text_in(article_editor.body, '"')
        qtbot.keyClick(article_editor.body, Qt.Key.Key_Z, CONTROL)

    show(article_editor)
    type_text_in(article_editor.body, '"')

    assert said(article_editor) == (paragraph("”"),)


def test_the_marks_of_the_words_stay_on_what_is_put_right(article_editor, type_text_in):
    show(article_editor, Paragraph((Span("Fet", (Strong(),)),)))

    type_text_in(article_editor.body, "--")

    assert said(article_editor) == (Paragraph((Span("Fet–", (Strong(),)),)),)


def test_a_passage_in_english_gets_english_marks_in_a_swedish_article(article_editor, type_text_in):
    show(article_editor, Paragraph((Span("they said ", (Language("en"),)),)))

    type_text_in(article_editor.body, '"')

    assert said(article_editor) == (Paragraph((Span("they said “", (Language("en"),)),)),)


def test_the_language_of_the_article_may_change_while_it_is_open(article_editor, type_text_in):
    show(article_editor)

    article_editor.set_language("en")
    type_text_in(article_editor.body, '"Yes"')

    assert said(article_editor) == (paragraph("“Yes”"),)


def test_it_works_in_a_list_and_over_a_selection(article_editor, type_text_in):
    show(article_editor, ListItem(False, 1, (Span("Ett"),)))
    article_editor.body.selectAll()

    type_text_in(article_editor.body, '"')

    assert said(article_editor) == (ListItem(False, 1, (Span("”"),)),)


def test_two_hyphens_and_a_space_begin_a_quote(article_editor, type_text_in):
    show(article_editor)

    type_text_in(article_editor.body, "-- Ja")

    assert said(article_editor) == (Quote((Span("Ja"),)),)


def test_what_an_input_method_commits_is_put_right(article_editor):
    show(article_editor)
    event = QInputMethodEvent()
    event.setCommitString('"')

    QApplication.sendEvent(article_editor.body, event)

    assert said(article_editor) == (paragraph("”"),)


def test_the_title_is_put_right_too_and_undone_by_one_step(article_editor, type_text_in):
    show(article_editor)
    article_editor.title.setFocus()

    type_text_in(article_editor.title, "Bron 'Klara")
    steps = [article_editor.title.words()]
    for _ in range(2):
        article_editor.title.undo()
        steps.append(article_editor.title.words())

    assert steps == ["Bron ’Klara", "Bron ’", "Bron '"]


def test_it_can_be_switched_off(article_editor, type_text_in):
    show(article_editor)

    article_editor.correct_typing(False)
    type_text_in(article_editor.body, '"9--...')

    assert said(article_editor) == (paragraph('"9--...'),)
