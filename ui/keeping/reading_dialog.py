"""The wait while what can be read of a damaged archive is read: how far it has come, and a way out."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor_app.domain.errors import EditorAppError
from editor_app.translation import _, interface_language
from ui.keeping.file_work import FileWork, Tell
from ui.theme.spacing import XL, L, M
from ui.widgets.alive import while_alive
from ui.widgets.labels import QuietLabel

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk

WIDTH = 480
# What is read sooner needs no dialog.
PATIENCE_MS = 400


class ReadingDialog(QDialog):
    """Reads what is left of the archive at `path`; `read` carries a desk on it, `failed` an error."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, path: Path, work: FileWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Damaged archive"))
        self.setMinimumWidth(WIDTH)
        words = QLabel(_("Reading what can be read of the archive. Nothing in its file is changed."))
        words.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(_("Rows read"))
        self.count = QuietLabel("")
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        for part in (words, self.progress, self.count):
            column.addWidget(part)
        column.addLayout(buttons)

        def read(tell: Tell) -> "Desk":
            from editor_app.desk.opening import open_what_is_left

            return open_what_is_left(path, progress=tell)

        self._work = work.run(
            read, while_alive(self, self._done), while_alive(self, self._fail), while_alive(self, self._tell)
        )
        self.rejected.connect(self._work.stop)
        self.finished.connect(self.deleteLater)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.open)

    def begin(self) -> None:
        """Show the dialog, unless all is read at once."""
        self._patience.start(PATIENCE_MS)

    def _tell(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        text = QLocale(interface_language()).toString
        words = _("{done} of about {total} rows").format(done=text(done), total=text(total))
        self.count.setText(words if total else "")

    def _done(self, desk: "Desk") -> None:
        self._patience.stop()
        self.accept()
        self.read.emit(desk)

    def _fail(self, error: EditorAppError) -> None:
        self._patience.stop()
        self.accept()
        self.failed.emit(error)
