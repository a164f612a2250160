"""The cursor and the sight of a text that is shown anew, kept where the words are that they were at."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QScrollBar


class TextField(Protocol):
    """What shows a text: QTextEdit and QPlainTextEdit."""

    def document(self) -> QTextDocument: ...

    def textCursor(self) -> QTextCursor: ...

    def setTextCursor(self, cursor: QTextCursor) -> None: ...

    def verticalScrollBar(self) -> QScrollBar: ...


@contextmanager
def kept_place(field: TextField) -> Iterator[None]:
    """Let the text of `field` be replaced, and put cursor and scroll bar back to where they belong.

    The cursor stays in the block with the same words, else in the one of the same number.
    """
    cursor = field.textCursor()
    words, number, column = cursor.block().text(), cursor.blockNumber(), cursor.positionInBlock()
    scrolled = field.verticalScrollBar().value()
    yield
    document = field.document()
    block = document.findBlockByNumber(_nearest(document, words, number))
    moved = QTextCursor(document)
    moved.setPosition(block.position() + min(column, block.length() - 1))
    field.setTextCursor(moved)
    field.verticalScrollBar().setValue(scrolled)


def _nearest(document: QTextDocument, words: str, number: int) -> int:
    """Return the number of the block with `words` that is nearest to block `number`, else that number."""
    last = document.blockCount() - 1
    same = [at for at in range(last + 1) if document.findBlockByNumber(at).text() == words]
    return min(same, key=lambda at: abs(at - number), default=min(number, last))
