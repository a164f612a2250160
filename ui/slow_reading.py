"""What takes its time and needs no archive, done beside the window and beside what is being saved."""

from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor_app.domain.errors import EditorAppError
from ui.desk_worker import Failed
from ui.widgets.alive import while_alive

T = TypeVar("T")


class SlowReading(QObject):
    """Reads in threads of their own and answers in the window's; a bug is raised there.

    One that nobody waits for any more neither holds up the next nor the end of the program.
    """

    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, read: Callable[[], T], done: Callable[[T], Any], failed: Failed) -> None:
        """Give `done` what `read` returns, or `failed` the EditorAppError that it raises."""
        tell = while_alive(self, self._settled.emit)
        Thread(target=_read, args=(read, done, failed, tell), name="reading", daemon=True).start()

    @Slot(object)
    def _deliver(self, delivery: Callable[[], Any]) -> None:
        delivery()


def _read(
    read: Callable[[], T],
    done: Callable[[T], Any],
    failed: Failed,
    tell: Callable[[Callable[[], Any]], None],
) -> None:
    try:
        result = read()
    except EditorAppError as error:
        tell(partial(failed, error))
    except Exception as bug:  # noqa: BLE001 - carried over to the window's thread, and raised there
        tell(partial(_raise, bug))
    else:
        tell(partial(done, result))


def _raise(error: Exception) -> None:
    raise error
