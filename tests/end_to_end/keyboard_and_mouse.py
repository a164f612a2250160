"""Somebody who has a keyboard and a mouse, and no other way into the program."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

WAIT = 20_000


class KeyboardAndMouse:
    """Sends keys to whatever has the focus, and clicks on what can be seen."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot

    def write(self, text: str) -> None:
        """Type letter by letter; QTest's own typing knows only the keys of an English keyboard."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(_focus(), event)

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys together, as in `Ctrl+Shift+T`."""
        for _ in range(times):
            combination = QKeySequence(keys)[0]
            QTest.keyClick(_focus(), combination.key(), combination.keyboardModifiers())

    def click(self, inside: QWidget, name: str) -> None:
        """Click in the middle of the visible part called `name`, once it can be used."""
        self._qtbot.waitUntil(lambda: bool(_usable(inside, name)), timeout=WAIT)
        QTest.mouseClick(_usable(inside, name)[0], Qt.MouseButton.LeftButton)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Return the dialog of `kind` that has the focus, once it has."""
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind), timeout=WAIT)
        return QApplication.activeWindow()

    def wait_until_back_in(self, window: QWidget) -> None:
        """Wait until no dialog stands before `window`, and go back to it as a window manager does."""
        self.wait_for(lambda: not any(dialog.isVisible() for dialog in window.findChildren(QDialog)))
        window.activateWindow()
        self.wait_for(lambda: QApplication.activeWindow() is window and QApplication.focusWidget())

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait until something has happened."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def name_file(self, path: object) -> None:
        """Write the path into the file dialog that opens next, and press Enter."""

        def fill_in() -> None:
            if not isinstance(QApplication.activeWindow(), QFileDialog):
                QTimer.singleShot(20, fill_in)
                return
            self.write(str(path))
            self.press("Return")

        QTimer.singleShot(20, fill_in)


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def _usable(inside: QWidget, name: str) -> list[QWidget]:
    found = inside.findChildren(QWidget, name)
    return [widget for widget in found if widget.isVisible() and widget.isEnabled()]
