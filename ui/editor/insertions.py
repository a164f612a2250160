"""Asks for what is put into the text beside typing: links, images and tables."""

from collections import deque
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

from editor_app.domain.document import Figure, ObjectBlock, Table
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.editor.body_editor import BodyEditor
from ui.editor.clipboard import BroughtImage
from ui.editor.commands import insert_object, remove_link, set_link
from ui.editor.pasting import take_out_figures
from ui.pickers.image_source import ImageSource
from ui.pickers.title_source import TitleSource
from ui.widgets.dialogs import show_dialog
from ui.widgets.explained import explained

if TYPE_CHECKING:
    from ui.pickers.image_dialog import ImageDialog


class Insertions(QObject):
    """Opens the dialogs for `body` and does there what they answer.

    `notice` carries a sentence on what could not be fetched. The dialogs load as they are opened,
    so that the first paint does not wait for them.
    """

    notice = Signal(str)

    def __init__(self, body: BodyEditor, images: ImageSource, articles: TitleSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._body = body
        self._images = images
        self.articles = articles
        self._window = parent.window
        self._shown_articles = 0
        self._brought: deque[BroughtImage] = deque()
        self._is_asking = False
        body.object_opened.connect(self._change_object)
        body.image_wanted.connect(self._fetch_image)
        body.images_brought.connect(self.ask_about)
        body.images_pasted.connect(self._store)

    def forget_article(self) -> None:
        """Let nothing that is still being asked for come into the article that is shown next."""
        self._shown_articles += 1
        self._brought.clear()

    def ask_link(self) -> None:
        """Ask where what is selected, or the link at the cursor, shall lead."""
        from ui.editor.link_dialog import LinkDialog

        link = self._body.current_link()
        asks_words = link is None and not self._body.textCursor().hasSelection()
        dialog = LinkDialog(
            link.href if link else "",
            asks_words=asks_words,
            articles=self.articles,
            parent=self._window(),
        )
        dialog.chosen.connect(
            lambda href, words: self._body.run(lambda cursor: set_link(cursor, href, words))
        )
        dialog.removed.connect(lambda: self._body.run(remove_link))
        self._open(dialog)

    def ask_figure(self) -> None:
        """Ask for an image to put below the cursor."""
        self._open_image_dialog(None)

    def ask_table(self) -> None:
        """Ask for a table to put below the cursor."""
        self._open_table_dialog(None)

    def ask_about(self, images: Iterable[BroughtImage]) -> None:
        """Ask, one after another, what `images` tell, and put them below the cursor."""
        self._brought.extend(images)
        if not self._is_asking:
            self._ask_about_next()

    def _ask_about_next(self) -> None:
        self._is_asking = bool(self._brought)
        if not self._brought:
            return
        image = self._brought.popleft()
        dialog = self._open_image_dialog(None)
        if isinstance(image, QImage):
            dialog.add_picture(image)
        else:
            dialog.add_file(image)
        if self._brought:
            dialog.tell_more_wait(len(self._brought))
        dialog.finished.connect(self._ask_about_next)

    def _change_object(self, value: ObjectBlock) -> None:
        if self._body.isReadOnly():
            return
        if isinstance(value, Figure):
            self._open_image_dialog(value)
        else:
            self._open_table_dialog(value)

    def _open_image_dialog(self, figure: Figure | None) -> "ImageDialog":
        from ui.pickers.image_dialog import ImageDialog

        shown = self._shown_articles
        dialog = ImageDialog(self._images, figure, self._window())
        dialog.chosen.connect(lambda chosen: self._take(chosen, is_change=figure is not None, shown=shown))
        self._open(dialog)
        return dialog

    def _open_table_dialog(self, table: Table | None) -> None:
        from ui.editor.table_dialog import TableDialog

        shown = self._shown_articles
        dialog = TableDialog(table, self.articles, self._window())
        dialog.chosen.connect(lambda chosen: self._take(chosen, is_change=table is not None, shown=shown))
        self._open(dialog)

    def _take(self, value: ObjectBlock, *, is_change: bool, shown: int) -> None:
        if shown != self._shown_articles:
            return
        if is_change:
            self._body.replace_current_object(value)
        else:
            self._body.run(lambda cursor: insert_object(cursor, value))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(self._body.setFocus)
        show_dialog(dialog)

    def _store(self, images: Mapping[str, bytes]) -> None:
        """Store images that came with pasted text; a figure whose image cannot be stored goes again."""
        shown = self._shown_articles
        for image_id, data in images.items():
            self._images.add_data(
                data, _("Pasted image"), lambda _stored: None, partial(self._take_out, image_id, shown)
            )

    def _take_out(self, image_id: str, shown: int, error: EditorAppError) -> None:
        if shown == self._shown_articles:
            self._body.run(lambda cursor: take_out_figures(cursor, image_id))
        self.notice.emit(explained(error))

    def _fetch_image(self, image_id: str) -> None:
        self._images.load(
            image_id,
            lambda picture: self._body.show_image(image_id, picture),
            lambda error: self.notice.emit(explained(error)),
        )
