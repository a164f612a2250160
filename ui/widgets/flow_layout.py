"""A layout that sets its parts in lines, like words in a paragraph."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme.spacing import XS


class FlowLayout(QLayout):
    """Puts as many parts in a line as there is room for; none becomes wider than the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(XS)

    def addItem(self, item: QLayoutItem) -> None:
        self._parts.append(item)

    def count(self) -> int:
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        heights = (part.sizeHint().height() for part in self._shown())
        return QSize(0, max(heights, default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [part for part in self._parts if not part.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the lines take, in pixels."""
        place, line_height = rect.topLeft(), 0
        for part in self._shown():
            size = part.sizeHint().boundedTo(QSize(rect.width(), part.sizeHint().height()))
            if place.x() > rect.left() and place.x() + size.width() > rect.right() + 1:
                place = QPoint(rect.left(), place.y() + line_height + self.spacing())
                line_height = 0
            if move:
                part.setGeometry(QRect(place, size))
            place = QPoint(place.x() + size.width() + self.spacing(), place.y())
            line_height = max(line_height, size.height())
        return place.y() + line_height - rect.top()
