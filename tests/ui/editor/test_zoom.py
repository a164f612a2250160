"""The size in which the text is shown."""

from dataclasses import fields

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QApplication

from editor_app.domain.article import Article
from editor_app.domain.document import Document, Heading, ListItem, Span, paragraph
from ui.editor.article_editor import ArticleEditor
from ui.editor.zoom import Zoom
from ui.pickers.image_source import ImageSource

ARTICLE = Article(
    "a", title="Ny bro", lead="I maj.", body=Document((Heading(2, (Span("Ett"),)), paragraph("Två")))
)
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "zoom.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def editor(qtbot):
    nothing = dict.fromkeys((field.name for field in fields(ImageSource)), lambda *_: None)
    editor = ArticleEditor(ImageSource(**nothing))
    qtbot.addWidget(editor)
    editor.resize(1200, 700)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.show_article(ARTICLE)
    return editor


@pytest.fixture
def zoom(editor, settings):
    zoom = Zoom(settings, editor)
    for field in (editor.title, editor.lead, editor.body):
        zoom.watch(field)
    zoom.changed.connect(editor.show_zoomed)
    editor.foot.zoom_reset.connect(zoom.reset)
    return zoom


def turn(field, angle, modifiers):
    middle = QPointF(field.viewport().rect().center())
    event = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.viewport(), event)


def sizes(editor):
    return [
        field.font().pointSizeF() + field.font().pixelSize()
        for field in (editor.title, editor.lead, editor.body)
    ]


def test_title_lead_and_body_grow_together_and_it_is_no_edit(qtbot, editor, zoom):
    before = sizes(editor)

    with qtbot.assertNotEmitted(editor.edited, wait=50):
        zoom.step(10)

    assert [after / size for after, size in zip(sizes(editor), before, strict=True)] == pytest.approx(
        [2] * 3, rel=0.06
    )
    assert editor.foot.zoom.text() == "200%"
    assert not editor.body.document().isUndoAvailable()
    assert editor.apply_to(ARTICLE) == ARTICLE


def test_the_column_grows_with_the_text_so_that_its_lines_hold_as_many_words(editor, zoom):
    before = editor.body.viewport().width()

    zoom.step(2)

    assert editor.body.viewport().width() > 1.15 * before


@pytest.mark.parametrize("name", ["title", "lead", "body"])
def test_control_and_the_wheel_change_it_and_a_touchpad_adds_up(editor, zoom, name):
    field = getattr(editor, name)

    turn(field, 120, CONTROL)
    for _ in range(4):
        turn(field, -60, CONTROL)

    assert zoom.percent == 90


def test_large_letters_do_not_ask_for_a_wider_window(editor, zoom):
    before = editor.minimumSizeHint().width()

    zoom.step(20)

    assert editor.minimumSizeHint().width() <= before + 10


def test_the_wheel_alone_does_not(editor, zoom):
    turn(editor.body, 120, NONE)

    assert zoom.percent == 100


@pytest.mark.parametrize(("steps", "percent"), [(100, 250), (-100, 80)])
def test_it_has_bounds(zoom, steps, percent):
    zoom.step(steps)

    assert zoom.percent == percent


def test_it_is_remembered_and_a_press_on_it_gives_the_usual_size(qtbot, editor, zoom, settings):
    zoom.step(3)
    kept = Zoom(settings, editor).percent

    qtbot.mouseClick(editor.foot.zoom, Qt.MouseButton.LeftButton)

    assert kept == 130
    assert Zoom(settings, editor).percent == 100


@pytest.mark.parametrize(("kept", "percent"), [("many", 100), ("9000", 250), ("-5", 100), ("", 100)])
def test_settings_that_were_spoilt_do_no_harm(editor, settings, kept, percent):
    settings.setValue("editor/zoom", kept)

    assert Zoom(settings, editor).percent == percent


def test_what_is_selected_is_counted_too(qtbot, editor):
    editor.body.setFocus()

    editor.body.selectAll()

    qtbot.waitUntil(lambda: editor.foot.length.text() == "2 of 6 words · 6 characters · 1 min to read")


def test_numbers_have_room_beside_large_words(editor, zoom):
    items = tuple(ListItem(True, 1, (Span("Punkt"),)) for _ in range(120))
    editor.show_article(Article("a", body=Document(items)))

    zoom.step(100)

    left = editor.body.cursorRect().left()
    assert left > QFontMetricsF(editor.body.document().defaultFont()).horizontalAdvance("120.")
