"""When the autosave comes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from ui.widgets.timers import once_after


@dataclass(frozen=True)
class Pace:
    """When the autosave comes, in milliseconds: after a pause, at the latest, and again after a failure."""

    pause: int = 1000
    latest: int = 5000
    retry: int = 5000


DEFAULT_PACE = Pace()


class SaveTimers:
    """Calls `save` when it is time for it; the timers go with `owner`."""

    def __init__(self, pace: Pace, save: Callable[[], Any], owner: QObject) -> None:
        self._pause = once_after(pace.pause, save, owner)
        self._latest = once_after(pace.latest, save, owner)
        self._retry = once_after(pace.retry, save, owner)

    @property
    def will_retry(self) -> bool:
        """Tell whether the next save is one that is tried again."""
        return self._retry.isActive()

    def note_edit(self) -> None:
        """Save after a pause, and at the latest some time after the first edit."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def try_again(self) -> None:
        """Save once more after a while."""
        self._retry.start()

    def stop(self) -> None:
        """Let no save come by itself until the next edit."""
        for timer in (self._pause, self._latest, self._retry):
            timer.stop()
