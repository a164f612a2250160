"""What comes into the body by paste or drop, each kind of it in its own way."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor_app.domain.document import Document
from ui.editor import clipboard
from ui.editor.commands import set_link
from ui.editor.foreign_paste import ForeignPaste
from ui.editor.link_pasting import href_over_words


class Incoming(QObject):
    """Puts what is brought into `body` at its cursor, where `run` does commands.

    `images_brought` carries pictures and the paths of image files, `images_pasted` the bytes of the
    images within pasted text by their ids, `notice` a sentence on what was left out. `inserted` comes
    when a long text that came in bit by bit is all there.
    """

    inserted = Signal()
    notice = Signal(str)
    images_brought = Signal(object)
    images_pasted = Signal(object)

    def __init__(self, body: QTextEdit, run: Callable[[Callable[[QTextCursor], Any]], None]) -> None:
        super().__init__(body)
        self._body = body
        self._run = run
        self._foreign = ForeignPaste(body)
        self._foreign.inserted.connect(self.inserted)
        self._foreign.notice.connect(self.notice)
        self._foreign.images.connect(self.images_pasted)

    @property
    def body_before(self) -> Document | None:
        """What the text said before that of which a part is in it; None where there is no such."""
        return self._foreign.body_before

    def forget(self) -> None:
        """Let nothing come in that is still being read or not wholly there."""
        self._foreign.forget()

    def accepts(self, source: QMimeData) -> bool:
        """Tell whether `source` holds something for the text."""
        if source.hasFormat(clipboard.DOCUMENT_TYPE) or clipboard.images_in(source):
            return True
        # Other files are for the window to take in, not for the text to show the path of.
        return (source.hasText() or source.hasHtml()) and not any(url.isLocalFile() for url in source.urls())

    def take(self, source: QMimeData) -> None:
        """Put in what `source` holds, in the richest form that we can read."""
        href = href_over_words(source, self._body.textCursor())
        if href is not None:
            self._run(lambda cursor: set_link(cursor, href, ""))
            return
        images = clipboard.images_in(source)
        if images:
            self.images_brought.emit(images)
            return
        own = clipboard.own_document(source)
        if own is not None:
            self._foreign.insert(own)
        elif source.hasHtml():
            self._foreign.paste(source)
        else:
            self._take_plain(source)

    def paste_plain(self) -> None:
        """Insert the words of the clipboard, without what they were made up with."""
        source = clipboard.on_clipboard()
        if source.hasHtml() and not source.text().strip():
            # Some programs leave it to others to take the words out of their HTML.
            self._foreign.paste(source, words_only=True)
        else:
            self._take_plain(source)

    def _take_plain(self, source: QMimeData) -> None:
        self._foreign.insert(clipboard.from_text(source.text()))
