"""What an export tells while it goes on, as words and a share, and the way to stop it."""

import time
from collections.abc import Callable
from threading import RLock
from typing import Any

from msgspec import Struct

from editor_app.desk.export_words import step_words
from editor_app.site.errors import ExportStopped, PlanOutdated
from editor_app.site.output.errors import WouldDestroy
from editor_app.site.output.values import Generation
from editor_app.site.output.verification import FolderCheck
from editor_app.site.progress import ExportStep

# What the window has to know of an export.
__all__ = [
    "ExportProgress",
    "ExportStopped",
    "FolderCheck",
    "Generation",
    "PlanOutdated",
    "Telling",
    "WouldDestroy",
]

# Progress is read, not watched: more often than this would only cost.
_EVERY_SECONDS = 0.1
# Earlier than this nobody knows how long something takes.
_LEARNS_FOR_SECONDS = 2.0


class ExportProgress(Struct, frozen=True):
    """What is being done, in `words`, and which `share` of that step, from 0 to 1, None where unknown.

    What `is_final` can no longer be stopped.
    """

    words: str
    share: float | None
    is_final: bool = False


class Telling:
    """Hears the steps of an export in its thread and passes them to `hear`; any thread may call `stop`."""

    def __init__(self, hear: Callable[[ExportProgress], Any]) -> None:
        self._hear = hear
        self._deciding = RLock()
        self._is_stopped = self._is_final = False
        self._told_at = 0.0
        self._step: ExportStep | None = None
        self._began_at = 0.0

    def stop(self) -> bool:
        """Let the next step raise ExportStopped; False where the switch has begun, which is finished.

        What is stopped tells nothing after this returns: whoever hears may go.
        """
        with self._deciding:
            self._is_stopped = not self._is_final
            return self._is_stopped

    def __call__(self, step: ExportStep, done: int, whole: int) -> None:
        """Hear of a step; raises ExportStopped."""
        with self._deciding:
            if self._is_stopped:
                raise ExportStopped
            self._is_final = step is ExportStep.SWITCHING
            self._tell(step, done, whole)

    def _tell(self, step: ExportStep, done: int, whole: int) -> None:
        now = time.monotonic()
        is_new = step is not self._step
        if is_new:
            self._step, self._began_at = step, now
        if is_new or now - self._told_at >= _EVERY_SECONDS:
            self._told_at = now
            words = step_words(step, done, whole, self._seconds_left(done, whole, now))
            self._hear(ExportProgress(words, done / whole if whole else None, self._is_final))

    def _seconds_left(self, done: int, whole: int, now: float) -> float | None:
        passed = now - self._began_at
        if not done or passed < _LEARNS_FOR_SECONDS:
            return None
        return passed * (whole - done) / done
