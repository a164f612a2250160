"""The one worker that owns the archive: operations go in, values come back to the window's thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor_app.domain.errors import EditorAppError

if TYPE_CHECKING:
    # The desk brings the database libraries with it; the window is painted before they are needed.
    from editor_app.desk.desk import Desk

T = TypeVar("T")


class DeskWorker(QObject):
    """Runs operations on the desk one after another, in a thread of their own.

    `done` and `failed` are called in the window's thread, in the order in which the operations were
    asked for. Errors that the world causes go to `failed`, or to the signal `went_wrong` where the
    caller gave none; a bug in an operation is raised in the window's thread.
    """

    went_wrong = Signal(object)
    _settled = Signal(object)

    def __init__(self, open_desk: "Callable[[], Desk]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        operation: "Callable[[Desk], T]",
        done: Callable[[T], Any] | None = None,
        failed: Callable[[EditorAppError], Any] | None = None,
    ) -> None:
        """Queue `operation`; its result goes to `done`, an EditorAppError to `failed`."""
        self._thread.submit(self._work, operation, done, failed)

    def close(self) -> None:
        """Finish what is queued and close the desk; results that come after this are not delivered."""
        self._thread.submit(self._close_desk)
        self._thread.shutdown(wait=True)

    def _work(
        self,
        operation: "Callable[[Desk], Any]",
        done: Callable[[Any], Any] | None,
        failed: Callable[[EditorAppError], Any] | None,
    ) -> None:
        try:
            if self._desk is None:
                self._desk = self._open_desk()
            result = operation(self._desk)
        except EditorAppError as error:
            report = failed or self.went_wrong.emit
            self._settled.emit(lambda error=error: report(error))
        except Exception as bug:  # noqa: BLE001 - carried over to the window's thread and raised there
            self._settled.emit(lambda bug=bug: _raise(bug))
        else:
            if done is not None:
                self._settled.emit(lambda: done(result))

    def _close_desk(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    @Slot(object)
    def _deliver(self, delivery: Callable[[], Any]) -> None:
        delivery()


def _raise(error: Exception) -> None:
    raise error
