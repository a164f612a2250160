"""A thread that works on the archive's file beside the desk: to copy or check it takes its time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor_app.domain.errors import EditorAppError

T = TypeVar("T")
Tell = Callable[..., None]
Failed = Callable[[EditorAppError], Any]

# In seconds: nobody sees more of a bar.
LEAST_BETWEEN = 0.05


class Stopped(Exception):
    """Nobody waits for the work any more."""


class FileWork(QObject):
    """Does one thing after another; what comes of it is told in the window's thread."""

    _settled = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="file")
        self._stop = Event()
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        operation: Callable[[Tell], T],
        done: Callable[[T], Any],
        failed: Failed,
        told: Callable[..., Any] = lambda *_progress: None,
    ) -> "Work":
        """Queue `operation`; what it tells goes to `told`, its result to `done` and an error to `failed`.

        To tell raises Stopped within it where somebody has stopped the work; then nothing more comes.
        """
        work = Work(self._stop)
        self._thread.submit(self._work, work, operation, done, failed, told)
        return work

    def close(self) -> None:
        """Stop what is under way and wait for that; nothing more comes."""
        self._stop.set()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _work(
        self,
        work: "Work",
        operation: Callable[[Tell], Any],
        done: Callable[[Any], Any],
        failed: Failed,
        told: Callable[..., Any],
    ) -> None:
        last = 0.0

        def tell(*progress: Any) -> None:
            nonlocal last
            if work.is_stopped:
                raise Stopped
            if monotonic() - last > LEAST_BETWEEN:
                last = monotonic()
                self._settled.emit((work, partial(told, *progress)))

        try:
            tell_result = partial(done, operation(tell))
        except Stopped:
            return
        except EditorAppError as error:
            tell_result = partial(failed, error)
        except Exception as bug:  # noqa: BLE001 - carried over to the window's thread, and raised there
            tell_result = partial(_raise, bug)
        self._settled.emit((work, tell_result))

    @Slot(object)
    def _deliver(self, delivery: "tuple[Work, Callable[[], Any]]") -> None:
        work, act = delivery
        if not work.is_stopped:
            act()


class Work:
    """One thing that is being done, or will be."""

    def __init__(self, all_stopped: Event) -> None:
        self._all_stopped = all_stopped
        self._stopped = Event()

    @property
    def is_stopped(self) -> bool:
        """Tell whether nobody waits for it any more."""
        return self._stopped.is_set() or self._all_stopped.is_set()

    def stop(self) -> None:
        """Wait for it no longer; it ends at its next word."""
        self._stopped.set()


def _raise(error: Exception) -> None:
    raise error
