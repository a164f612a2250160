"""The image at the top of an article."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor_app.domain.document import Figure
from editor_app.translation import _
from ui.pickers.image_source import ImageSource
from ui.pickers.image_view import ImageView
from ui.theme.spacing import S
from ui.widgets.dialogs import show_dialog
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import QuietLabel
from ui.widgets.plain_button import plain_button

VIEW_HEIGHT = 130


class HeroField(QWidget):
    """A figure or none; `changed` comes when somebody chose, changed or removed it."""

    changed = Signal()

    def __init__(self, source: ImageSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._figure: Figure | None = None
        self._showing = 0
        self._view = ImageView(source, _("No image"), VIEW_HEIGHT)
        self._alt = QuietLabel()
        self.choose_button = plain_button("", "choose_hero", "photo")
        self.remove_button = IconButton("x", _("Remove the image at the top"), object_name="remove_hero")
        self.setFocusProxy(self.choose_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self.choose_button)
        buttons.addStretch()
        buttons.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._view)
        column.addWidget(self._alt)
        column.addLayout(buttons)
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        self.show_figure(None)

    def figure(self) -> Figure | None:
        """Return the figure, None where there is no image."""
        return self._figure

    def show_figure(self, figure: Figure | None) -> None:
        """Show `figure`, without telling anybody."""
        self._showing += 1
        self._figure = figure
        self._view.setVisible(figure is not None)
        shown = figure or Figure("")
        self._view.show_image(shown.image_id, shown.alt, shown.crop)
        self._alt.setVisible(figure is not None)
        self._alt.setText(_alt_line(figure) if figure else "")
        self.choose_button.setText(_("Change image…") if figure else _("Choose image…"))
        self.remove_button.setVisible(figure is not None)

    def _choose(self) -> None:
        # The dialog loads as it is opened, so that the first paint does not wait for it.
        from ui.pickers.image_dialog import ImageDialog

        showing = self._showing
        dialog = ImageDialog(self._source, self._figure, self.window())
        dialog.chosen.connect(lambda figure: self._take(figure, showing))
        show_dialog(dialog)

    def _take(self, figure: Figure, showing: int) -> None:
        if showing == self._showing:
            self.replace(figure)

    def _remove(self) -> None:
        self.replace(None)
        self.choose_button.setFocus()

    def replace(self, figure: Figure | None) -> None:
        """Show `figure`, and tell where it is another one."""
        if figure != self._figure:
            self.show_figure(figure)
            self.changed.emit()


def _alt_line(figure: Figure) -> str:
    if figure.decorative:
        return _("Decorative, without alt text")
    return _("Alt text: {alt}").format(alt=figure.alt) if figure.alt else _("Alt text is missing")
