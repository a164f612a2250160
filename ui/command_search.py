"""Finds an action by its name: everything that the menus hold, in one list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QMenu, QMenuBar, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.theme.spacing import S
from ui.widgets.folding import matches
from ui.widgets.labels import QuietLabel
from ui.widgets.search_field import SearchField

ACTION_ROLE = Qt.ItemDataRole.UserRole


class CommandSearch(QDialog):
    """Lists the actions that can be taken now and match what is typed; Enter takes the chosen one."""

    def __init__(self, menu_bar: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Find an action"))
        self.resize(460, 380)
        self._entries = list(_entries(menu_bar))
        self.search = SearchField(_("Find an action"))
        self.search.textChanged.connect(self._filter)
        self.found = QListWidget()
        self.found.setAccessibleName(_("Actions"))
        self.found.itemActivated.connect(self._take)
        self.nothing = QuietLabel(_("No action is called that. Try fewer words."))
        # The search field would only be emptied.
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(S, S, S, S)
        column.setSpacing(S)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.found)
        self._filter("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list from the search field; Enter takes what is chosen."""
        row, last = self.found.currentRow(), self.found.count() - 1
        if event.key() == Qt.Key.Key_Down:
            self.found.setCurrentRow(min(row + 1, last))
        elif event.key() == Qt.Key.Key_Up:
            self.found.setCurrentRow(max(row - 1, 0))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.found.currentItem():
            self._take(self.found.currentItem())
        else:
            super().keyPressEvent(event)

    def _filter(self, text: str) -> None:
        self.found.clear()
        for path, action in self._entries:
            if matches(text, path):
                shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(f"{path}    {shortcut}".rstrip())
                item.setData(ACTION_ROLE, action)
                self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.nothing.setVisible(self.found.count() == 0)

    def _take(self, item: QListWidgetItem) -> None:
        action: QAction = item.data(ACTION_ROLE)
        self.accept()
        action.trigger()


def _entries(menu_bar: QMenuBar) -> list[tuple[str, QAction]]:
    """Return the enabled actions of all menus, each with its path as in `File › New article`."""
    entries: list[tuple[str, QAction]] = []
    for top in menu_bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            _collect(menu, _bare(top.text()), entries)
    return entries


def _collect(menu: QMenu, path: str, entries: list[tuple[str, QAction]]) -> None:
    for action in menu.actions():
        inner = action.menu()
        name = f"{path} › {_bare(action.text())}"
        if isinstance(inner, QMenu):
            _collect(inner, name, entries)
        elif not action.isSeparator() and action.isEnabled() and action.isVisible():
            entries.append((name, action))


def _bare(text: str) -> str:
    return text.replace("&", "")
