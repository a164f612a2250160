"""A figure in the text shows the part that the page shows."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from editor_app.domain.document import Crop, Document, Figure
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
