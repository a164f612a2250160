"""The words that the archive adds to the dictionaries, to be looked through and taken away."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.archive_words import ArchiveWords
from ui.theme.spacing import S
from ui.widgets.labels import QuietLabel
from ui.widgets.plain_button import plain_button

LINES = 6


class WordList(QWidget):
    """Lists the words of the archive; what is chosen can be removed, for all who use the archive."""

    def __init__(self, words: ArchiveWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.list = QListWidget()
        self.list.setObjectName("own_words")
        self.list.setAccessibleName(_("Words added to the dictionary"))
        self.list.setFixedHeight(LINES * self.list.fontMetrics().lineSpacing())
        self.list.currentItemChanged.connect(self._follow_choice)
        self._none = QuietLabel(_("No words added. Add one from the menu on a marked word."))
        self.remove = plain_button(_("Remove word"), "remove_word")
        self.remove.clicked.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._none)
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.remove)
        column.addLayout(row)
        words.changed.connect(self._show)
        self._show(words.words)

    def _show(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self.list.clear()
        for language, some in sorted(words.items(), reverse=True):
            for word in some:
                item = QListWidgetItem(f"{word} ({language})")
                item.setData(Qt.ItemDataRole.UserRole, (language, word))
                self.list.addItem(item)
        has_words = self.list.count() > 0
        self.list.setVisible(has_words)
        self.remove.setVisible(has_words)
        self._none.setVisible(not has_words)
        self._follow_choice()

    def _follow_choice(self) -> None:
        self.remove.setEnabled(self.list.currentItem() is not None)

    def _remove(self) -> None:
        language, word = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        self._words.remove(language, word)
