"""Which changes of a text a person made, apart from those of its look and of what is shown."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from ui.editor.settling import settle


class Edits(QObject):
    """Tells of each change of `document` once it has settled, but not while it `is_partial`.

    `made` comes with each of them, undo included.
    """

    made = Signal()

    def __init__(self, document: QTextDocument, is_partial: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._is_partial = is_partial
        self._are_told = True
        self._changed = (0, 0)
        document.contentsChange.connect(self._note_place)
        document.contentsChanged.connect(self._report)

    @contextmanager
    def untold(self) -> Iterator[None]:
        """Tell of nothing that changes meanwhile: it is no edit."""
        # Qt reports changed contents also where only the look or the size of something changed.
        self._are_told = False
        try:
            yield
        finally:
            self._are_told = True

    def _note_place(self, position: int, _removed: int, added: int) -> None:
        self._changed = (position, position + added)

    def _report(self) -> None:
        if not self._are_told or self._is_partial():
            return
        with self.untold():
            settle(self._document, *self._changed)
        self.made.emit()
