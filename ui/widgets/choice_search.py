"""Finds one of many choices by what it is called, in a list that follows the typing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.theme.spacing import S
from ui.widgets.folding import matches
from ui.widgets.labels import QuietLabel
from ui.widgets.search_field import SearchField

KEY_ROLE = Qt.ItemDataRole.UserRole
INDENT = "\u2003"


@dataclass(frozen=True)
class Choice:
    """One line: `name` is what finds it, `aside` stands behind it, `key` is what the owner knows it by."""

    key: Any
    name: str
    aside: str = ""
    level: int = 0


class ChoiceSearch(QDialog):
    """Lists the choices that match what is typed; Enter picks the chosen one.

    `picked` carries the key of a choice, after the dialog has closed.
    """

    picked = Signal(object)

    def __init__(
        self, title: str, choices: Iterable[Choice], nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(460, 380)
        self._choices = tuple(choices)
        self.search = SearchField(title)
        self.search.textChanged.connect(self._filter)
        self.found = QListWidget()
        self.found.setAccessibleName(title)
        self.found.itemActivated.connect(self._pick)
        self.nothing = QuietLabel(nothing)
        # The search field would only be emptied.
        QShortcut(QKeySequence.StandardKey.Cancel, self, self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(S, S, S, S)
        column.setSpacing(S)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.found)
        self._filter("")

    def choose(self, row: int) -> None:
        """Let the choice in `row` of the list be the one that Enter picks."""
        self.found.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list from the search field; Enter picks what is chosen."""
        row, last = self.found.currentRow(), self.found.count() - 1
        if event.key() == Qt.Key.Key_Down:
            self.found.setCurrentRow(min(row + 1, last))
        elif event.key() == Qt.Key.Key_Up:
            self.found.setCurrentRow(max(row - 1, 0))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.found.currentItem():
            self._pick(self.found.currentItem())
        else:
            super().keyPressEvent(event)

    def _filter(self, text: str) -> None:
        self.found.clear()
        for choice in self._choices:
            if matches(text, choice.name):
                line = f"{choice.name}    {choice.aside}".rstrip()
                item = QListWidgetItem(INDENT * choice.level + line)
                item.setData(KEY_ROLE, choice.key)
                self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.nothing.setVisible(self.found.count() == 0)

    def _pick(self, item: QListWidgetItem) -> None:
        key = item.data(KEY_ROLE)
        self.accept()
        self.picked.emit(key)
