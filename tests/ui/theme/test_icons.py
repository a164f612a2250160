"""Icons in the colour of the text around them."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ui.theme.icons import ICON_FOLDER, icon, paint_icon
from ui.theme.palette import DARK, LIGHT, make_palette


def darkest_colour(drawn: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    image = drawn.pixmap(QSize(48, 48), 1.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(48) for y in range(48))
    return next(pixel.name() for pixel in pixels if pixel.alpha() == 255)


@pytest.fixture
def own_palette(qapp):
    before = qapp.palette()
    yield qapp.setPalette
    qapp.setPalette(before)


def test_an_icon_takes_the_colour_of_the_text_and_follows_a_change(own_palette):
    drawn = icon("bold")

    own_palette(make_palette(LIGHT))
    in_light = darkest_colour(drawn)
    own_palette(make_palette(DARK))
    in_dark = darkest_colour(drawn)

    assert (in_light, in_dark) == (LIGHT.text, DARK.text)


def test_an_icon_is_drawn_once_for_all_places_of_one_size_and_colour(own_palette, monkeypatch):
    drawings = []

    class Counted(QSvgRenderer):
        def __init__(self, drawing):
            drawings.append(drawing)
            super().__init__(drawing)

    monkeypatch.setattr("ui.theme.icons.QSvgRenderer", Counted)
    own_palette(make_palette(LIGHT))
    image = QImage(37, 37, QImage.Format.Format_ARGB32)
    painter = QPainter(image)

    for _place in range(3):
        paint_icon(painter, QRect(0, 0, 37, 37), "bold")
        icon("bold").paint(painter, QRect(0, 0, 37, 37))
    painter.end()

    assert len(drawings) == 1


def test_an_icon_is_as_sharp_as_the_screen(own_palette):
    own_palette(make_palette(LIGHT))
    sharp = QImage(96, 96, QImage.Format.Format_ARGB32)
    sharp.setDevicePixelRatio(2)
    sharp.fill(QColor("white"))
    painter = QPainter(sharp)

    icon("bold").paint(painter, QRect(0, 0, 48, 48))
    painter.end()

    whole = icon("bold").pixmap(QSize(96, 96), 1.0).toImage()
    places = [(x, y) for x in range(96) for y in range(96) if whole.pixelColor(x, y).alpha() == 255]
    assert places
    assert {sharp.pixelColor(x, y).name() for x, y in places} == {LIGHT.text}


def test_an_icon_that_cannot_be_used_looks_so(own_palette):
    own_palette(make_palette(LIGHT))

    assert darkest_colour(icon("bold"), QIcon.Mode.Disabled) == LIGHT.disabled


def test_a_copy_of_an_icon_draws_the_same(own_palette):
    own_palette(make_palette(LIGHT))
    copied = QIcon(icon("bold"))
    copied.addPixmap(copied.pixmap(16))

    assert darkest_colour(copied) == LIGHT.text


def test_every_shipped_icon_is_a_drawing_without_a_colour_of_its_own(qapp):
    drawings = list(ICON_FOLDER.glob("*.svg"))

    assert drawings
    for drawing in drawings:
        assert 'stroke="currentColor"' in drawing.read_text(encoding="utf-8")


def test_a_name_that_is_no_icon_is_an_error():
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
