"""Cropping an image with the mouse and with keys, and the point that stays in sight."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from editor_app.domain.document import Crop, Focus
from ui.pickers.crop_tools import FREE, ORIGINAL, CropTools
from ui.pickers.image_source import Picture

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
WIDTH, HEIGHT = 1000, 500


@pytest.fixture
def tools(qtbot):
    tools = CropTools()
    qtbot.addWidget(tools)
    tools.resize(624, 480)
    with qtbot.waitActive(tools):
        tools.show()
        tools.activateWindow()
    show(tools)
    tools.view.setFocus()
    return tools


def show(tools, crop=None, focus=None):
    image = QImage(WIDTH // 2, HEIGHT // 2, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    tools.show_picture(Picture(image, WIDTH, HEIGHT), crop, focus)


def at(tools, x, y):
    """Return where in the view a point of the original is."""
    return tools.view._on_screen(Focus(x, y)).toPoint()


def drag(tools, start, end):
    view = tools.view
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, start + QPoint(3, 3))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)


def near(crop, left, top, width, height):
    """Tell whether the crop is that one but for what a pixel of the screen stands for."""
    wanted = (left, top, width, height)
    given = (crop.left, crop.top, crop.width, crop.height)
    return all(abs(one - other) <= 4 for one, other in zip(given, wanted, strict=True))


def choose_ratio(tools, name):
    ratio = tools.findChild(QComboBox, "ratio")
    ratio.setCurrentIndex(ratio.findData(name))
    ratio.activated.emit(ratio.currentIndex())


def shown_ratio(tools):
    return tools.findChild(QComboBox, "ratio").currentData()


def test_all_of_an_image_is_shown_until_its_frame_is_changed(tools):
    assert tools.view.crop() is None
    assert shown_ratio(tools) == ORIGINAL
    assert not tools.findChild(QPushButton, "reset_crop").isEnabled()


def test_a_corner_is_dragged_and_the_opposite_one_stays(tools, qtbot):
    with qtbot.waitSignal(tools.changed):
        drag(tools, at(tools, WIDTH, HEIGHT), at(tools, 600, 400))

    assert near(tools.view.crop(), 0, 0, 600, 400)
    assert shown_ratio(tools) == FREE


def test_the_frame_is_dragged_and_stays_inside_the_image(tools):
    show(tools, Crop(100, 100, 400, 200))

    drag(tools, at(tools, 300, 200), at(tools, 400, 250))
    moved = tools.view.crop()
    drag(tools, at(tools, 400, 250), at(tools, 2000, 900))

    assert near(moved, 200, 150, 400, 200)
    assert tools.view.crop() == Crop(600, 300, 400, 200)


def test_a_ratio_takes_the_largest_frame_and_is_kept_when_it_is_dragged(tools):
    choose_ratio(tools, "1:1")
    square = tools.view.crop()
    drag(tools, at(tools, 750, 500), at(tools, 550, 480))

    assert square == Crop(250, 0, 500, 500)
    assert near(tools.view.crop(), 250, 0, 300, 300)
    assert shown_ratio(tools) == "1:1"


def test_arrow_keys_move_the_frame_and_with_shift_change_its_size(tools, qtbot):
    show(tools, Crop(100, 100, 400, 200))

    qtbot.keyClick(tools.view, Key.Key_Right)
    qtbot.keyClick(tools.view, Key.Key_Up)
    moved = tools.view.crop()
    qtbot.keyClick(tools.view, Key.Key_Left, SHIFT)
    qtbot.keyClick(tools.view, Key.Key_Down, SHIFT)

    assert moved == Crop(110, 90, 400, 200)
    assert tools.view.crop() == Crop(110, 90, 390, 210)
    assert tools.view.accessibleDescription().startswith("390 × 210 pixels, 110 from the left")


def test_control_sets_the_frame_pixel_by_pixel_and_each_step_is_heard(tools, qtbot, monkeypatch):
    heard = []
    monkeypatch.setattr("ui.pickers.crop_view.announce", lambda _widget, words: heard.append(words))
    show(tools, Crop(100, 100, 400, 200))

    qtbot.keyClick(tools.view, Key.Key_Right, CONTROL)
    qtbot.keyClick(tools.view, Key.Key_Down, CONTROL | SHIFT)

    assert tools.view.crop() == Crop(101, 100, 400, 201)
    assert heard == [
        "400 × 200 pixels, 101 from the left and 100 from the top.",
        "400 × 201 pixels, 101 from the left and 100 from the top.",
    ]


@pytest.mark.parametrize(("key", "size"), [(Key.Key_Left, (290, 290)), (Key.Key_Down, (310, 310))])
def test_a_ratio_is_kept_by_the_keys_too(tools, qtbot, key, size):
    show(tools, Crop(100, 100, 300, 300))

    qtbot.keyClick(tools.view, key, SHIFT)

    crop = tools.view.crop()
    assert (crop.width, crop.height) == size


def test_a_click_or_the_arrow_keys_set_the_focal_point(tools, qtbot):
    qtbot.mouseClick(tools.findChild(QPushButton, "focal_point"), LEFT)
    QTest.mouseClick(tools.view, LEFT, pos=at(tools, 800, 100))
    clicked = tools.view.focus_point()
    tools.view.setFocus()
    qtbot.keyClick(tools.view, Key.Key_Left)

    assert near(Crop(clicked.x, clicked.y, 0, 0), 800, 100, 0, 0)
    assert tools.view.focus_point() == Focus(clicked.x - 10, clicked.y)
    assert tools.view.crop() is None


def test_a_focal_point_lies_in_what_is_shown_and_a_ratio_is_taken_around_it(tools):
    show(tools, Crop(0, 0, 500, 500))
    tools.findChild(QPushButton, "focal_point").click()

    QTest.mouseClick(tools.view, LEFT, pos=at(tools, 900, 400))
    inside = tools.view.focus_point()
    show(tools, None, Focus(900, 100))
    choose_ratio(tools, "1:1")

    assert inside.x == 499
    assert tools.view.crop() == Crop(500, 0, 500, 500)


def test_one_button_shows_all_of_it_again(tools, qtbot):
    show(tools, Crop(0, 0, 500, 500), Focus(20, 20))
    before = shown_ratio(tools)

    qtbot.mouseClick(tools.findChild(QPushButton, "reset_crop"), LEFT)

    assert before == "1:1"
    assert (tools.view.crop(), tools.view.focus_point()) == (None, None)
    assert shown_ratio(tools) == ORIGINAL


def test_without_an_image_there_is_nothing_to_set(tools, qtbot):
    tools.clear("Fetching")
    qtbot.keyClick(tools.view, Key.Key_Right)

    assert tools.view.crop() is None
    assert tools.view.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not tools.findChild(QComboBox, "ratio").isEnabled()


def test_what_is_cut_away_is_dimmed(tools):
    show(tools, Crop(0, 0, 500, 500))

    shot = tools.view.grab().toImage()

    kept, cut = (shot.pixelColor(at(tools, x, 250)).lightness() for x in (250, 750))
    assert cut < kept / 2
