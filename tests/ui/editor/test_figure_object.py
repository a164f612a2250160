"""A figure in the text shows the part that the page shows."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage, QRegion

from editor_app.domain.document import Crop, Document, Figure, paragraph
from ui.pickers.image_source import Picture

PICTURE = "a" * 64


def red_and_blue():
    """Return a picture whose left half is red, half as large as its original."""
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    for x in range(200, 400):
        for y in range(200):
            image.setPixel(x, y, 0x0000FF)
    return Picture(image, 800, 400)


def colours_shown(editor, figure):
    editor.set_body(Document((figure,)))
    editor.show_image(PICTURE, red_and_blue())
    shot = editor.viewport().grab().toImage()
    y = 80
    return {shot.pixelColor(QPoint(x, y)).name() for x in range(60, 200, 10)}


def test_the_whole_image_is_drawn_where_nothing_is_cut_away(editor):
    shown = colours_shown(editor, Figure(PICTURE, alt="x"))

    assert "#ff0000" in shown


def test_only_the_crop_is_drawn(editor):
    shown = colours_shown(editor, Figure(PICTURE, alt="x", crop=Crop(400, 0, 400, 400)))

    assert "#0000ff" in shown
    assert "#ff0000" not in shown


class Painted(QObject):
    """Notes which part of what it watches is painted."""

    def __init__(self, parent):
        super().__init__(parent)
        self.region = QRegion()

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def test_the_frame_around_an_image_goes_away_with_the_cursor(qtbot, editor):
    editor.set_body(Document((Figure(PICTURE, alt="x"), paragraph("efter"))))
    editor.show_image(PICTURE, red_and_blue())
    qtbot.wait(50)
    painted = Painted(editor)
    editor.viewport().installEventFilter(painted)

    qtbot.keyClick(editor, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: painted.region.boundingRect() == editor.viewport().rect())
