"""The image that stands for the publisher's name at the top of every page."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor_app.domain.document import Figure
from editor_app.translation import _
from ui.pickers.image_source import ImageSource
from ui.pickers.image_view import ImageView
from ui.theme.icons import icon
from ui.theme.spacing import S
from ui.widgets.dialogs import show_dialog

VIEW_HEIGHT = 90


class LogoField(QWidget):
    """An image of the archive, or none: then the name itself is there, in words."""

    def __init__(self, source: ImageSource, image_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._image_id = ""
        self._view = ImageView(source, _("No logo"), VIEW_HEIGHT)
        self.choose_button = QPushButton(icon("photo"), "")
        self.choose_button.setObjectName("choose_logo")
        self.remove_button = QPushButton(icon("x"), _("Without a logo"))
        self.remove_button.setObjectName("remove_logo")
        self.setFocusProxy(self.choose_button)
        row = QHBoxLayout()
        row.setSpacing(S)
        for button in (self.choose_button, self.remove_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._view)
        column.addLayout(row)
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        self.show_image(image_id)

    def image_id(self) -> str:
        """Return the id of the image, empty where there is none."""
        return self._image_id

    def show_image(self, image_id: str) -> None:
        """Show the image `image_id`, none where that is empty."""
        self._image_id = image_id
        self._view.setVisible(bool(image_id))
        self._view.show_image(image_id, _("The logo"))
        self.choose_button.setText(_("Change logo…") if image_id else _("Choose logo…"))
        self.remove_button.setVisible(bool(image_id))

    def _choose(self) -> None:
        from ui.pickers.image_dialog import ImageDialog

        # Its words are the publisher's name, on every page, whatever is kept with the image.
        figure = Figure(self._image_id, decorative=True) if self._image_id else None
        dialog = ImageDialog(self._source, figure, self.window())
        dialog.chosen.connect(lambda chosen: self.show_image(chosen.image_id))
        show_dialog(dialog)

    def _remove(self) -> None:
        self.show_image("")
        self.choose_button.setFocus()
