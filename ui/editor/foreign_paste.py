"""A paste from another program: its HTML is read, beside the window if it is long, and put in as blocks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from editor_app.domain.document import Document, plain_text
from editor_app.translation import _, ngettext
from ui.editor.clipboard import from_text
from ui.editor.mapping import read as read_text
from ui.editor.paste_progress import PasteProgress
from ui.editor.pasting import insert_document
from ui.editor.sliced_insertion import SlicedInsertion, is_soon_done
from ui.widgets.dialogs import show_dialog
from ui.widgets.timers import once_after

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from editor_app.desk.foreign_text import LeftOut, ReadText
    from ui.editor.reading_process import ReadingProcess

# Up to some 30 pages are read before a process would have started, and nothing takes a second.
LONG_HTML = 250_000
# What is done sooner needs no dialog.
PATIENCE_MS = 400
_RTF_TYPES = ("text/rtf", "application/rtf", 'application/x-qt-windows-mime;value="Rich Text Format"')


class ForeignPaste(QObject):
    """Inserts what was pasted into `text` where it was asked for, as one step.

    What is long is read in a process of its own and inserted slice by slice, with a dialog that tells
    how far it is and takes it back. `inserted` comes when that is done, `notice` carries a sentence on
    what was left out or could not be read, `images` the bytes of images by their ids, before the
    figures that show them are inserted.
    """

    notice = Signal(str)
    images = Signal(object)
    inserted = Signal()

    def __init__(self, text: "QTextEdit") -> None:
        super().__init__(text)
        self._text = text
        self._body_before: Document | None = None
        self._reading: ReadingProcess | None = None
        self._insertion: SlicedInsertion | None = None
        self._progress: PasteProgress | None = None
        self._patience = once_after(PATIENCE_MS, self._show_progress, self)

    @property
    def body_before(self) -> Document | None:
        """What the text said before the paste of which a part is in it; None where there is no such."""
        return self._body_before

    def paste(self, data: QMimeData, *, words_only: bool = False) -> None:
        """Insert what `data` has as HTML at the cursor; its plain text where the HTML says nothing.

        With `words_only`, what the HTML says comes as if it had been plain text.
        """
        # The libraries that read HTML load with the first paste, not with the window.
        from editor_app.desk.foreign_text import read_clipboard
        from ui.editor.reading_process import ReadingProcess

        self.forget()
        html, rtf, plain = data.html(), _rich_text(data, data.html()), data.text()
        place = QTextCursor(self._text.textCursor())
        if len(html) + len(rtf) < LONG_HTML:
            self._insert_read(place, read_clipboard(html, rtf), plain, words_only=words_only)
            return
        self._reading = ReadingProcess(self)
        self._reading.read.connect(lambda read: self._insert_read(place, read, plain, words_only=words_only))
        self._reading.gave_up.connect(lambda: self._insert_plain(place, plain))
        self._reading.start(html, rtf)
        self._patience.start()

    def insert(self, document: Document) -> None:
        """Insert `document` at the cursor."""
        self.forget()
        self._insert(self._text.textCursor(), document, "")

    def forget(self) -> None:
        """Let nothing that is still being read be inserted, and take back what is only partly there."""
        self._patience.stop()
        if self._reading is not None:
            self._reading.stop()
        if self._insertion is not None:
            self._insertion.take_back()
        self._settle()

    def _cancel(self) -> None:
        self.forget()
        self.notice.emit(_("Nothing was pasted."))

    def _insert_read(self, place: QTextCursor, read: "ReadText", plain: str, *, words_only: bool) -> None:
        document = read.document if read.document.blocks else from_text(plain)
        if words_only:
            self._insert(place, from_text(words_of(document)), "")
            return
        if read.images:
            self.images.emit(read.images)
        self._insert(place, document, _left_out_words(read.left_out) if read.left_out else "")

    def _insert_plain(self, place: QTextCursor, plain: str) -> None:
        if plain.strip():
            sentence = _(
                "What was copied could not be read as it looks. Its words were pasted as plain text."
            )
        else:
            sentence = _("Nothing was pasted: what was copied could not be read. Try a part of it at a time.")
        self._insert(place, from_text(plain), sentence)

    def _insert(self, cursor: QTextCursor, document: Document, sentence: str) -> None:
        if is_soon_done(document):
            insert_document(cursor, document)
            self._arrive(cursor, sentence)
            return
        self._body_before = read_text(self._text.document())
        self._insertion = SlicedInsertion(cursor, document, self)
        self._show_progress().tell_inserting(len(document.blocks))
        self._insertion.progressed.connect(self._show_progress().show_count)
        self._insertion.finished.connect(lambda: self._arrive(cursor, sentence))
        self._insertion.start()

    def _arrive(self, cursor: QTextCursor, sentence: str) -> None:
        was_sliced = self._insertion is not None
        self._settle()
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()
        if was_sliced:
            self.inserted.emit()
        if sentence:
            self.notice.emit(sentence)

    def _settle(self) -> None:
        """Go back to where nothing is being read or inserted."""
        self._patience.stop()
        self._body_before = None
        for ended in (self._reading, self._insertion):
            if ended is not None:
                ended.deleteLater()
        self._reading = self._insertion = None
        if self._progress is not None:
            self._progress.accept()
            self._progress = None

    def _show_progress(self) -> "PasteProgress":
        if self._progress is None:
            self._progress = PasteProgress(self._text.window())
            self._progress.rejected.connect(self._cancel)
            show_dialog(self._progress)
        return self._progress


def words_of(document: Document) -> str:
    """Return the words of `document` as lines."""
    return "\n".join(filter(None, map(plain_text, document.blocks)))


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
