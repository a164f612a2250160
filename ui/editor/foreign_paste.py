"""A paste from another program: its HTML is read, beside the window if it is long, and put in as blocks."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from editor_app.translation import _, ngettext
from ui.editor.clipboard import from_text
from ui.editor.pasting import insert_document
from ui.widgets.alive import while_alive

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from editor_app.desk.foreign_text import LeftOut, ReadText

# To read this much takes about as long as somebody takes to notice.
LONG_HTML = 150_000
_PRESS = QEvent.Type.KeyPress
_RTF_TYPES = ("text/rtf", "application/rtf", 'application/x-qt-windows-mime;value="Rich Text Format"')


class ForeignPaste(QObject):
    """Reads HTML that was pasted into `text` and inserts it where it was asked for, as one step.

    `notice` carries a sentence on what was left out or is being done, `images` the bytes of images
    by their ids, before the figures that show them are inserted.
    """

    notice = Signal(str)
    images = Signal(object)
    _was_read = Signal(int, object)

    def __init__(self, text: "QTextEdit") -> None:
        super().__init__(text)
        self._text = text
        self._reading = 0
        self._waiting: tuple[QTextCursor, str] | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._was_read.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def paste(self, data: QMimeData) -> None:
        """Insert what `data` has as HTML at the cursor; its plain text where the HTML says nothing."""
        # The libraries that read HTML load with the first paste, not with the window.
        from editor_app.desk.foreign_text import read_clipboard

        self.forget()
        html, rtf, plain = data.html(), _rich_text(data, data.html()), data.text()
        if len(html) + len(rtf) < LONG_HTML:
            self._insert(self._text.textCursor(), read_clipboard(html, rtf), plain)
            return
        self._waiting = (QTextCursor(self._text.textCursor()), plain)
        self._text.installEventFilter(self)
        self.notice.emit(_("Reading what was copied… Press Esc to stop."))
        number = self._reading
        reading = self._reader().submit(read_clipboard, html, rtf)
        tell = while_alive(self, lambda done: self._was_read.emit(number, done))
        reading.add_done_callback(tell)

    def forget(self) -> None:
        """Let nothing that is still being read be inserted."""
        self._reading += 1
        self._waiting = None
        self._text.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() is _PRESS else None
        if pressed == Qt.Key.Key_Escape:
            self.forget()
            self.notice.emit(_("Nothing was pasted."))
            return True
        return super().eventFilter(watched, event)

    def _reader(self) -> ThreadPoolExecutor:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="paste")
        return self._thread

    def _finish(self, number: int, reading: "Future[ReadText]") -> None:
        read = reading.result()
        if number != self._reading or self._waiting is None:
            return
        cursor, plain = self._waiting
        self.forget()
        if not self._text.isReadOnly():
            self._insert(cursor, read, plain)

    def _insert(self, cursor: QTextCursor, read: "ReadText", plain: str) -> None:
        document = read.document if read.document.blocks else from_text(plain)
        if read.images:
            self.images.emit(read.images)
        insert_document(cursor, document)
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()
        if read.left_out:
            self.notice.emit(_left_out_words(read.left_out))


def add_plain_paste(menu: QMenu, act: Callable[[], object]) -> None:
    """Let `menu`, Qt's own for a text, have plain pasting below pasting."""
    pasting = menu.findChild(QAction, "edit-paste")
    if pasting is None:
        return
    plain = QAction(_("Paste as plain text"), menu)
    plain.setObjectName("edit-paste-plain")
    plain.setEnabled(pasting.isEnabled())
    plain.triggered.connect(act)
    below = menu.actions().index(pasting) + 1
    menu.insertAction(menu.actions()[below], plain)


def _rich_text(data: QMimeData, html: str) -> bytes:
    """Return the rich text beside `html`, where only that has the images."""
    if "file:/" not in html:
        return b""
    found = next((name for name in _RTF_TYPES if data.hasFormat(name)), None)
    return b"" if found is None else bytes(data.data(found).data())


def _left_out_words(left_out: "LeftOut") -> str:
    counted = (
        (left_out.images, ngettext("{count} image", "{count} images", left_out.images)),
        (left_out.comments, ngettext("{count} comment", "{count} comments", left_out.comments)),
        (
            left_out.deletions,
            ngettext("{count} struck-out passage", "{count} struck-out passages", left_out.deletions),
        ),
    )
    things = ", ".join(words.format(count=count) for count, words in counted if count)
    return _("Pasted. Left out: {things}.").format(things=things)
