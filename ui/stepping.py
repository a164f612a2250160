"""Long work of the desk, a step at a time: what is typed meanwhile is saved between two steps."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from ui.desk_worker import DeskWorker, Failed
from ui.widgets.alive import while_alive

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk
    from editor_app.desk.steps import Steps

T = TypeVar("T")


class _Outcome(Struct, frozen=True):
    value: Any


class Stepping(QObject):
    """Has the worker do one work at a time; `told` carries the share that is done, from 0 to 1.

    What is under way when Qt deletes this is given up.
    """

    told = Signal(float)

    def __init__(self, worker: DeskWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._under_way: object = None

    def begin(self, start: "Callable[[Desk], Steps[T]]", done: Callable[[T], Any], failed: Failed) -> None:
        """Do the steps that `start` gives; another work that is under way is given up."""
        self._under_way = work = object()
        self._worker.run(start, while_alive(self, partial(self._go_on, work, done, failed)), failed)

    def give_up(self) -> None:
        """Let what is under way be: nobody hears what became of it."""
        self._under_way = None

    def _go_on(self, work: object, done: Callable[[Any], Any], failed: Failed, steps: "Steps[Any]") -> None:
        def stepped(outcome: "float | _Outcome") -> None:
            if work is not self._under_way:
                return
            if isinstance(outcome, _Outcome):
                done(outcome.value)
            else:
                self.told.emit(outcome)
                self._go_on(work, done, failed, steps)

        if work is self._under_way:
            self._worker.run(lambda _desk: _step(steps), while_alive(self, stepped), failed)


def _step(steps: "Steps[Any]") -> "float | _Outcome":
    try:
        return next(steps)
    except StopIteration as stopped:
        return _Outcome(stopped.value)
