"""Long HTML is read in a process of its own: the window goes on, and the reading can be ended."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

from editor_app.desk.foreign_text import ReadText, answer_of, to_request
from ui.editor.spelling_process import LONGEST_GOODBYE_MS, ROOT
from ui.widgets.timers import once_after

MODULE = "editor_app.desk.foreign_text"
LONGEST_READING_MS = 20_000


class ReadingProcess(QObject):
    """Reads one text; then comes `read`, or `gave_up` where it took too long or the process ended."""

    read = Signal(ReadText)
    gave_up = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        # Without UTF-8 mode, paths with å in them are lost on systems in the C locale.
        self._process.setArguments(["-X", "utf8", "-m", MODULE])
        self._process.setWorkingDirectory(str(ROOT))
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._limit = once_after(LONGEST_READING_MS, self._process.kill, self)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.stop)

    def start(self, html: str, rtf: bytes) -> None:
        """Begin to read `html`, and the images in the rich text beside it."""
        self._process.start()
        self._process.write(to_request(html, rtf))
        self._process.closeWriteChannel()
        self._limit.start()

    def stop(self) -> None:
        """End the reading; nothing is told of it."""
        self.blockSignals(True)
        self._limit.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(LONGEST_GOODBYE_MS)

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            self.read.emit(answer_of(bytes(self._process.readAllStandardOutput().data())))
        else:
            self.gave_up.emit()

    def _failed(self, error: QProcess.ProcessError) -> None:
        # Where it has run, `finished` tells the rest.
        if error is QProcess.ProcessError.FailedToStart:
            self._limit.stop()
            self.gave_up.emit()
