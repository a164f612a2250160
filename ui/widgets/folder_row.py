"""A line for the path of a folder, beside a button that lets one be chosen."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from editor_app.translation import _
from ui.theme.spacing import S
from ui.widgets.plain_button import plain_button


class FolderRow(QWidget):
    """Lets a folder be written into `line` or chosen by the button `name`; `title` says which one."""

    def __init__(self, line: QLineEdit, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._title = title
        self.setFocusProxy(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(line, 1)
        row.addWidget(plain_button(_("Choose…"), name, "folder", self._choose))

    def _choose(self) -> None:
        before = self._line.text().strip() or str(Path.home())
        folder = QFileDialog.getExistingDirectory(self, self._title, before)
        if folder:
            self._line.setText(folder)
