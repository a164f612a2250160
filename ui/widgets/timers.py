"""Timers that fire once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer


def once_after(milliseconds: int, act: Callable[[], Any], owner: QObject) -> QTimer:
    """Return a timer that does `act` once, that long after each start; it goes with `owner`."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
