"""A comparison as it is read, stepped through and heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QCheckBox

from editor_app.desk.comparing import compare
from editor_app.domain.article import Article
from editor_app.domain.document import (
    Document,
    Figure,
    Heading,
    Paragraph,
    Span,
    Strong,
    Table,
    paragraph,
)
from editor_app.domain.revision import take_snapshot
from tests.cards import card
from ui.review.compare_view import CompareView
from ui.theme.palette import DARK, LIGHT, make_palette

OPENING = paragraph("Bron öppnar den 4 maj.")
LATER = paragraph("Bron öppnar den 11 maj.")
SAME = tuple(paragraph(f"Stycke nummer {number} som är sig likt.") for number in range(6))


def snapshot(*blocks, contacts=(), **fields):
    return take_snapshot(Article("1", body=Document(blocks), **fields), None, contacts)


@pytest.fixture
def view(qtbot):
    made = CompareView()
    qtbot.addWidget(made)
    made.resize(600, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(qtbot, view, old, new):
    view.show_comparison(compare(old, new))
    qtbot.waitUntil(lambda: view.is_written)


def looks(view, words):
    """Return the format of `words` in the text."""
    cursor = view.text.document().find(words)
    assert not cursor.isNull(), words
    return cursor.charFormat()


def test_added_words_are_underlined_and_removed_ones_struck_through(qtbot, view):
    show(qtbot, view, snapshot(OPENING), snapshot(LATER))

    assert looks(view, "11").fontUnderline()
    assert looks(view, "4").fontStrikeOut()
    assert not looks(view, "Bron").fontUnderline()
    assert view.summary() == "1 word added, 1 removed"


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_changed_words_can_be_read_on_their_ground(qtbot, view, scheme):
    view.setPalette(make_palette(scheme))
    bold = Paragraph((Span("Bron", (Strong(),)), Span(" öppnar den 11 maj.")))
    show(qtbot, view, snapshot(OPENING), snapshot(bold))

    for words in ("4", "11", "Bron"):
        form = looks(view, words)
        assert contrast(form.foreground().color(), form.background().color()) >= 4.5


def test_equal_texts_are_said_to_be_the_same(qtbot, view):
    show(qtbot, view, snapshot(OPENING), snapshot(OPENING))

    assert view.summary() == "The texts are the same."
    assert view.changes == ()


def test_keys_go_from_change_to_change_and_each_is_said_in_words(qtbot, view):
    show(qtbot, view, snapshot(OPENING, title="Bron"), snapshot(LATER, title="Bron öppnar"))

    view.text.setFocus()
    said = []
    for _time in range(3):
        qtbot.keyClick(view.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        said.append(view.change_line())
    qtbot.keyClick(view.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert said == [
        "Change 1 of 2: Added: “öppnar”",
        "Change 2 of 2: “4” became “11”",
        "Change 1 of 2: Added: “öppnar”",
    ]
    assert view.change_line() == said[1]
    assert view.text.textCursor().selectedText() == "4\u200911"


def test_unchanged_paragraphs_are_folded_until_they_are_asked_for(qtbot, view):
    show(qtbot, view, snapshot(OPENING, *SAME), snapshot(LATER, *SAME))

    assert "5 unchanged paragraphs" in view.text.toPlainText()
    assert "nummer 0" in view.text.toPlainText()
    assert "nummer 3" not in view.text.toPlainText()

    qtbot.mouseClick(view.findChild(QCheckBox, "unchanged"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.is_written)
    assert "nummer 3" in view.text.toPlainText()
    assert "unchanged" not in view.text.toPlainText()


def test_a_paragraph_that_became_a_heading_is_said_to(qtbot, view):
    words = (Span("Så leds trafiken om"),)
    show(qtbot, view, snapshot(Paragraph(words)), snapshot(Heading(level=2, spans=words)))

    assert [change.sentence for change in view.changes] == ["Paragraph became Heading 2"]
    assert view.summary() == "The words are the same. What differs is marked."


def test_a_word_that_became_bold_is_told_from_a_new_one(qtbot, view):
    bold = Paragraph((Span("Bron", (Strong(),)), Span(" öppnar den 4 maj.")))
    show(qtbot, view, snapshot(OPENING), snapshot(bold))

    assert [change.sentence for change in view.changes] == ["“Bron”: now bold"]
    assert looks(view, "Bron").fontWeight() > looks(view, "maj").fontWeight()


def test_details_stand_old_beside_new(qtbot, view):
    eva = card("e", "Eva Nord", phone="08-465 004 02")
    show(qtbot, view, snapshot(OPENING), snapshot(OPENING, contacts=(eva,), record_number="KS 2026/7"))

    assert [change.sentence for change in view.changes] == [
        "Contacts: Added: “Eva Nord, 08-465 004 02”",
        "Record number: Added: “KS 2026/7”",
    ]
    assert "Before" in view.text.toPlainText()


def test_cells_of_a_table_are_marked_one_by_one(qtbot, view):
    tables = [
        Table(rows=(((Span("Dag"),), (Span("Tid"),)), ((Span("Måndag"),), (Span(hours),))))
        for hours in ("8–16", "8–18")
    ]
    show(qtbot, view, snapshot(tables[0]), snapshot(tables[1]))

    assert [change.sentence for change in view.changes] == ["“16” became “18”"]
    assert looks(view, "18").fontUnderline()


def test_a_large_table_is_written_whole_though_in_pieces(qtbot, view):
    old, new = (
        Table(rows=tuple(((Span(f"Dag {row}"),), (Span(f"{row}–{end}"),)) for row in range(70)))
        for end in ("16", "18")
    )
    show(qtbot, view, snapshot(old), snapshot(new))

    pieces = view.text.document().rootFrame().childFrames()
    assert [(piece.rows(), piece.columns()) for piece in pieces] == [(30, 2), (30, 2), (10, 2)]
    assert len(view.changes) == 70
    assert pieces[2].cellAt(9, 0).firstCursorPosition().block().text() == "Dag 69"
    assert looks(view, "Dag 0").fontWeight() > looks(view, "Dag 30").fontWeight()


def test_both_images_are_fetched_where_one_took_the_place_of_another(qtbot):
    asked = {}
    view = CompareView(asked.setdefault)
    qtbot.addWidget(view)
    view.resize(600, 500)
    with qtbot.waitExposed(view):
        view.show()
    show(
        qtbot,
        view,
        snapshot(Figure("a" * 64, alt="En bro")),
        snapshot(Figure("b" * 64, alt="En bro")),
    )
    qtbot.waitUntil(lambda: len(asked) == 2)
    before = view.text.document().size().height()
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))

    for done in asked.values():
        done(image)
    QApplication.processEvents()

    assert view.text.document().size().height() > before + 100
    assert [change.sentence for change in view.changes] == ["Another image"]


def test_markup_in_a_text_is_only_text(qtbot, view):
    words = "<b>Bron</b> & <img src=x>"
    show(qtbot, view, snapshot(paragraph("Bron")), snapshot(paragraph(words)))

    view.text.moveCursor(QTextCursor.MoveOperation.End)
    assert words in view.text.toPlainText()


def test_a_sentence_can_stand_in_the_place_of_a_comparison(qtbot, view):
    show(qtbot, view, snapshot(OPENING), snapshot(LATER))

    view.say("There is nothing to compare with yet.")

    assert view.summary() == "There is nothing to compare with yet."
    assert view.text.toPlainText() == ""
    assert view.changes == ()


def contrast(one, other):
    """Return the contrast ratio of two colours as WCAG 2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
