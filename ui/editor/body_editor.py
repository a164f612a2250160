"""The body of an article as rich text that can hold nothing a Document cannot."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from editor_app.domain.document import Block, Document, ListItem, ObjectBlock
from editor_app.translation import _
from ui.editor import copying
from ui.editor.block_shapes import INDENT, shape_of
from ui.editor.blocks import is_object
from ui.editor.body_reading import BodyReading
from ui.editor.column import column_margin
from ui.editor.commands import LinkAt, link_at, one_step, replace_object
from ui.editor.decorations import Decorations
from ui.editor.edits import Edits
from ui.editor.figure_object import FigureObject
from ui.editor.first_words import FirstWords
from ui.editor.incoming import Incoming
from ui.editor.key_commands import KeyCommands
from ui.editor.mapping import write
from ui.editor.object_format import object_of
from ui.editor.overlays import Overlays
from ui.editor.painting import Painting
from ui.editor.removal import remove_selection
from ui.editor.styling import BodyStyler
from ui.editor.table_object import TableObject
from ui.editor.text_drag import TextDrag
from ui.editor.text_menu import menu_at
from ui.editor.typing_rules import (
    format_without_foreign_link,
    make_room,
    needs_room,
    turn_sign_into_kind,
)
from ui.editor.underlines import Underlines
from ui.pickers.image_source import Picture
from ui.theme.spacing import XL


class BodyEditor(QTextEdit):
    """Edits a Document block by block.

    `edited` comes with each change that a person makes, undo included, and not with `set_body`;
    `entered` with the focus.
    `notice` carries a sentence on why something was not done. `object_opened` asks for the figure
    or the table at the cursor to be edited; `image_wanted` for an image by its id, to be given to
    `show_image`. `images_brought` carries the pictures and the paths of image files that were pasted
    or dropped at the cursor, `images_pasted` the bytes of those within pasted text, by their ids,
    before their figures are shown. `menu_asked` comes with the context menu before it is shown, and a
    cursor where it was asked for, so that others may add to it. `typed` carries what has just been
    typed, by keys or by an input method. `overlays` and `underlines` are what
    others lay over the text.
    """

    edited = Signal()
    entered = Signal()
    notice = Signal(str)
    object_opened = Signal(object)
    image_wanted = Signal(str)
    images_brought = Signal(object)
    images_pasted = Signal(object)
    menu_asked = Signal(QMenu, QTextCursor)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("body")
        self.setAccessibleName(_("Body text"))
        self.setAccessibleDescription(_("The text of the article, below its title and lead."))
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setCursorWidth(2)
        self.scale = 1.0
        self.document().setDocumentMargin(XL)
        self.document().setIndentWidth(INDENT)
        self._reading = BodyReading(self.document())
        self._styler = BodyStyler(self.document(), self.palette())
        self._decorations = Decorations(self.document())
        self._figures = FigureObject(self.document(), self.palette())
        self._figures.image_wanted.connect(self.image_wanted)
        self._tables = TableObject(self.document(), self.palette())
        self.overlays = Overlays(self)
        self.underlines = Underlines(self)
        self._painting = Painting(self, self._decorations, self.underlines)
        self._keys = KeyCommands(self, self.run, self.object_opened.emit)
        TextDrag(self, self.run)
        self._incoming = Incoming(self, self.run)
        self._incoming.inserted.connect(self.edited)
        self._incoming.notice.connect(self.notice)
        self._incoming.images_brought.connect(self.images_brought)
        self._incoming.images_pasted.connect(self.images_pasted)
        self._edits = Edits(self.document(), lambda: self._incoming.body_before is not None, self)
        self._edits.made.connect(self.edited)
        FirstWords(self)
        self.cursorPositionChanged.connect(self._end_link)

    def set_body(self, body: Document) -> None:
        """Show `body` with an empty undo history."""
        self._incoming.forget()
        with self._edits.untold():
            write(body, self.document())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def body(self) -> Document:
        """Return what is in the editor now, in canonical form, without a paste that is only partly there."""
        before = self._incoming.body_before
        return self._reading.document() if before is None else before

    def blocks(self) -> list[tuple[Block, QTextBlock]]:
        """Return the blocks of what is in the editor now, each with the one that shows it.

        While a paste is only partly there, none can be told.
        """
        if self._incoming.body_before is not None:
            return []
        shown = map(self.document().findBlockByNumber, self._reading.shown_in())
        return list(zip(self._reading.document().blocks, shown, strict=True))

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Let blocks run in `direction`; where it is automatic, each runs as its words do."""
        option = self.document().defaultTextOption()
        option.setTextDirection(direction)
        with self._edits.untold():
            self.document().setDefaultTextOption(option)

    def show_image(self, image_id: str, picture: Picture) -> None:
        """Draw `picture` where the text has a figure of `image_id`."""
        with self._edits.untold():
            self._figures.show_image(image_id, picture)

    def run(self, command: Callable[[QTextCursor], None]) -> None:
        """Do `command` at the cursor, and keep the cursor where it leaves it; not in what is only read."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        command(cursor)
        self.setTextCursor(cursor)
        # Where the text grew at the cursor, nothing tells that it stands behind a new link now.
        self._end_link()
        self.ensureCursorVisible()

    def current_link(self) -> LinkAt | None:
        """Return the link that the cursor touches or the selection starts in, or None."""
        return link_at(self.textCursor())

    def current_object(self) -> ObjectBlock | None:
        """Return the figure or the table that the cursor stands at, or None."""
        return object_of(self.textCursor().block())

    def replace_current_object(self, value: ObjectBlock) -> None:
        """Let the object at the cursor be `value`, which is of the same kind."""
        block = self.textCursor().block()
        if is_object(block):
            replace_object(block, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or not self._keys.act(event):
            self._type(event)
        else:
            event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # In a list, Tab nests; a text cannot hold tabs, so elsewhere it moves on.
        if shape_of(self.textCursor().block()).kind is ListItem:
            return False
        self.setTabChangesFocus(True)
        moved = super().focusNextPrevChild(forward)
        self.setTabChangesFocus(False)
        return moved

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if (event.commitString() or event.preeditString()) and needs_room(self.textCursor()):
            self.run(make_room)
        super().inputMethodEvent(event)
        self._follow_typing(event.commitString())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        figure = object_of(self.cursorForPosition(event.position().toPoint()).block())
        if figure is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.object_opened.emit(figure)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return self._incoming.accepts(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._incoming.take(source)

    def paste_plain(self) -> None:
        """Insert the words of the clipboard, without what they were made up with."""
        self._incoming.paste_plain()

    def createMimeDataFromSelection(self) -> QMimeData:
        return copying.to_mime(copying.selection_of(self.textCursor()))

    def cut(self) -> None:
        """Copy what is selected and take it away."""
        self.copy()
        self.run(remove_selection)

    def erase_selection(self) -> None:
        """Take away what is selected."""
        self.run(remove_selection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def context_menu(self, position: QPoint) -> QMenu:
        """Return the menu for a click at `position` in the editor."""
        menu = menu_at(self, position, cut=self.cut, erase=self.erase_selection, paste_plain=self.paste_plain)
        self.menu_asked.emit(menu, self.cursorForPosition(position))
        return menu

    def mark_quotes(self, approved: frozenset[str]) -> None:
        """Mark the quotes with these hashes as approved by their speakers, and all others as not."""
        self._decorations.quotes.show(approved)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painting.paint_behind(event.rect())
        super().paintEvent(event)
        self._painting.paint_over(event.rect())

    def show_scaled(self, font: QFont, scale: float) -> None:
        """Show the text in `font`, in a column `scale` times as wide as usual."""
        self.scale = scale
        self.setFont(font)
        self.document().setIndentWidth(INDENT * scale)
        self._fit_column()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_column()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt reports the first font while the editor is being made.
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and hasattr(self, "_styler"):
            self._figures.palette = QPalette(self.palette())
            self._tables.wear(QPalette(self.palette()))
            with self._edits.untold():
                self._styler.wear(self.palette())

    def _fit_column(self) -> None:
        side = column_margin(self.width(), self.scale)
        bar = self.verticalScrollBar()
        self.setViewportMargins(side, 0, max(side - bar.width() * bar.isVisible(), 0), 0)

    def _type(self, event: QKeyEvent) -> None:
        if not event.text().isprintable() or not event.text() or not needs_room(self.textCursor()):
            super().keyPressEvent(event)
        else:
            cursor = self.textCursor()
            with one_step(cursor):
                make_room(cursor)
                self.setTextCursor(cursor)
                super().keyPressEvent(event)
        self._follow_typing(event.text())

    def _follow_typing(self, text: str) -> None:
        if text == " ":
            self.run(turn_sign_into_kind)
        if text and text.isprintable():
            self.typed.emit(text)

    def _end_link(self) -> None:
        form = format_without_foreign_link(self.textCursor())
        if form is not None:
            self.setCurrentCharFormat(form)
