"""Work of the window's thread that is done slice by slice, so that the window never waits for it."""

from collections.abc import Callable, Iterator
from time import thread_time
from typing import Any

from PySide6.QtCore import QObject

from ui.widgets.timers import once_after

# Of the thread's own work: what else the computer does makes no slice shorter.
SLICE_SECONDS = 0.006


class Slices(QObject):
    """Goes through one iterator at a time; between its slices the window paints and takes keys.

    What takes no longer than a slice is done at once.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._done: Callable[[], Any] = bool
        self._next = once_after(0, self._go_on, self)

    @property
    def is_under_way(self) -> bool:
        """Whether there is more to do."""
        return self._next.isActive()

    def run(self, steps: Iterator[object], done: Callable[[], Any]) -> None:
        """Take `steps`, and then do `done`; what was under way is dropped."""
        self._steps, self._done = steps, done
        self._go_on()

    def stop(self) -> None:
        """Drop what is under way."""
        self._next.stop()

    def _go_on(self) -> None:
        self._next.stop()
        late = thread_time() + SLICE_SECONDS
        for _step in self._steps:
            if thread_time() > late:
                self._next.start()
                return
        self._done()
