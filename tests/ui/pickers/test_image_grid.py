"""The images of the archive, to search and to choose from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView, QPushButton

from editor_app.desk.values import StoredImage
from editor_app.domain.image_details import ImageDetails
from ui.pickers.image_grid import ImageGrid
from ui.pickers.image_source import ImageSource, Picture
from ui.widgets.labels import WrappingLabel

Key = Qt.Key
SOURCE = ImageSource(*[lambda *_: None] * 8)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def open_grid(qtbot, asked):
    def load_small(image_id, done, _failed):
        asked.append(image_id)
        image = QImage(32, 18, QImage.Format.Format_RGB32)
        image.fill(0x00AA00)
        done(Picture(image, 320, 180))

    source = ImageSource(
        *[lambda *_: None] * 5, load_small=load_small, describe=lambda *_: None, uses=lambda *_: None
    )

    def opened(*images):
        grid = ImageGrid(source, images)
        qtbot.addWidget(grid)
        with qtbot.waitActive(grid):
            grid.show()
            grid.activateWindow()
        return grid

    return opened


def image(number, **details):
    return StoredImage(
        str(number), f"bild-{number}.jpg", "image/jpeg", 320, 180, details=ImageDetails(**details)
    )


def shown(grid):
    model = grid.findChild(QListView).model()
    return [model.index(row).data() for row in range(model.rowCount())]


def test_pictures_are_fetched_as_they_come_into_sight(open_grid, asked, qtbot):
    grid = open_grid(*(image(number) for number in range(200)))
    qtbot.waitUntil(lambda: "0" in asked)
    qtbot.waitUntil(
        lambda: grid.findChild(QListView).viewport().grab().toImage().pixelColor(30, 60).green() > 150
    )

    assert len(shown(grid)) == 200
    assert len(asked) < 30
    assert len(set(asked)) == len(asked)


def test_a_search_looks_at_names_and_words(open_grid, qtbot):
    grid = open_grid(image(1, alt="En bro"), image(2, credit="Siv Ek"), image(3, caption="Över bron"))

    qtbot.keyClicks(grid.focusWidget(), "bro")
    by_words = shown(grid)
    grid.focusWidget().clear()
    qtbot.keyClicks(grid.focusWidget(), "siv")

    assert by_words == ["bild-1.jpg", "bild-3.jpg"]
    assert shown(grid) == ["bild-2.jpg"]


def test_keys_alone_choose_an_image(open_grid, qtbot):
    grid = open_grid(image(1), image(2), image(3))

    qtbot.keyClick(grid.focusWidget(), Key.Key_Tab)
    qtbot.keyClick(grid.focusWidget(), Key.Key_Right)
    with qtbot.waitSignal(grid.chosen) as chosen:
        qtbot.keyClick(grid.focusWidget(), Key.Key_Return)

    assert chosen.args == [image(2)]
    assert not grid.isVisible()


def test_a_double_click_chooses_an_image(open_grid, qtbot):
    grid = open_grid(image(1), image(2))
    view = grid.findChild(QListView)
    place = view.visualRect(view.model().index(1)).center()

    with qtbot.waitSignal(grid.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [image(2)]


def test_nothing_to_show_says_what_to_do(open_grid, qtbot):
    empty, searched = open_grid(), open_grid(image(1))
    qtbot.keyClicks(searched.focusWidget(), "saknas")

    assert "Choose a file instead" in empty._nothing.text()
    assert "Search for others" in searched._nothing.text()
    assert not searched.findChild(QPushButton, "use_image").isEnabled()


def test_a_screen_reader_is_told_what_an_image_is(open_grid):
    grid = open_grid(image(1, alt="En bro", credit="Siv Ek"))

    index = grid.findChild(QListView).model().index(0)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "bild-1.jpg. En bro. Siv Ek"


def test_images_that_cannot_be_read_are_named_with_what_to_do(qtbot):
    grid = ImageGrid(SOURCE, (image(1),), ["trasig.jpg"])
    qtbot.addWidget(grid)

    words = [label.text() for label in grid.findChildren(WrappingLabel)]

    assert (
        "1 image cannot be read: trasig.jpg. Check the archive in the Help menu: it says what to do." in words
    )
    assert shown(grid) == ["bild-1.jpg"]
