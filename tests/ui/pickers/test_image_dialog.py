"""Choosing an image and saying what it tells."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton, QWidget

from editor_app.desk.explain import explain
from editor_app.desk.values import StoredImage
from editor_app.domain.document import Figure
from editor_app.domain.errors import EditorAppError
from editor_app.domain.workflow import SamePerson
from ui.pickers.image_dialog import ImageDialog
from ui.pickers.image_source import ImageSource
from ui.pickers.image_view import ImageView


def png(colour, width=40, height=20):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


class Archive:
    def __init__(self):
        self.images = [StoredImage("id-lake", "lake.jpg", "image/jpeg", 1600, 900)]
        self.data = {"id-lake": png("blue"), "id-park": png("green", 3000, 100)}
        self.error: EditorAppError | None = None

    def source(self):
        return ImageSource(
            add_file=self.add_file,
            stored=lambda done, _failed: done(tuple(self.images)),
            load=self.load,
            add_data=lambda *_: None,
            add_picture=lambda *_: None,
        )

    def add_file(self, path, done, failed):
        if self.error:
            failed(self.error)
        else:
            done(StoredImage("id-park", path.name, "image/png", 30, 10))

    def load(self, image_id, done, failed):
        if image_id in self.data:
            done(self.data[image_id])
        else:
            failed(SamePerson("x"))


@pytest.fixture
def archive():
    return Archive()


@pytest.fixture
def open_dialog(qtbot, archive):
    dialogs = []

    def opened(figure=None):
        dialog = ImageDialog(archive.source(), figure)
        qtbot.addWidget(dialog)
        dialogs.append(dialog)
        dialog.figures = []
        dialog.chosen.connect(dialog.figures.append)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        return dialog

    yield opened
    for dialog in dialogs:
        dialog.reject()


def accept(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)


def middle_colour(dialog):
    view = dialog.findChild(ImageView)
    return view.grab().toImage().pixelColor(view.width() // 2, view.height() // 2).name()


def test_a_file_becomes_a_figure(qtbot, open_dialog, monkeypatch):
    dialog = open_dialog()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/pictures/park.png", ""))

    qtbot.mouseClick(dialog.findChild(QPushButton, "choose_file"), Qt.MouseButton.LeftButton)
    shown = middle_colour(dialog)
    qtbot.keyClicks(dialog.focusWidget(), "Barn gungar  i parken")
    qtbot.keyClicks(dialog.findChild(QWidget, "caption"), "Den nya parken")
    qtbot.keyClicks(dialog.findChild(QWidget, "credit"), "Eva Nord")
    accept(qtbot, dialog)

    assert shown == QColor("green").name()
    assert dialog.figures == [
        Figure("id-park", alt="Barn gungar i parken", caption="Den nya parken", credit="Eva Nord")
    ]
    assert not dialog.isVisible()


def test_an_image_of_the_archive_can_be_taken(qtbot, open_dialog):
    dialog = open_dialog()
    stored = dialog.findChild(QComboBox, "stored")
    assert stored.currentIndex() == -1

    qtbot.keyClick(stored, Qt.Key.Key_Down)
    stored.activated.emit(stored.currentIndex())
    qtbot.keyClicks(dialog.findChild(QWidget, "alt"), "Vid vattnet")
    accept(qtbot, dialog)

    assert dialog.figures == [Figure("id-lake", alt="Vid vattnet")]


def test_an_image_without_alt_text_is_not_accepted(qtbot, open_dialog):
    dialog = open_dialog(Figure("id-lake"))

    accept(qtbot, dialog)

    assert dialog.figures == []
    assert dialog.isVisible()
    assert dialog.findChild(QWidget, "alt").accessibleDescription().startswith("Say what the image tells")


def test_a_decorative_image_needs_no_alt_text_and_has_none(qtbot, open_dialog):
    dialog = open_dialog(Figure("id-lake", alt="Sjön"))

    dialog.findChild(QCheckBox, "decorative").setFocus()
    qtbot.keyClick(dialog.findChild(QCheckBox, "decorative"), Qt.Key.Key_Space)
    accept(qtbot, dialog)

    assert dialog.figures == [Figure("id-lake", decorative=True)]


def test_nothing_is_inserted_without_an_image(qtbot, open_dialog):
    dialog = open_dialog()
    qtbot.keyClicks(dialog.findChild(QWidget, "alt"), "Vid vattnet")

    accept(qtbot, dialog)

    assert dialog.figures == []
    assert dialog.problem() == "Choose an image first."


def test_a_broken_file_is_said_in_the_dialog_and_what_was_typed_stays(qtbot, open_dialog, archive):
    dialog = open_dialog(Figure("id-lake", alt="Sjön"))
    archive.error = SamePerson("broken.png")

    dialog.add_file(Path("broken.png"))

    assert dialog.problem().startswith(explain(archive.error).what)
    assert dialog.figure() == Figure("id-lake", alt="Sjön")
    assert dialog.focusWidget() is dialog.findChild(QPushButton, "choose_file")


def test_a_figure_that_is_only_looked_at_stays_as_it_is(qtbot, open_dialog):
    figure = Figure("id-lake", alt="Sjön", caption="En sjö", credit="Eva Nord")
    dialog = open_dialog(figure)

    accept(qtbot, dialog)

    assert dialog.figures == [figure]


def test_an_image_that_cannot_be_fetched_or_read_is_said_in_its_place(qtbot, open_dialog, archive):
    archive.data["id-strange"] = b"not an image"

    missing = open_dialog(Figure("id-missing", alt="x")).findChild(ImageView)
    strange = open_dialog(Figure("id-strange", alt="x")).findChild(ImageView)

    assert missing.words().startswith(explain(SamePerson("x")).what)
    assert strange.words() == "The image cannot be shown here, but it is in the archive."


def test_an_answer_that_comes_after_the_dialog_has_gone_is_let_go(qtbot, archive):
    waiting = []
    source = ImageSource(
        add_file=lambda _path, done, failed: waiting.append((done, failed)),
        stored=lambda done, failed: waiting.append((done, failed)),
        load=lambda _image_id, done, failed: waiting.append((done, failed)),
        add_data=lambda *_: None,
        add_picture=lambda *_: None,
    )
    dialog = ImageDialog(source, Figure("id-lake", alt="Sjön"))
    dialog.add_file(Path("park.png"))
    view = dialog.findChild(ImageView)
    shiboken6.delete(dialog)

    for _done, failed in waiting:
        failed(SamePerson("x"))

    assert len(waiting) == 3
    assert not shiboken6.isValid(view)
