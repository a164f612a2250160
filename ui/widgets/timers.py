"""Timers that fire once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

# An article that has just been opened is painted and settles before the archive is asked for what can come
# later: who leafs through many waits for none of that.
SETTLED_MS = 150


def once_after(milliseconds: int, act: Callable[[], Any], owner: QObject) -> QTimer:
    """Return a timer that does `act` once, that long after each start; it goes with `owner`."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
