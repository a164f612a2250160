"""Copy and paste inside the program, and what comes in from elsewhere."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QAction, QImage, QTextCursor

from editor_app.domain.document import (
    Document,
    Emphasis,
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
from editor_app.domain.normalize import normalize
from tests.strategies import documents
from ui.editor.body_editor import BodyEditor
from ui.editor.clipboard import DOCUMENT_TYPE, from_text
from ui.editor.copying import to_html, to_mime, to_text

WHOLE = Document(
    (
        Heading(3, (Span("Rubrik"),)),
        Quote((Span("Sagt "), Span("så", (Emphasis(),)))),
        ListItem(False, 1, (Span("a"),)),
        ListItem(False, 2, (Span("b", (Link("https://example.se/?a=1&b=2"),)),)),
        FactTitle((Span("Fakta"),)),
        ListItem(True, 1, (Span("ett"),), boxed=True),
        Figure("a" * 64, alt="En bro"),
        paragraph("Slut"),
    )
)


def words(text):
    return (Span(text),)


def select(editor, start, end):
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def plain(text):
    data = QMimeData()
    data.setText(text)
    return data


@settings(max_examples=60)
@given(document=documents)
def test_what_is_copied_whole_is_pasted_whole(qapp, document):
    source, target = BodyEditor(), BodyEditor()
    source.set_body(document)
    source.selectAll()

    if source.textCursor().hasSelection():
        target.insertFromMimeData(source.createMimeDataFromSelection())

        assert target.body() == normalize(document)
        target.undo()
        assert target.body() == Document()


def test_a_part_of_a_heading_is_pasted_as_words_with_their_marks(editor):
    editor.set_body(Document((Heading(2, (Span("Ett "), Span("två", (Emphasis(),)))), paragraph("tre"))))
    select(editor, 2, 6)
    copied = editor.createMimeDataFromSelection()
    editor.moveCursor(QTextCursor.MoveOperation.End)

    editor.insertFromMimeData(copied)

    assert editor.body().blocks[1] == Paragraph((Span("tret "), Span("tv", (Emphasis(),))))


def test_blocks_pasted_in_the_middle_part_the_paragraph(editor):
    editor.set_body(Document((paragraph("framochbak"),)))
    select(editor, 4, 7)

    editor.insertFromMimeData(to_mime(Document((Heading(2, words("R")), ListItem(False, 1, words("p"))))))

    assert editor.body().blocks == (
        paragraph("fram"),
        Heading(2, words("R")),
        ListItem(False, 1, words("p")),
        paragraph("bak"),
    )


def test_a_paste_over_a_selection_is_one_step_to_undo(editor):
    before = Document((paragraph("ett två"), Quote(words("tre"))))
    editor.set_body(before)
    select(editor, 3, 9)

    editor.insertFromMimeData(to_mime(WHOLE))
    editor.undo()

    assert editor.body() == before
    assert not editor.document().isUndoAvailable()


def test_blocks_pasted_into_a_fact_box_belong_to_it(editor):
    editor.set_body(Document((FactTitle(words("Fakta")), Paragraph(words("ett"), boxed=True))))
    editor.moveCursor(QTextCursor.MoveOperation.End)

    editor.insertFromMimeData(to_mime(Document((paragraph(" två"), Quote(words("tre"))))))

    assert editor.body().blocks[1:] == (
        Paragraph(words("ett två"), boxed=True),
        Quote(words("tre"), boxed=True),
    )


def test_lines_from_elsewhere_become_blocks_by_their_signs():
    text = "Först\r\n\r\n• ett\n- två\n1. tre\n– Fyra, säger hon.\n2024-02-26"

    assert from_text(text).blocks == (
        paragraph("Först"),
        ListItem(False, 1, words("ett")),
        ListItem(False, 1, words("två")),
        ListItem(True, 1, words("tre")),
        Quote(words("Fyra, säger hon.")),
        paragraph("2024-02-26"),
    )


def test_a_clipboard_that_cannot_be_read_gives_its_plain_text(editor):
    data = plain("Kvar")
    data.setData(DOCUMENT_TYPE, b"{broken")

    editor.insertFromMimeData(data)

    assert editor.body().blocks == (paragraph("Kvar"),)


def test_images_from_elsewhere_are_handed_over_and_do_not_stand_in_the_text_yet(editor, qtbot):
    files, picture = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/bro.jpg"), QUrl.fromLocalFile("/tmp/not.txt")])
    screenshot = QImage(2, 2, QImage.Format.Format_RGB32)
    screenshot.fill(0)
    picture.setImageData(screenshot)

    with qtbot.waitSignal(editor.images_brought) as brought_files:
        editor.insertFromMimeData(files)
    with qtbot.waitSignal(editor.images_brought) as brought_picture:
        editor.insertFromMimeData(picture)

    assert brought_files.args == [(Path("/tmp/bro.jpg"),)]
    assert brought_picture.args == [(screenshot,)]
    assert editor.body() == Document()


def test_words_that_come_with_a_picture_of_themselves_are_pasted_as_words(editor, qtbot):
    data = plain("Kvar")
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))

    with qtbot.assertNotEmitted(editor.images_brought):
        editor.insertFromMimeData(data)

    assert editor.body().blocks == (paragraph("Kvar"),)


def test_a_text_file_is_left_for_the_window_to_take_in(editor):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/nyhet.txt")])

    assert not editor.canInsertFromMimeData(data)


def test_other_programs_get_escaped_html_and_plain_lines():
    document = Document((*WHOLE.blocks[:6], Paragraph((Span("<b>&", (Strong(),)),))))

    assert "<strong>&lt;b&gt;&amp;</strong>" in to_html(document)
    assert '<a href="https://example.se/?a=1&amp;b=2">b</a>' in to_html(document)
    assert to_text(document).splitlines() == [
        "Rubrik",
        "– Sagt så",
        "• a",
        "• b",
        "Fakta",
        "1. ett",
        "<b>&",
    ]


def test_cut_across_a_figure_leaves_no_half_of_it(editor):
    editor.set_body(Document((paragraph("ab"), Figure("a" * 64, alt="En bro"), paragraph("cd"))))
    select(editor, 1, 6)

    editor.cut()

    assert editor.body().blocks == (paragraph("ad"),)


@pytest.mark.parametrize("name", ["edit-cut", "edit-delete"])
def test_the_context_menu_takes_figures_away_whole(editor, name):
    editor.set_body(Document((paragraph("ab"), Figure("a" * 64, alt="En bro"), Quote(words("cd")))))
    select(editor, 1, 4)

    editor.context_menu(QPoint(5, 5)).findChild(QAction, name).trigger()

    assert editor.body().blocks == (paragraph("a"), Quote(words("cd")))


def test_a_line_longer_than_anybody_writes_comes_as_several_paragraphs():
    assert len(from_text("Ord och mera. " * 1_000).blocks) == 3
