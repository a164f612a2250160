"""An export, or the plan of one, beside the worker: how far it is, and stopping it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from editor_app.desk.export_progress import ExportProgress, Telling
from ui.desk_worker import DeskWorker, Failed
from ui.widgets.alive import while_alive

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk

T = TypeVar("T")


class ExportRun(QObject):
    """Does one work at a time; `told` carries an ExportProgress."""

    told = Signal(object)

    def __init__(self, worker: DeskWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._telling = Telling(self._hear)

    def begin(self, work: "Callable[[Desk, Telling], T]", done: Callable[[T], Any], failed: Failed) -> None:
        """Do `work`, which is given what to tell its steps to."""
        self._telling = telling = Telling(self._hear)
        # What is stopped takes its time to clean up behind it, and nobody is to wait for that.
        self._worker.run_beside(
            lambda desk: work(desk, telling), while_alive(self, done), while_alive(self, failed), telling.stop
        )

    def stop(self) -> bool:
        """Ask the work to stop: it fails with ExportStopped. False where its end has begun."""
        return self._telling.stop()

    def _hear(self, progress: ExportProgress) -> None:
        # That is in the worker's thread; the dialog may have gone meanwhile.
        if isValid(self):
            self.told.emit(progress)
