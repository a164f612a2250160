"""Choosing an image, the part of it that is shown, and saying what it tells."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import ImageUse, StoredImage, UnreadableImage
from editor_app.domain.document import Crop, Figure, Focus
from editor_app.domain.errors import EditorAppError
from editor_app.domain.image_formats import IMAGE_SUFFIXES
from editor_app.translation import _, ngettext
from ui.editor.clipboard import images_in, on_clipboard
from ui.pickers.crop_tools import CropTools
from ui.pickers.image_fields import ImageFields
from ui.pickers.image_grid import ImageGrid
from ui.pickers.image_source import ImageSource, Picture
from ui.theme.spacing import L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import ask_to_discard, closing_buttons, show_dialog
from ui.widgets.explained import explained
from ui.widgets.form_field import Problem
from ui.widgets.labels import QuietLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.primary_button import PrimaryButton

SIZE = QSize(980, 640)
FIELDS_WIDTH = 340


class ImageDialog(QDialog):
    """Makes a Figure of an image, or changes `figure`; `chosen` carries the result.

    It cannot be accepted before there is an image with an alt text, or one that is decorative. What
    is kept with the image is stored before `chosen` comes.
    """

    chosen = Signal(object)

    def __init__(
        self, source: ImageSource, figure: Figure | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._figure = figure or Figure("")
        self._image_id = self._figure.image_id
        self._images: dict[str, StoredImage] = {}
        self._unreadable: Sequence[str] = ()
        self.setWindowTitle(_("Image"))
        self.setAcceptDrops(True)
        self._make_controls()
        self._lay_out(_("Insert image") if figure is None else _("Change image"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._paste)
        self.resize(SIZE)
        self._source.stored(while_alive(self, self._know), while_alive(self, self._failed))
        self._show_image()

    def figure(self) -> Figure:
        """Return the figure as it is filled in now."""
        crop, focus = self._crop_and_focus()
        return msgspec.structs.replace(self._fields.words(), image_id=self._image_id, crop=crop, focus=focus)

    def problem(self) -> str:
        """Return the sentence on what went wrong with the file, empty where nothing did."""
        return self._problem.text()

    def choose_file(self) -> None:
        """Ask for a file and put it into the archive."""
        formats = _("Images") + f" (*{' *'.join(IMAGE_SUFFIXES)})"
        path, _filter = QFileDialog.getOpenFileName(self, _("Choose an image"), "", formats)
        if path:
            self.add_file(Path(path))

    def add_file(self, path: Path) -> None:
        """Put the file into the archive and show it; what is wrong with it is said in the dialog."""
        self._begin_adding()
        self._source.add_file(path, while_alive(self, self._take), while_alive(self, self._failed))

    def add_picture(self, picture: QImage) -> None:
        """Put a picture that has no file, as from the clipboard, into the archive and show it."""
        self._begin_adding()
        self._source.add_picture(
            picture, _("Pasted image"), while_alive(self, self._take), while_alive(self, self._failed)
        )

    def tell_more_wait(self, count: int) -> None:
        """Say in the title that `count` more images will be asked for after this one."""
        more = ngettext("{count} more waits", "{count} more wait", count).format(count=count)
        self.setWindowTitle(_("Image") + " – " + more)

    def accept(self) -> None:
        """Hand the figure over, unless something is missing, which is said where it is missing."""
        figure = self.figure()
        if not figure.image_id:
            self._problem.show_sentence(_("Choose an image first."))
            self._file_button.setFocus()
        elif not figure.alt and not figure.decorative:
            self._fields.show_alt_problem()
        else:
            self._keep_details(figure)

    def reject(self) -> None:
        """Leave everything as it was; where something was written, ask first."""
        if self._fields.has_typed_words():
            ask_to_discard(
                self,
                _("Do you want to throw away what you wrote about the image?"),
                _("Go on with the image"),
            )
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if images_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._bring(event.mimeData()):
            event.acceptProposedAction()

    def _crop_and_focus(self) -> tuple[Crop | None, Focus | None]:
        if self._image_id and self._shown_id == self._image_id:
            return self._tools.view.crop(), self._tools.view.focus_point()
        # It has not come yet, or cannot: what was chosen for it before stays.
        return self._own_crop_and_focus()

    def _own_crop_and_focus(self) -> tuple[Crop | None, Focus | None]:
        is_own = self._image_id == self._figure.image_id
        return (self._figure.crop, self._figure.focus) if is_own else (None, None)

    def _keep_details(self, figure: Figure) -> None:
        image = self._images.get(figure.image_id)
        details = self._fields.details()
        if image is None or image.details == details:
            self._finish(figure)
            return
        self._source.describe(
            image.id,
            details,
            while_alive(self, lambda _image: self._finish(figure)),
            while_alive(self, self._failed),
        )

    def _finish(self, figure: Figure) -> None:
        self.chosen.emit(figure)
        super().accept()

    def _make_controls(self) -> None:
        self._shown_id = ""
        self._tools = CropTools()
        self._fields = ImageFields(self._figure)
        self._fields.uses_wanted.connect(self._find_uses)
        self._file_button = plain_button(_("Choose a file…"), "choose_file", "photo-plus")
        self._file_button.clicked.connect(self.choose_file)
        self._archive_button = plain_button(_("From the archive…"), "from_archive", "photo")
        self._archive_button.clicked.connect(self._open_grid)
        self._problem = Problem()
        self._note = QuietLabel()
        self._note.setObjectName("image_note")

    def _lay_out(self, accept: str) -> None:
        sources = QHBoxLayout()
        sources.setSpacing(S)
        sources.addWidget(self._file_button)
        sources.addWidget(self._archive_button)
        sources.addWidget(QuietLabel(_("or drop or paste one here")), 1)
        left = QVBoxLayout()
        left.setSpacing(M)
        left.addLayout(sources)
        left.addWidget(self._problem)
        left.addWidget(self._tools, 1)
        left.addWidget(self._note)
        right = QScrollArea()
        right.setWidget(self._fields)
        right.setWidgetResizable(True)
        right.setFrameShape(QFrame.Shape.NoFrame)
        # Tab goes to what can be filled in, not to what scrolls it.
        right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # With large text the longest words need more, and there is no scrolling sideways.
        needed = self._fields.minimumSizeHint().width() + right.verticalScrollBar().sizeHint().width()
        right.setMinimumWidth(max(FIELDS_WIDTH, needed))
        columns = QHBoxLayout()
        columns.setSpacing(L)
        columns.addLayout(left, 5)
        columns.addWidget(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addLayout(columns, 1)
        accept_button = PrimaryButton(accept)
        accept_button.setObjectName("accept")
        column.addWidget(closing_buttons(self, accept_button))

    def _begin_adding(self) -> None:
        self._problem.show_sentence("")
        self._file_button.setEnabled(False)

    def _paste(self) -> None:
        self._bring(on_clipboard())

    def _bring(self, data: QMimeData) -> bool:
        """Add the first image in `data`; tell whether there is one."""
        images = images_in(data)
        for image in images[:1]:
            if isinstance(image, QImage):
                self.add_picture(image)
            else:
                self.add_file(image)
        return bool(images)

    def _know(self, images: Sequence[StoredImage | UnreadableImage]) -> None:
        self._unreadable = [image.name for image in images if isinstance(image, UnreadableImage)]
        known = {image.id: image for image in images if isinstance(image, StoredImage)}
        self._images = known | self._images
        self._show_noted()

    def _open_grid(self) -> None:
        grid = ImageGrid(self._source, tuple(self._images.values()), self._unreadable, self)
        grid.chosen.connect(self._take)
        show_dialog(grid)

    def _take(self, image: StoredImage) -> None:
        self._file_button.setEnabled(True)
        self._problem.show_sentence("")
        self._images[image.id] = image
        if image.id != self._image_id:
            self._image_id = image.id
            self._fields.suggest_words(image.details)
            self._show_image()
        self._show_noted()
        self._fields.alt.setFocus()

    def _failed(self, error: EditorAppError) -> None:
        self._file_button.setEnabled(True)
        self._file_button.setFocus()
        self._problem.show_sentence(explained(error))

    def _show_image(self) -> None:
        image_id = self._image_id
        if not image_id:
            return
        self._tools.clear(_("Fetching the image…"))
        self._source.load(
            image_id,
            while_alive(self, lambda picture: self._show_picture(image_id, picture)),
            while_alive(self, lambda error: self._tools.clear(explained(error))),
        )

    def _show_picture(self, image_id: str, picture: Picture) -> None:
        if image_id != self._image_id:
            return
        self._shown_id = image_id
        self._tools.show_picture(picture, *self._own_crop_and_focus())

    def _find_uses(self) -> None:
        image_id = self._image_id

        def show(uses: Sequence[ImageUse]) -> None:
            if image_id == self._image_id:
                self._fields.show_uses(uses)

        self._source.uses(image_id, while_alive(self, show), while_alive(self, self._failed))

    def _show_noted(self) -> None:
        image = self._images.get(self._image_id)
        notes = []
        if image is not None:
            self._fields.show_shared(image)
            if image.has_position:
                notes.append(_("The image holds a position; it is not exported."))
            if image.is_animated:
                notes.append(_("Of the animation, pages show the first picture."))
        self._note.setText(" ".join(notes))
        self._note.setVisible(bool(notes))
