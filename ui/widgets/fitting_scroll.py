"""A form that scrolls only where the screen has no room for all of it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

# Of the height of the screen: the rest is for the frame of the dialog and its buttons.
SHARE = 0.7


class FittingScroll(QScrollArea):
    """Wants the room that `inside` wants, as far as the screen has it."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        inside = self._inside.sizeHint()
        # Words that wrap want more lines than the hint of their form knows.
        height = max(inside.height(), self._inside.heightForWidth(inside.width()))
        most = round(self.screen().availableSize().height() * SHARE)
        return QSize(inside.width(), min(height, most))

    def minimumSizeHint(self) -> QSize:
        inside = self._inside.minimumSizeHint()
        return QSize(inside.width(), min(inside.height(), 6 * self.fontMetrics().lineSpacing()))
