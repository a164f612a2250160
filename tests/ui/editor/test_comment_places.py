"""Passages of an article and places in its fields are the same, however Qt counts."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from editor_app.desk.values import PlacedComment
from editor_app.domain.article import Article
from editor_app.domain.comment import LEAD, TITLE, Comment, CommentOccasion, Passage
from editor_app.domain.document import Document, Figure, Span, Table, paragraph
from editor_app.domain.normalize import normalize
from editor_app.domain.passages import commented_texts
from tests.desk.conftest import Clock
from tests.strategies import documents
from ui.editor.comment_marks import CommentMarks
from ui.editor.comment_places import CommentPlaces

FIGURE = Figure("a" * 64, alt="En bro", caption="Bron över ån")
TABLE = Table(rows=(((Span("År"),), (Span("Mil"),)),))
BODY = Document((paragraph("Först 😀 kommer bron."), FIGURE, paragraph("Sedan vägen."), TABLE))


def places_of(editor):
    return CommentPlaces(editor.title, editor.lead, editor.body)


def show(editor, **words):
    editor.show_article(Article("a", **words))
    return places_of(editor)


def select(field, start, end):
    cursor = QTextCursor(field.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def comment(passage, number=0, **words):
    made = Comment(f"c{number}", "a", None, CommentOccasion.NOTE, "Hm", "Bo", Clock()(), passage, **words)
    return PlacedComment(made, passage)


def test_what_is_selected_behind_an_emoji_is_counted_in_code_points(article_editor):
    places = show(article_editor, body=BODY)

    passage = places.passage_at(article_editor.body, select(article_editor.body, 9, 16))

    assert passage == Passage(0, 8, 14, "kommer")
    assert "Först 😀 kommer bron."[8:14] == "kommer"
    field, cursor = places.cursor_at(passage, places.texts())
    assert (field, cursor.selectedText()) == (article_editor.body, "kommer")


def test_space_around_what_is_selected_is_no_part_of_a_passage(article_editor):
    places = show(article_editor, body=Document((paragraph("Bron är klar."),)))

    assert places.passage_at(article_editor.body, select(article_editor.body, 4, 8)).quoted == "är"
    assert places.passage_at(article_editor.body, select(article_editor.body, 4, 5)) is None


def test_an_image_or_a_table_is_commented_on_as_a_whole(article_editor):
    places = show(article_editor, body=BODY)
    for number, words in ((1, "Bron över ån"), (3, "År\tMil")):
        block = article_editor.body.document().findBlockByNumber(number)

        passage = places.passage_at(article_editor.body, QTextCursor(block))

        assert passage == Passage(number, 0, len(words), words)
        _, cursor = places.cursor_at(passage, places.texts())
        assert cursor.selectionStart() == block.position()
        assert cursor.selectedText() == "\ufffc"


def test_title_and_lead_have_passages_too(article_editor):
    places = show(article_editor, title="Ny bro", lead="Den är klar.")

    assert places.passage_at(article_editor.title, select(article_editor.title, 3, 6)) == Passage(
        TITLE, 3, 6, "bro"
    )
    field, cursor = places.cursor_at(Passage(LEAD, 7, 11, "klar"), places.texts())
    assert (field, cursor.selectedText()) == (article_editor.lead, "klar")


def test_blank_paragraphs_are_no_blocks_of_the_article(article_editor):
    places = show(article_editor, body=Document((paragraph("Ett."), paragraph("Två."))))
    article_editor.body.setTextCursor(select(article_editor.body, 4, 4))
    article_editor.body.textCursor().insertBlock()

    passage = places.passage_at(article_editor.body, select(article_editor.body, 6, 9))

    assert passage == Passage(1, 0, 3, "Två")
    assert places.cursor_at(passage, places.texts())[1].selectedText() == "Två"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(documents.map(normalize), st.data())
def test_whatever_is_selected_in_any_text_is_found_again(article_editor, document, data):
    places = show(article_editor, body=document)
    last = article_editor.body.document().characterCount() - 1
    start = data.draw(st.integers(0, last))
    end = data.draw(st.integers(start, last))

    passage = places.passage_at(article_editor.body, select(article_editor.body, start, end))

    if passage is not None:
        text = commented_texts(Article("a", body=article_editor.body.body()))[passage.block]
        assert text[passage.start : passage.end] == passage.quoted
        assert places.cursor_at(passage, places.texts()) is not None


def test_marks_follow_what_is_typed_and_are_no_step_to_undo(article_editor, qtbot):
    places = show(article_editor, body=BODY)
    marks = CommentMarks(places, article_editor)

    marks.show([comment(Passage(2, 6, 11, "vägen")), comment(Passage(0, 0, 5, "Först"), 1)])
    stepless = article_editor.body.document().isUndoAvailable()
    article_editor.body.setTextCursor(select(article_editor.body, 0, 0))
    qtbot.keyClicks(article_editor.body, "Nu: ")

    assert not stepless
    assert marks.in_order() == ["c1", "c0"]
    assert not marks.are_stale()
    assert marks.go_to("c0")
    assert article_editor.body.textCursor().block().text() == "Sedan vägen."
    assert article_editor.body.body().blocks[0] == paragraph("Nu: Först 😀 kommer bron.")


def test_words_typed_into_a_passage_make_its_mark_stale(article_editor, qtbot):
    marks = CommentMarks(show(article_editor, body=BODY), article_editor)
    marks.show([comment(Passage(0, 0, 5, "Först"))])

    article_editor.body.setTextCursor(select(article_editor.body, 2, 2))
    qtbot.keyClicks(article_editor.body, "x")

    assert marks.are_stale()


def test_a_passage_that_was_deleted_before_it_could_be_marked_is_looked_up_again(article_editor):
    marks = CommentMarks(show(article_editor, body=Document((paragraph("Nytt."),))), article_editor)

    marks.show([comment(Passage(0, 0, 14, "fyra kilometer"))])

    assert marks.in_order() == []
    assert marks.are_stale()


def test_only_open_comments_are_marked(article_editor):
    marks = CommentMarks(show(article_editor, body=BODY), article_editor)

    marks.show([comment(Passage(0, 0, 5, "Först"), settled_at=Clock()())])

    assert marks.in_order() == []
    assert marks.beside_cursor(1) == ""
