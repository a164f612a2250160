"""Somebody who uses the window with keys and mouse, and waits until something has happened."""

import sys
import traceback
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from editor_app.translation import _

PATIENCE = 60.0
STEP_MS = 20

D = TypeVar("D", bound=QDialog)
W = TypeVar("W", bound=QWidget)


class NothingHappened(Exception):
    """What was waited for, a clause such as “the site is exported”, did not come about."""

    def __init__(self, what: str, reason: str = "") -> None:
        sentence = _("This did not happen: {what}.").format(what=what)
        super().__init__(f"{sentence} {reason}".strip())


class Person:
    """Uses widgets through events alone."""

    def __init__(self) -> None:
        self._bug = ""

    def notice_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Remember that the program failed, to be used as sys.excepthook."""
        self._bug = f"{kind.__name__}: {error}"
        traceback.print_exception(kind, error, trace, file=sys.stderr)

    def wait_for(self, condition: Callable[[], object], what: str) -> None:
        """Let events come until `condition` holds; raises NothingHappened after PATIENCE seconds."""
        end = monotonic() + PATIENCE
        while not condition():
            if self._bug or monotonic() > end:
                raise NothingHappened(what, self._bug)
            self.pause(STEP_MS)

    def pause(self, milliseconds: int) -> None:
        """Let events come for a while."""
        # QTest's own waiting keeps Python's lock, and the worker would hardly get on.
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def press(self, inside: QWidget, name: str) -> None:
        """Click the button called `name`, once it can be clicked."""
        button = self._part(inside, QAbstractButton, name)
        self.wait_for(
            lambda: button.isVisible() and button.isEnabled(), _("{name} can be pressed").format(name=name)
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def dialog(self, window: QWidget, kind: type[D]) -> D:
        """Return the open dialog of `kind`, once there is one."""
        self.wait_for(
            lambda: any(dialog.isVisible() for dialog in window.findChildren(kind)),
            _("{name} opens").format(name=kind.__name__),
        )
        return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())

    def write(self, inside: QWidget, name: str, text: str) -> None:
        """Write `text` in the place of what the line called `name` holds."""
        line = self._part(inside, QLineEdit, name)
        line.setFocus()
        line.selectAll()
        _type(line, text)

    def paste(self, inside: QWidget, name: str, text: str) -> None:
        """Put `text` into the field called `name` as a paste would."""
        self._part(inside, QPlainTextEdit, name).insertPlainText(text)

    def choose(self, field: QLineEdit, text: str) -> None:
        """Write `text` in a field that suggests, and take its first suggestion."""
        field.setFocus()
        field.selectAll()
        _type(field, text)
        self.pause(STEP_MS)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _part(self, inside: QWidget, kind: type[W], name: str) -> W:
        part = inside.findChild(kind, name)
        if part is None:
            raise NothingHappened(_("there is a {name}").format(name=name))
        return part


def _type(line: QLineEdit, text: str) -> None:
    # QTest's own typing knows only the keys of an English keyboard.
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(line, event)
