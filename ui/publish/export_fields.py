"""Where a website is exported to, and how it is switched there."""

import sys

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.theme.spacing import XS, S
from ui.widgets.folder_row import FolderRow
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel


class ExportFields(QWidget):
    """The folder, and whether whole releases are switched there; `changed` comes when either is another.

    `folder_changed` comes when the folder is.
    """

    folder_changed = Signal()
    changed = Signal()

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = named_line("folder", folder)
        self.line.setAccessibleName(_("Folder"))
        self.line.setToolTip(folder)
        self.line.textChanged.connect(self._tell_of_folder)
        row = FolderRow(self.line, "choose", _("Where to export the site"))
        self.field = FormField(_("Folder"), row, _("A new or empty folder, or one exported to before."))
        # The line has the name, and is not to be heard twice.
        self.field.control.setAccessibleName("")
        self._releases = QCheckBox(_("Switch whole releases behind a link"))
        self._releases.setObjectName("releases")
        self._releases.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.field)
        column.addSpacing(S)
        column.addWidget(self._releases)
        column.addWidget(QuietLabel(self._explain_releases()))

    def folder(self) -> str:
        """Return what is written as the folder, empty where nothing is."""
        return self.line.text().strip()

    @property
    def wants_releases(self) -> bool:
        """Whether whole releases are chosen."""
        return self._releases.isChecked()

    def show_releases(self, are_there: bool) -> None:
        """Show whether whole releases are there now; that is no choice."""
        self._releases.blockSignals(True)
        self._releases.setChecked(are_there)
        self._releases.blockSignals(False)

    def _explain_releases(self) -> str:
        if sys.platform == "win32":
            self._releases.setEnabled(False)
            return _("Windows has no links that can be switched like that.")
        return _("For a server that shows this very folder: its readers never meet a half new website.")

    def _tell_of_folder(self, folder: str) -> None:
        self.line.setToolTip(folder)
        self.folder_changed.emit()
