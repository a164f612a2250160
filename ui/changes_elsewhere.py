"""What other windows and programs do to the archive that is open here, noticed while it is open."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor_app.domain.errors import EditorAppError
from ui.desk_worker import DeskWorker

EVERY_MS = 3000


class ChangesElsewhere(QObject):
    """Asks every few seconds, and when `window` comes to the front, whether somebody changed the archive.

    `changed` comes when they did; `lost` with the error when the archive can no longer be reached, once
    until it is there again.
    """

    changed = Signal()
    lost = Signal(object)

    def __init__(self, worker: DeskWorker, window: QWidget) -> None:
        super().__init__(window)
        self._worker = worker
        self._window = window
        self._trace: object = None
        self._is_asking = False
        self._is_lost = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._look_if_seen)

    def begin(self) -> None:
        """Take the archive as it is now for known, and watch it from here on."""
        self._trace = None
        self._timer.start()
        self._window.installEventFilter(self)
        self.look()

    def stop(self) -> None:
        """Ask no longer by itself, but when the window comes to the front."""
        self._timer.stop()

    def look(self) -> None:
        """Ask now."""
        if not self._is_asking and not self._worker.is_closed:
            self._is_asking = True
            self._worker.run(lambda desk: desk.trace_of_others(), self._compare, self._miss)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)

    def _look_if_seen(self) -> None:
        if self._window.isVisible() and not self._window.isMinimized():
            self.look()

    def _compare(self, trace: object) -> None:
        before, self._trace = self._trace, trace
        self._is_asking = self._is_lost = False
        if before is not None and trace != before:
            self.changed.emit()

    def _miss(self, error: EditorAppError) -> None:
        was_lost, self._is_lost = self._is_lost, True
        self._is_asking = False
        if not was_lost:
            self.lost.emit(error)
