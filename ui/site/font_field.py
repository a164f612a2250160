"""The file of the publisher's own font."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from editor_app.domain.site_problems import FONT_BYTES
from editor_app.translation import _
from ui.theme.spacing import S
from ui.widgets.form_field import Problem
from ui.widgets.labels import QuietLabel
from ui.widgets.number_words import number
from ui.widgets.plain_button import plain_button


class FontField(QWidget):
    """Holds the bytes of a WOFF2 file, none where nobody has chosen one."""

    def __init__(self, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self.choose_button = plain_button(_("Choose a WOFF2 file…"), "choose_font", "folder")
        self._size = QuietLabel()
        self.problem = Problem()
        self.setFocusProxy(self.choose_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._size)
        column.addWidget(self.problem)
        self.choose_button.clicked.connect(self._choose)
        self._tell()

    def data(self) -> bytes:
        """Return what is to be kept."""
        return self._data

    def read(self, path: Path) -> None:
        """Take the file at `path`; of a large one only as much as tells that it is."""
        try:
            with path.open("rb") as file:
                self._data = file.read(FONT_BYTES + 1)
        except OSError as error:
            self.problem.show_sentence(f"{path}: {error.strerror}")
            return
        self.problem.show_sentence("")
        self._tell()

    def _choose(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(self, _("Choose a WOFF2 file"), "", "WOFF2 (*.woff2)")
        if path:
            self.read(Path(path))

    def _tell(self) -> None:
        kilobytes = number(len(self._data) // 1000)
        self._size.setText(
            _("{kilobytes} kB, which every reader loads once.").format(kilobytes=kilobytes)
            if self._data
            else _("No file is chosen yet. You need the right to use the font on the web.")
        )
