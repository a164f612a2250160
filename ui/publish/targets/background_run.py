"""Work with a server on a thread of its own: the desk goes on saving what is typed meanwhile."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from editor_app.domain.errors import EditorAppError

if TYPE_CHECKING:
    from editor_app.desk.publish_job import IsStopped, Progress, Tell

    Work = Callable[[Tell, IsStopped], Any]

# Progress is read, not watched: more often than this would only cost.
_EVERY_SECONDS = 0.08


class BackgroundRun(QObject):
    """Does one work at a time; `told` carries its progress, and one of `done` and `failed` ends it.

    A bug in the work is raised in the window's thread.
    """

    told = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    _broke = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._told_at = 0.0
        self._broke.connect(self._raise, Qt.ConnectionType.QueuedConnection)

    def start(self, work: "Work") -> None:
        """Do `work`, which is given what to tell its progress to and what says whether to stop."""
        self._stopped = threading.Event()
        # What is under way as the program ends is gone on with by the next run.
        self._thread = threading.Thread(target=self._do, args=(work, self._stopped), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to stop; `failed` then tells that it has."""
        self._stopped.set()

    def _do(self, work: "Work", stopped: threading.Event) -> None:
        try:
            result = work(self._tell, stopped.is_set)
        except EditorAppError as error:
            self._emit(self.failed, error)
        except Exception as bug:  # noqa: BLE001 - carried over to the window's thread, and raised there
            self._emit(self._broke, bug)
        else:
            self._emit(self.done, result)

    def _tell(self, progress: "Progress") -> None:
        now = time.monotonic()
        if now - self._told_at >= _EVERY_SECONDS or progress.files in {0, progress.all_files}:
            self._told_at = now
            self._emit(self.told, progress)

    def _emit(self, signal: Any, value: object) -> None:
        if isValid(self):
            signal.emit(value)

    @Slot(object)
    def _raise(self, bug: Exception) -> None:
        raise bug
