"""The size in which the text is shown while it is written; it is no part of the text."""

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

SETTING = "editor/zoom"
USUAL, LEAST, MOST, STEP = 100, 80, 250, 10
# What one notch of a wheel turns, in eighths of a degree.
_NOTCH = 120


class Zoom(QObject):
    """Keeps the size in `settings`, in hundredths of the usual one; `changed` carries it.

    Ctrl and the wheel change it over each of the fields that `watch` was called with.
    """

    changed = Signal(int)

    def __init__(self, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._turned = 0
        kept = str(settings.value(SETTING, USUAL))
        self.percent = _within(int(kept)) if kept.isdecimal() else USUAL

    def watch(self, field: QAbstractScrollArea) -> None:
        """Follow the wheel over `field`."""
        field.viewport().installEventFilter(self)

    def step(self, steps: int) -> None:
        """Show the text larger by so many steps, or smaller where it is negative."""
        self._set(_within(self.percent + steps * STEP))

    def reset(self) -> None:
        """Show the text in its usual size."""
        self._set(USUAL)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # A touchpad turns by less than a notch at a time.
            self._turned += event.angleDelta().y()
            steps = int(self._turned / _NOTCH)
            self._turned -= steps * _NOTCH
            self.step(steps)
            return True
        return super().eventFilter(watched, event)

    def _set(self, percent: int) -> None:
        if percent != self.percent:
            self.percent = percent
            self._settings.setValue(SETTING, percent)
            self.changed.emit(percent)


def _within(percent: int) -> int:
    return min(max(percent, LEAST), MOST)
