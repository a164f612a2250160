"""A long document comes into the text slice by slice, so that the window is never kept waiting."""

from time import perf_counter

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from editor_app.domain.document import Document, plain_text
from ui.editor.pasting import insertion
from ui.widgets.timers import once_after

# Laying a slice out takes some three times as long as inserting it.
SLICE_BLOCKS = 40
SLICE_CHARACTERS = 10_000
SLICE_SECONDS = 0.008
# Inserting no more than this is done before a dialog would be there.
MOST_BLOCKS_AT_ONCE = 400
MOST_CHARACTERS_AT_ONCE = 120_000


def is_soon_done(document: Document) -> bool:
    """Tell whether `document` can be inserted at once, without anybody waiting."""
    few = len(document.blocks) <= MOST_BLOCKS_AT_ONCE
    return few and sum(len(plain_text(block)) for block in document.blocks) <= MOST_CHARACTERS_AT_ONCE


class SlicedInsertion(QObject):
    """Inserts `document` at `cursor` between other events, as one step to undo.

    `progressed` carries how many blocks are there, and `finished` comes with the last. Nothing else may
    be changed in the meantime.
    """

    progressed = Signal(int)
    finished = Signal()

    def __init__(self, cursor: QTextCursor, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._cursor = cursor
        self._steps = insertion(cursor, document)
        self._inserted = 0
        self._next = once_after(0, self._insert_slice, self)

    def start(self) -> None:
        """Begin with the first slice as soon as nothing else is waiting."""
        self._next.start()

    def take_back(self) -> None:
        """Stop, and leave the text as it was."""
        self._next.stop()
        if self._inserted:
            text = self._cursor.document()
            text.undo()
            text.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)

    def _insert_slice(self) -> None:
        if self._inserted:
            self._cursor.joinPreviousEditBlock()
        else:
            self._cursor.beginEditBlock()
        try:
            is_done = self._run_steps()
        finally:
            self._cursor.endEditBlock()
        self.progressed.emit(self._inserted)
        if is_done:
            self.finished.emit()
        else:
            self._next.start()

    def _run_steps(self) -> bool:
        """Take the steps of one slice, and tell whether they were the last."""
        late, most = perf_counter() + SLICE_SECONDS, self._cursor.position() + SLICE_CHARACTERS
        for count, _step in enumerate(self._steps, start=1):
            self._inserted += 1
            if count == SLICE_BLOCKS or self._cursor.position() > most or perf_counter() > late:
                return False
        return True
