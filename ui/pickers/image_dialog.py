"""Choosing an image and saying what it tells."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import StoredImage
from editor_app.domain.document import Figure
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _, ngettext
from ui.pickers.image_source import ImageSource
from ui.pickers.image_view import ImageView
from ui.theme.icons import icon
from ui.theme.spacing import L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import closing_buttons
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, Problem, named_line
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.primary_button import PrimaryButton

WIDTH = 520
VIEW_HEIGHT = 220


class ImageDialog(QDialog):
    """Makes a Figure of an image, or changes `figure`; `chosen` carries the result.

    It cannot be accepted before there is an image with an alt text, or one that is decorative.
    """

    chosen = Signal(object)

    def __init__(
        self, source: ImageSource, figure: Figure | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._image_id = figure.image_id if figure else ""
        self.setWindowTitle(_("Image"))
        self.setMinimumWidth(WIDTH)
        self._make_fields(figure or Figure(""))
        self._lay_out(_("Insert image") if figure is None else _("Change image"))
        self._source.stored(while_alive(self, self._offer), while_alive(self, self._failed))
        self._show_image()

    def figure(self) -> Figure:
        """Return the figure as it is filled in now."""
        decorative = self._decorative.isChecked()
        return Figure(
            self._image_id,
            alt="" if decorative else " ".join(self._alt.text().split()),
            decorative=decorative,
            caption=" ".join(self._caption.text().split()),
            credit=" ".join(self._credit.text().split()),
        )

    def problem(self) -> str:
        """Return the sentence on what went wrong with the file, empty where nothing did."""
        return self._problem.text()

    def choose_file(self) -> None:
        """Ask for a file and put it into the archive."""
        formats = _("Images") + " (*.jpg *.jpeg *.png *.webp *.avif *.gif *.tif *.tiff)"
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
            self._alt_field.show_problem(
                _("Say what the image tells, for those who cannot see it, or mark it as decorative.")
            )
            self._alt.setFocus()
        else:
            self.chosen.emit(figure)
            super().accept()

    def _begin_adding(self) -> None:
        self._problem.show_sentence("")
        self._file_button.setEnabled(False)

    def _make_fields(self, figure: Figure) -> None:
        self._view = ImageView(self._source, _("No image is chosen yet"), VIEW_HEIGHT)
        self._file_button = QPushButton(icon("photo-plus"), _("Choose a file…"))
        self._file_button.setObjectName("choose_file")
        self._file_button.setAutoDefault(False)
        self._file_button.clicked.connect(self.choose_file)
        self._stored = QComboBox()
        self._stored.setObjectName("stored")
        self._stored.setAccessibleName(_("Images in the archive"))
        self._stored.setPlaceholderText(_("Take one from the archive"))
        self._stored.setMinimumContentsLength(12)
        self._stored.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._stored.setEnabled(False)
        self._stored.activated.connect(lambda row: self._choose(self._stored.itemData(row)))
        self._problem = Problem()
        self._alt = GrowingTextEdit(fewest=2, most=5)
        self._alt.setObjectName("alt")
        self._alt.setPlainText(figure.alt)
        self._alt_field = FormField(
            _("Alt text"), self._alt, _("What the image tells a reader who cannot see it.")
        )
        self._alt.textChanged.connect(lambda: self._alt_field.show_problem(""))
        self._decorative = QCheckBox(_("The image is decorative and tells nothing"))
        self._decorative.setObjectName("decorative")
        self._decorative.setChecked(figure.decorative)
        self._decorative.toggled.connect(self._follow_decorative)
        self._caption = named_line("caption", figure.caption)
        self._credit = named_line("credit", figure.credit)
        self._follow_decorative(figure.decorative)

    def _lay_out(self, accept: str) -> None:
        sources = QHBoxLayout()
        sources.setSpacing(S)
        sources.addWidget(self._file_button)
        sources.addWidget(self._stored, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self._view)
        column.addLayout(sources)
        column.addWidget(self._problem)
        column.addWidget(self._alt_field)
        column.addWidget(self._decorative)
        column.addWidget(FormField(_("Caption"), self._caption))
        column.addWidget(FormField(_("Photographer or source"), self._credit))
        column.addStretch()
        accept_button = PrimaryButton(accept)
        accept_button.setObjectName("accept")
        column.addWidget(closing_buttons(self, accept_button))

    def _offer(self, images: Sequence[StoredImage]) -> None:
        for image in images:
            size = _("{width} × {height} pixels").format(width=image.width, height=image.height)
            self._stored.addItem(f"{image.name}  ({size})", image.id)
        self._stored.setCurrentIndex(self._stored.findData(self._image_id) if self._image_id else -1)
        self._stored.setEnabled(bool(images))

    def _choose(self, image_id: str) -> None:
        self._image_id = image_id
        self._problem.show_sentence("")
        self._show_image()

    def _take(self, image: StoredImage) -> None:
        self._file_button.setEnabled(True)
        if self._stored.findData(image.id) < 0:
            self._offer([image])
        self._stored.setCurrentIndex(self._stored.findData(image.id))
        self._choose(image.id)
        self._alt.setFocus()

    def _failed(self, error: EditorAppError) -> None:
        self._file_button.setEnabled(True)
        self._file_button.setFocus()
        self._problem.show_sentence(explained(error))

    def _show_image(self) -> None:
        self._view.show_image(self._image_id, self._alt.text())

    def _follow_decorative(self, decorative: bool) -> None:
        self._alt.setEnabled(not decorative)
        self._alt_field.show_problem("")
