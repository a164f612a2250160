"""The one button that leads on."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme.icons import icon
from ui.theme.palette import colours


class PrimaryButton(QPushButton):
    """A button on the accent colour; a window or dialog has one, and Enter presses it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setDefault(True)
        self._dress()

    def show_icon(self, name: str) -> None:
        """Put the icon `name` of the set on the button, in the colour of its text."""
        self.setIcon(_on_accent(name))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        # Qt does not tell hidden widgets of a change of palette.
        self._dress()
        super().showEvent(event)

    def _dress(self) -> None:
        scheme = colours(QGuiApplication.palette())
        dressed = QPalette()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            dressed.setColor(group, QPalette.ColorRole.Button, QColor(scheme.accent))
            dressed.setColor(group, QPalette.ColorRole.ButtonText, QColor(scheme.on_accent))
        # Setting a palette reports a change of palette again.
        active, role = QPalette.ColorGroup.Active, QPalette.ColorRole.Button
        if self.palette().color(active, role) != QColor(scheme.accent):
            self.setPalette(dressed)


def _on_accent(name: str) -> QIcon:
    return icon(name, QPalette.ColorRole.HighlightedText)
