"""Finding an action by its name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from ui.command_search import CommandSearch


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    file_menu = window.menuBar().addMenu("&File")
    file_menu.addAction("&New article").setShortcut("Ctrl+N")
    file_menu.addSeparator()
    file_menu.addAction("Export…").setEnabled(False)
    insert = window.menuBar().addMenu("Insert")
    insert.addMenu("List").addAction("Bulleted")
    return window


@pytest.fixture
def dialog(qtbot, window):
    dialog = CommandSearch(window.menuBar(), window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def listed(dialog):
    return [dialog.found.item(row).text() for row in range(dialog.found.count())]


def test_every_action_that_can_be_taken_is_listed_with_its_place_and_keys(dialog):
    assert listed(dialog) == ["File › New article    Ctrl+N", "Insert › List › Bulleted"]


def test_typing_and_enter_take_the_action(qtbot, window, dialog):
    taken = []
    window.menuBar().actions()[0].menu().actions()[0].triggered.connect(lambda: taken.append("new"))

    qtbot.keyClicks(dialog.search, "artic new")
    assert listed(dialog) == ["File › New article    Ctrl+N"]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)

    assert taken == ["new"]
    assert not dialog.isVisible()


def test_a_search_that_finds_nothing_says_so(qtbot, dialog):
    assert not dialog.nothing.isVisible()

    qtbot.keyClicks(dialog.search, "zzz")

    assert dialog.nothing.isVisible()


def test_escape_closes_it_whatever_is_typed(qtbot, dialog):
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(dialog.search, "new")

    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_the_arrows_move_in_the_list_while_one_types(qtbot, dialog):
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)

    assert dialog.found.currentRow() == 1
