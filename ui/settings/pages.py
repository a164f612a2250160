"""Pages of fields with their names beside them: one is shown at a time, and scrolls where it must."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.theme.spacing import XL, L, M, S
from ui.widgets.labels import SectionHeading


class Pages(QWidget):
    """Shows the page whose name is chosen in the list at the side; `name` is what the list is called."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = QListWidget()
        self.names.setObjectName("pages")
        self.names.setAccessibleName(name)
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown = QStackedWidget()
        self._areas: list[QScrollArea] = []
        self.names.currentRowChanged.connect(self._shown.setCurrentIndex)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        row.addWidget(self.names)
        row.addWidget(self._shown, 1)

    def add(self, name: str, heading: str, fields: Sequence[QWidget]) -> None:
        """Add a page with `fields` one below the other; the first one that is added is shown."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, M, 0)
        column.setSpacing(M)
        column.addWidget(SectionHeading(heading))
        for field in fields:
            column.addWidget(field)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(heading)
        area.setWidget(inside)
        self._areas.append(area)
        self._shown.addWidget(area)
        item = QListWidgetItem(name, self.names)
        item.setSizeHint(QSize(self.names.fontMetrics().horizontalAdvance(name) + 2 * L, self._row_height()))
        self.names.setFixedWidth(self.names.sizeHintForColumn(0) + S)
        if len(self._areas) == 1:
            self.names.setCurrentRow(0)

    def go_to(self, field: QWidget) -> None:
        """Show the page that `field` is on, with the cursor in it."""
        row = next(at for at, area in enumerate(self._areas) if area.isAncestorOf(field))
        self.names.setCurrentRow(row)
        self._areas[row].ensureWidgetVisible(field, 0, XL)
        field.setFocus()

    def _row_height(self) -> int:
        return self.names.fontMetrics().height() + M
