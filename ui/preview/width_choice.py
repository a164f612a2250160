"""Three phone widths side by side, one of them chosen."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from editor_app.translation import _
from ui.theme.spacing import XS

WIDTHS = (320, 390, 412)
USUAL_WIDTH = 390
SETTING = "preview/width"


class WidthChoice(QWidget):
    """Chooses among WIDTHS, in points, and remembers it."""

    chosen = Signal(int)

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        for width in WIDTHS:
            row.addWidget(self._button(width))
        self.setAccessibleName(_("Width of the phone"))
        kept = str(settings.value(SETTING, USUAL_WIDTH))
        self._group.button(int(kept) if kept in map(str, WIDTHS) else USUAL_WIDTH).setChecked(True)
        self._group.idToggled.connect(self._toggled)

    def width_in_points(self) -> int:
        """Return the chosen width."""
        return self._group.checkedId()

    def choose(self, width: int) -> None:
        """Choose `width`, one of WIDTHS."""
        self._group.button(width).setChecked(True)

    def _button(self, width: int) -> QToolButton:
        button = QToolButton()
        button.setText(str(width))
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setAccessibleName(_("{width} points wide").format(width=width))
        button.setToolTip(button.accessibleName())
        button.setObjectName(f"width_{width}")
        self._group.addButton(button, width)
        return button

    def _toggled(self, width: int, on: bool) -> None:
        if on:
            self._settings.setValue(SETTING, width)
            self.chosen.emit(width)
