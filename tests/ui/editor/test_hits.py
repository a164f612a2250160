"""Hits in Qt's positions."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from editor_app.domain.document import Document, Figure, Span, Table, paragraph
from editor_app.domain.occurrences import Wanted
from tests.strategies import documents, texts
from ui.editor.hits import hits_in, units
from ui.editor.mapping import write


def document_of(body):
    document = QTextDocument()
    write(body, document)
    return document


def text_at(document, hit):
    cursor = QTextCursor(document)
    cursor.setPosition(hit.start)
    cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_positions_count_emoji_twice():
    document = document_of(Document((paragraph("👩‍👩‍👧 bro"), paragraph("😀 bro"))))

    hits = list(hits_in(document, Wanted("bro")))

    assert [text_at(document, hit) for hit in hits] == ["bro", "bro"]


def test_a_table_or_a_figure_with_the_words_is_one_hit():
    table = Table(rows=(((Span("bro"),), (Span("bro"),)),))
    figure = Figure("a" * 64, alt="En bro", caption="Bron", credit="Bro Ek")
    document = document_of(Document((paragraph("bro"), table, figure, Figure("b" * 64, alt="Ett torg"))))

    hits = list(hits_in(document, Wanted("bro")))

    assert [hit.in_object for hit in hits] == [False, True, True]


@given(st.one_of(documents), st.sampled_from(["å", "e", " ", "😀", "e\u0301", "ö å", "&amp;"]))
def test_what_is_selected_by_a_hit_is_what_was_looked_for(body, words):
    document = document_of(body)

    for hit in hits_in(document, Wanted(words, match_case=True)):
        assert hit.in_object or text_at(document, hit).replace("\xa0", " ").replace("\xad", "") in {
            words,
            "é" if words == "e\u0301" else words,
        }


@given(texts)
def test_units_are_what_qt_counts(text):
    document = QTextDocument()
    QTextCursor(document).insertText(text.replace("\x00", ""))

    assert units(document.toRawText()) == document.characterCount() - 1
