"""The one worker that owns the archive: operations go in, values come back to the window's thread."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor_app.domain.errors import EditorAppError

if TYPE_CHECKING:
    # The desk brings the database libraries with it; the window is painted before they are needed.
    from editor_app.desk.desk import Desk

T = TypeVar("T")
OpenDesk = Callable[[], "Desk"]
Failed = Callable[[EditorAppError], Any]


class DeskWorker(QObject):
    """Runs operations on the desk one after another, in a thread of their own, and long ones beside them.

    `done`, `failed` and `broke` are called in the window's thread, in the order in which the
    operations were asked for. Errors that the world causes go to `failed`, or to the signal
    `went_wrong` where the caller gave none; a bug in an operation goes to `broke`, or is raised there.
    `erred` carries each error as well, from the worker's thread and after the caller has been told.
    """

    went_wrong = Signal(object)
    erred = Signal(object)
    _settled = Signal(object)
    _settled_beside = Signal(object)

    def __init__(self, open_desk: OpenDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._beside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._asked: deque[_Asked] = deque()
        self._asked_beside: deque[_Asked] = deque()
        self._is_closed = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._settled_beside.connect(self._deliver_beside, Qt.ConnectionType.QueuedConnection)

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing can be asked of it any more."""
        return self._is_closed

    def run(
        self,
        operation: "Callable[[Desk], T]",
        done: Callable[[T], Any] | None = None,
        failed: Failed | None = None,
        broke: Callable[[Exception], Any] | None = None,
    ) -> None:
        """Queue `operation`; its result goes to `done`, an EditorAppError to `failed`, a bug to `broke`.

        Once the worker is closed nothing is queued: a timer may still ask while its window goes.
        """
        if self._is_closed:
            return
        asked = _Asked(done or _ignore, failed or self.went_wrong.emit, broke or _raise)
        self._thread.submit(self._work, operation)
        # One thread works and answers in order; none is delivered before this returns.
        self._asked.append(asked)

    def run_beside(
        self,
        operation: "Callable[[Desk], T]",
        done: Callable[[T], Any],
        failed: Failed,
        stop: Callable[[], Any] | None = None,
    ) -> None:
        """Do `operation` on a desk of its own while those of `run` go on; one such follows another.

        `stop`, which any thread may call, is called where the worker closes before it is done.
        """
        if self._is_closed:
            return
        self._beside.submit(self._work_beside, operation)
        self._asked_beside.append(_Asked(done, failed, _raise, stop))

    def close(self) -> None:
        """Finish what is queued, stop what is done beside it where it can be, and close the desk.

        What has not been delivered by then never is.
        """
        # Whoever asked is going too: what they would do now might ask again, and nobody answers.
        self._is_closed = True
        for asked in self._asked_beside:
            if asked.stop is not None:
                asked.stop()
        self._beside.shutdown(wait=True)
        closing = self._thread.submit(self._close_desk)
        self._thread.shutdown(wait=True)
        closing.result()

    def _work(self, operation: "Callable[[Desk], Any]") -> None:
        def act() -> Any:
            if self._desk is None:
                self._desk = self._open_desk()
            return operation(self._desk)

        self._settle(act, self._settled.emit)

    def _work_beside(self, operation: "Callable[[Desk], Any]") -> None:
        def act() -> Any:
            with closing(self._open_desk()) as desk:
                return operation(desk)

        self._settle(act, self._settled_beside.emit)

    def _settle(self, act: Callable[[], Any], tell: Callable[[Any], Any]) -> None:
        """Do `act`, and tell of what became of it; in the thread that works."""
        try:
            result = act()
        except EditorAppError as error:
            tell(partial(_Asked.fail, error=error))
            self.erred.emit(error)
        except Exception as bug:  # noqa: BLE001 - carried over to the window's thread, and raised there
            tell(partial(_Asked.break_down, bug=bug))
        else:
            tell(partial(_Asked.succeed, result=result))

    def _close_desk(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    @Slot(object)
    def _deliver(self, tell: "Callable[[_Asked], Any]") -> None:
        asked = self._asked.popleft()
        if not self._is_closed:
            tell(asked)

    @Slot(object)
    def _deliver_beside(self, tell: "Callable[[_Asked], Any]") -> None:
        asked = self._asked_beside.popleft()
        if not self._is_closed:
            tell(asked)


@dataclass(frozen=True)
class _Asked:
    """Who is told what became of an operation.

    It stays in the window's thread: the last to let go of a widget deletes it, and the other thread
    must not be that one.
    """

    done: Callable[[Any], Any]
    failed: Failed
    broke: Callable[[Exception], Any]
    stop: Callable[[], Any] | None = None

    def succeed(self, result: Any) -> None:
        self.done(result)

    def fail(self, error: EditorAppError) -> None:
        self.failed(error)

    def break_down(self, bug: Exception) -> None:
        self.broke(bug)


def _ignore(_result: Any) -> None:
    pass


def _raise(error: Exception) -> None:
    raise error
