"""Images that are pasted or dropped: each is stored and asked about before it stands in the text."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QDialog, QPushButton

from editor_app.desk.values import StoredImage
from editor_app.domain.article import Article
from editor_app.domain.document import Document, Figure, paragraph
from ui.editor.article_editor import ArticleEditor
from ui.pickers.image_source import ImageSource, as_png

ARTICLE = Article("a", body=Document((paragraph("Ett två"),)))


def store(name, done):
    done(StoredImage("id of " + name, name, "image/png", 40, 20))


@pytest.fixture
def editor(qtbot):
    source = ImageSource(
        add_file=lambda path, done, _failed: store(path.name, done),
        stored=lambda done, _failed: done(()),
        load=lambda *_: None,
        add_data=lambda _data, name, done, _failed: store(name, done),
        add_picture=lambda _picture, name, done, _failed: store(name, done),
        load_small=lambda *_: None,
        describe=lambda _image_id, _details, done, _failed: done(None),
        uses=lambda *_: None,
    )
    editor = ArticleEditor(source)
    qtbot.addWidget(editor)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.show_article(ARTICLE)
    editor.body.moveCursor(QTextCursor.MoveOperation.End)
    return editor


def open_dialogs(editor):
    return [child for child in editor.findChildren(QDialog) if child.isVisible()]


def files(*names):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/pictures/" + name) for name in names])
    return data


def answer(editor, qtbot, alt):
    """Write the alt text where the cursor is, and accept."""
    (dialog,) = open_dialogs(editor)
    qtbot.keyClicks(dialog.focusWidget(), alt)
    qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)


def test_several_images_are_asked_for_one_after_the_other_and_stand_in_their_order(editor, qtbot):
    editor.body.insertFromMimeData(files("bro.png", "torg.png"))
    title = open_dialogs(editor)[0].windowTitle()

    answer(editor, qtbot, "En bro")
    answer(editor, qtbot, "Ett torg")

    assert title == "Image – 1 more waits"
    assert editor.body.body().blocks == (
        paragraph("Ett två"),
        Figure("id of bro.png", alt="En bro"),
        Figure("id of torg.png", alt="Ett torg"),
    )
    assert open_dialogs(editor) == []


def test_one_that_is_cancelled_is_left_out_and_the_next_is_asked_for(editor, qtbot):
    editor.body.insertFromMimeData(files("bro.png", "torg.png"))

    open_dialogs(editor)[0].reject()
    answer(editor, qtbot, "Ett torg")

    assert editor.body.body().blocks[1:] == (Figure("id of torg.png", alt="Ett torg"),)


def test_a_screenshot_is_stored_under_a_name_that_says_where_it_came_from(editor, qtbot):
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(0)
    data = QMimeData()
    data.setImageData(picture)

    editor.body.insertFromMimeData(data)
    answer(editor, qtbot, "En karta")

    assert editor.body.body().blocks[1:] == (Figure("id of Pasted image", alt="En karta"),)


def test_no_image_follows_into_another_article(editor):
    editor.body.insertFromMimeData(files("bro.png", "torg.png"))
    (dialog,) = open_dialogs(editor)

    editor.show_article(Article("b"))
    dialog.reject()

    assert open_dialogs(editor) == []
    assert editor.body.body() == Document()


def test_a_picture_is_the_same_as_a_png():
    picture = QImage(4, 3, QImage.Format.Format_ARGB32)
    picture.fill(0x80112233)

    assert QImage.fromData(as_png(picture)) == picture
