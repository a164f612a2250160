"""The menu of saved filters, and the dialog in which they get other names or go."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.translation import _
from ui.archive_browser.saved_filters import SavedFilters
from ui.theme.spacing import M
from ui.widgets.dialogs import show_dialog
from ui.widgets.labels import QuietLabel


class SavedFiltersMenu(QMenu):
    """Filled anew each time that it opens; `picked` carries the query of the one that was chosen."""

    picked = Signal(str)

    def __init__(self, saved: SavedFilters, parent: QWidget) -> None:
        super().__init__(parent)
        self._saved = saved
        self._present = ""
        self.aboutToShow.connect(self._fill)

    def follow(self, query: str) -> None:
        """Take it that the list shows `query`."""
        self._present = query

    def _fill(self) -> None:
        self.clear()
        queries = self._saved.queries
        for name, query in queries.items():
            action = self.addAction(name)
            action.setToolTip(query)
            action.setCheckable(True)
            action.setChecked(query == self._present)
            action.triggered.connect(partial(self._pick, query))
        if not queries:
            self.addAction(_("Nothing is saved yet")).setEnabled(False)
        self.addSeparator()
        save = self.addAction(_("Save what is looked for…"))
        save.setObjectName("save_filter")
        save.setEnabled(bool(self._present.strip()))
        save.triggered.connect(self._ask_name)
        manage = self.addAction(_("Change saved filters…"))
        manage.setEnabled(bool(queries))
        manage.triggered.connect(lambda: show_dialog(SavedFiltersDialog(self._saved, self.window())))

    def _pick(self, query: str) -> None:
        self.picked.emit(query)

    def _ask_name(self) -> None:
        query = self._present
        dialog = QInputDialog(self.window())
        dialog.setWindowTitle(_("Save what is looked for"))
        dialog.setLabelText(_("Name. One that is taken already is replaced."))
        dialog.setOkButtonText(_("Save"))
        dialog.setCancelButtonText(_("Cancel"))
        dialog.textValueSelected.connect(lambda name: self._saved.save(name, query))
        show_dialog(dialog)


class SavedFiltersDialog(QDialog):
    """Lists the saved filters: F2 or a second click gives another name, Delete takes one away."""

    def __init__(self, saved: SavedFilters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self.setWindowTitle(_("Saved filters"))
        self.resize(420, 320)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Saved filters"))
        self.list.itemChanged.connect(self._rename)
        self.list.currentItemChanged.connect(self._follow_choice)
        self.query = QuietLabel()
        self._rename_button = QPushButton(_("Rename"))
        self._rename_button.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self._remove_button = QPushButton(_("Delete"))
        self._remove_button.setObjectName("remove_filter")
        self._remove_button.clicked.connect(self._remove)
        buttons = QDialogButtonBox()
        buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._rename_button)
        row.addWidget(self._remove_button)
        row.addStretch()
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setSpacing(M)
        column.addWidget(self.list, 1)
        column.addWidget(self.query)
        column.addLayout(row)
        self._show()

    def _show(self, chosen: str | None = None) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for name in self._saved.queries:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
            if name == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._follow_choice()

    def _follow_choice(self) -> None:
        item = self.list.currentItem()
        self.query.setText("" if item is None else self._saved.queries.get(item.text(), ""))
        self._rename_button.setEnabled(item is not None)
        self._remove_button.setEnabled(item is not None)

    def _rename(self, item: QListWidgetItem) -> None:
        self._saved.rename(item.data(Qt.ItemDataRole.UserRole), item.text())
        self._show(" ".join(item.text().split()))

    def _remove(self) -> None:
        self._saved.remove(self.list.currentItem().text())
        self._show()
