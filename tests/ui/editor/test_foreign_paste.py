"""A paste from another program: blocks at the cursor, in one step, and a word on what stayed behind."""

from base64 import b64encode
from functools import partial
from hashlib import sha256

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QApplication

from editor_app.domain.document import (
    Document,
    FactTitle,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Strong,
    paragraph,
)
from editor_app.rendering.images import ImageProblem, NotAnImage
from ui.editor import copying, foreign_paste, reading_process
from ui.editor.article_editor import ArticleEditor
from ui.editor.body_editor import BodyEditor
from ui.editor.foreign_paste import LONG_HTML
from ui.editor.paste_progress import PasteProgress
from ui.pickers.image_source import ImageSource

LONG_ROWS = 1_000
BRIDGE = b"\x89PNG\r\n\x1a\nbro"
BRIDGE_ID = sha256(BRIDGE).hexdigest()
BRIDGE_HTML = f'<img alt="Bron" src="data:image/png;base64,{b64encode(BRIDGE).decode()}">'


def words(text, *marks):
    return (Span(text, marks),)


def mime(html, plain="", rtf=b""):
    data = QMimeData()
    data.setHtml(html)
    data.setText(plain)
    if rtf:
        data.setData("text/rtf", rtf)
    return data


@pytest.fixture
def stored():
    return {}


@pytest.fixture
def failures():
    return []


@pytest.fixture
def whole(qtbot, stored, failures):
    """An article editor whose images go into `stored`, or are refused with what `failures` has."""

    def add(data, name, done, failed):
        if failures:
            # The archive answers later, from its own thread.
            QTimer.singleShot(0, partial(failed, failures.pop()))
        else:
            stored[sha256(data).hexdigest()] = data

    source = ImageSource(
        add_file=lambda *_: None,
        stored=lambda *_: None,
        load=lambda *_: None,
        add_data=add,
        add_picture=lambda *_: None,
        load_small=lambda *_: None,
        describe=lambda *_: None,
        uses=lambda *_: None,
    )
    editor = ArticleEditor(source)
    qtbot.addWidget(editor)
    return editor


def test_html_from_elsewhere_arrives_as_blocks_in_one_step(editor):
    editor.set_body(Document((paragraph("framochbak"),)))
    cursor = editor.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)

    editor.insertFromMimeData(mime("<h1>Rubrik</h1><ul><li>punkt</li></ul>", "Rubrik\npunkt"))

    assert editor.body().blocks == (
        paragraph("fram"),
        Heading(2, words("Rubrik")),
        ListItem(False, 1, words("punkt")),
        paragraph("bak"),
    )
    editor.undo()
    assert editor.body().blocks == (paragraph("framochbak"),)
    assert not editor.document().isUndoAvailable()


@pytest.mark.parametrize(
    "block",
    [
        paragraph("ab"),
        Quote(words("ab")),
        ListItem(True, 1, words("ab")),
        Heading(2, words("ab")),
    ],
)
def test_one_paragraph_from_elsewhere_joins_the_words_it_is_put_into(editor, block):
    editor.set_body(Document((block,)))
    cursor = editor.textCursor()
    cursor.setPosition(1)
    editor.setTextCursor(cursor)

    editor.insertFromMimeData(mime("<meta charset=utf-8><p style='color:red'>X</p>"))

    (only,) = editor.body().blocks
    assert (type(only), "".join(span.text for span in only.spans)) == (type(block), "aXb")


def test_what_is_pasted_into_a_fact_box_belongs_to_it(editor):
    editor.set_body(Document((FactTitle(words("Fakta")), Paragraph(words("ett"), boxed=True))))
    editor.moveCursor(QTextCursor.MoveOperation.End)

    editor.insertFromMimeData(mime("<p> två</p><ul><li>tre</li></ul>"))

    assert editor.body().blocks[2] == ListItem(False, 1, words("tre"), boxed=True)


def test_html_without_words_gives_the_plain_text_beside_it(editor):
    editor.insertFromMimeData(mime("<meta charset=utf-8><div></div>", "Kvar"))

    assert editor.body().blocks == (paragraph("Kvar"),)


def test_plain_pasting_finds_the_words_where_there_is_html_alone(editor, stored):
    QApplication.clipboard().setMimeData(
        mime(f"<h2>Bron</h2><p>Den <b>nya</b> bron.</p>{BRIDGE_HTML}<ul><li>Gång</li><li>Cykel</li></ul>")
    )

    editor.paste_plain()

    assert editor.body() == Document(tuple(map(paragraph, ("Bron", "Den nya bron.", "Gång", "Cykel"))))
    assert stored == {}


def test_plain_pasting_takes_the_words_alone(editor):
    QApplication.clipboard().setMimeData(mime("<h1><b>Rubrik</b></h1>", "Rubrik"))

    editor.context_menu(QPoint(5, 5)).findChild(QAction, "edit-paste-plain").trigger()

    assert editor.body().blocks == (paragraph("Rubrik"),)


def test_the_marks_of_one_paragraph_come_along(editor):
    editor.insertFromMimeData(mime("<p>En <strong>fet</strong></p>"))

    assert editor.body().blocks == (Paragraph((Span("En "), Span("fet", (Strong(),)))),)


def test_it_is_said_what_of_value_was_left_out(editor, qtbot):
    html = (
        "<p>Text<img src='https://example.se/a.jpg'><img src='https://example.se/b.jpg'>"
        "<a class=msocomanchor href='#_msocom_1'>[YE1]</a></p>"
    )

    with qtbot.waitSignal(editor.notice) as notice:
        editor.insertFromMimeData(mime(html))

    assert notice.args == ["Pasted. Left out: 2 images, 1 comment."]


def test_fonts_and_scripts_are_left_out_without_a_word(editor, qtbot):
    with qtbot.assertNotEmitted(editor.notice):
        editor.insertFromMimeData(mime("<font face=x>Text</font><script>alert(1)</script>"))

    assert editor.body().blocks == (paragraph("Text"),)


def test_an_image_within_the_text_is_stored_and_shown(whole, stored):
    whole.body.insertFromMimeData(mime(f"<p>Ett</p>{BRIDGE_HTML}<p>två</p>"))

    assert stored == {BRIDGE_ID: BRIDGE}
    assert whole.body.body().blocks == (paragraph("Ett"), Figure(BRIDGE_ID, alt="Bron"), paragraph("två"))


def test_images_that_word_has_in_rich_text_alone_are_found(whole, stored):
    html = "<p>Ett</p><p><img src='file:///C:/Temp/clip_image001.png'></p>"
    rtf = rb"{\rtf1{\*\shppict{\pict\picw1\pngblip " + BRIDGE.hex().encode() + rb"}}}"

    whole.body.insertFromMimeData(mime(html, rtf=rtf))

    assert stored == {BRIDGE_ID: BRIDGE}


def test_a_figure_whose_image_cannot_be_stored_goes_again_with_a_sentence(whole, failures, qtbot):
    failures.append(NotAnImage("bro.png", next(iter(ImageProblem))))

    with qtbot.waitSignal(whole.notice):
        whole.body.insertFromMimeData(mime(f"<p>Ett</p>{BRIDGE_HTML}<p>två</p>"))

    qtbot.waitUntil(lambda: whole.body.body().blocks == (paragraph("Ett"), paragraph("två")))


def long_html():
    """Return HTML with LONG_ROWS paragraphs."""
    return f"<p class='{'x' * (LONG_HTML // LONG_ROWS)}'>En rad om bron.</p>" * LONG_ROWS


def rows(count):
    return Document(tuple(paragraph(f"Rad {number}") for number in range(count)))


def progress_in(editor):
    return next((found for found in editor.findChildren(PasteProgress) if found.isVisible()), None)


def wait_for_progress(editor, qtbot):
    qtbot.waitUntil(lambda: progress_in(editor) is not None, timeout=20_000)
    return progress_in(editor)


def test_a_long_paste_arrives_where_it_was_asked_for_although_the_text_went_on(editor, qtbot, type_text):
    editor.set_body(Document((paragraph("först"), paragraph("sist"))))
    editor.moveCursor(QTextCursor.MoveOperation.End)

    editor.insertFromMimeData(mime(long_html()))
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    type_text("Allra ")

    qtbot.waitUntil(lambda: len(editor.body().blocks) > 2, timeout=20_000)
    blocks = editor.body().blocks
    assert blocks[:3] == (
        paragraph("Allra först"),
        paragraph("sistEn rad om bron."),
        paragraph("En rad om bron."),
    )
    assert len(blocks) == 1 + LONG_ROWS


def test_a_long_paste_is_one_step_and_is_told_as_one_edit(editor, qtbot):
    editor.set_body(Document((paragraph("Här: "),)))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    told = []
    editor.edited.connect(lambda: told.append(len(editor.body().blocks)))

    editor.insertFromMimeData(copying.to_mime(rows(1_000)))

    qtbot.waitUntil(lambda: bool(told))
    assert told == [1_000]
    assert progress_in(editor) is None
    editor.undo()
    assert editor.body().blocks == (paragraph("Här: "),)
    assert not editor.document().isUndoAvailable()


def test_a_fact_box_that_came_bit_by_bit_leaves_the_same_room_as_any(editor, qtbot):
    box = Document((FactTitle(words("Fakta")), *(Paragraph(words("rad"), boxed=True) for _ in range(600))))
    editor.set_body(box)
    room = editor.document().lastBlock().blockFormat().bottomMargin()
    editor.set_body(Document())

    with qtbot.waitSignal(editor.edited):
        editor.insertFromMimeData(copying.to_mime(box))

    assert editor.body() == box
    assert editor.document().lastBlock().blockFormat().bottomMargin() == room


def test_what_is_saved_meanwhile_is_the_text_before_the_paste(editor, qtbot, type_text):
    type_text("Kvar")
    halfway = []
    with qtbot.assertNotEmitted(editor.edited):
        editor.insertFromMimeData(copying.to_mime(rows(2_000)))
        qtbot.waitUntil(lambda: editor.document().blockCount() > 100)
        halfway.append(editor.body())
        progress_in(editor).reject()

    assert halfway == [Document((paragraph("Kvar"),))]


def test_escape_takes_back_what_has_been_inserted_and_leaves_the_steps_before(editor, qtbot, type_text):
    type_text("Kvar")
    editor.insertFromMimeData(copying.to_mime(rows(2_000)))
    qtbot.waitUntil(lambda: editor.document().blockCount() > 100)

    with qtbot.waitSignal(editor.notice) as notice:
        qtbot.keyClick(progress_in(editor), Qt.Key.Key_Escape)

    assert notice.args == ["Nothing was pasted."]
    assert editor.body().blocks == (paragraph("Kvar"),)
    assert not editor.document().isRedoAvailable()
    editor.undo()
    assert editor.body() == Document()


def test_escape_stops_a_long_reading(editor, qtbot, monkeypatch):
    monkeypatch.setattr(foreign_paste, "PATIENCE_MS", 0)
    slow = BodyEditor()
    qtbot.addWidget(slow)
    slow.insertFromMimeData(mime(long_html()))

    with qtbot.waitSignal(slow.notice) as notice:
        qtbot.keyClick(wait_for_progress(slow, qtbot), Qt.Key.Key_Escape)

    assert notice.args == ["Nothing was pasted."]
    qtbot.wait(50)
    assert slow.body() == Document()


@pytest.mark.parametrize(("name", "value"), [("LONGEST_READING_MS", 1), ("MODULE", "editor_app.none")])
def test_the_words_come_plain_where_reading_takes_too_long_or_fails(editor, qtbot, monkeypatch, name, value):
    monkeypatch.setattr(reading_process, name, value)

    with qtbot.waitSignal(editor.notice, timeout=20_000) as notice:
        editor.insertFromMimeData(mime(long_html(), "En rad om bron.\nEn till."))

    assert "plain text" in notice.args[0]
    assert editor.body().blocks == (paragraph("En rad om bron."), paragraph("En till."))


def test_a_sentence_says_that_nothing_could_be_read(editor, qtbot, monkeypatch):
    monkeypatch.setattr(reading_process, "LONGEST_READING_MS", 1)

    with qtbot.waitSignal(editor.notice, timeout=20_000) as notice:
        editor.insertFromMimeData(mime(long_html()))

    assert notice.args[0].startswith("Nothing was pasted:")
    assert editor.body() == Document()


def test_an_article_that_is_shown_meanwhile_has_nothing_of_the_paste(editor, qtbot):
    editor.insertFromMimeData(copying.to_mime(rows(2_000)))
    qtbot.waitUntil(lambda: editor.document().blockCount() > 100)

    editor.set_body(Document((paragraph("En annan"),)))

    qtbot.wait(50)
    assert editor.body().blocks == (paragraph("En annan"),)
    assert progress_in(editor) is None
    assert not editor.document().isUndoAvailable()


def test_a_long_paste_does_not_arrive_in_the_article_that_is_shown_next(editor, qtbot):
    editor.insertFromMimeData(mime(long_html()))

    editor.set_body(Document((paragraph("En annan"),)))

    qtbot.wait(50)
    assert editor.body().blocks == (paragraph("En annan"),)


@pytest.mark.parametrize("field", ["title", "lead"])
def test_a_title_takes_the_words_on_one_line(whole, field):
    getattr(whole, field).insertFromMimeData(mime("<h1>Bron<br>öppnar</h1>", "Bron\nöppnar"))

    assert getattr(whole, field).words() == "Bron öppnar"
