"""The list of suggestions that lies over the window below the field that it belongs to."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.spacing import XS, S
from ui.widgets.announce import announce

DETAIL = Qt.ItemDataRole.UserRole + 1
MOST_ROWS = 8


@dataclass(frozen=True)
class Suggestion:
    """One line to choose: `text` and, quieter below, `detail`; `key` is what the owner knows it by."""

    key: Hashable
    text: str
    detail: str = ""


class SuggestionList(QListWidget):
    """Suggestions below `field`, which keeps the focus; `picked` carries the key of the chosen one."""

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(field.accessibleName())
        self.setItemDelegate(_TwoLines(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemEntered.connect(self.setCurrentItem)
        self.itemClicked.connect(self._pick)
        self.hide()

    def offer(self, suggestions: Sequence[Suggestion], *, choose_first: bool) -> None:
        """Show `suggestions`, or nothing where there is none."""
        self.clear()
        for suggestion in suggestions:
            item = QListWidgetItem(suggestion.text)
            item.setData(Qt.ItemDataRole.UserRole, suggestion.key)
            item.setData(DETAIL, suggestion.detail)
            item.setToolTip(suggestion.text)
            self.addItem(item)
        if not suggestions:
            self.hide()
            return
        self.setCurrentRow(0 if choose_first else -1)
        self._place()
        self._watch()
        self.show()
        self.raise_()

    def move_choice(self, by: int) -> None:
        """Choose the line `by` lines further on, within the list, and say it."""
        row = max(0, min(self.currentRow() + by, self.count() - 1))
        self.setCurrentRow(row)
        item = self.item(row)
        announce(self._field, " ".join(filter(None, (item.text(), item.data(DETAIL)))))

    def pick_choice(self) -> bool:
        """Pick the chosen line; tell whether there was one."""
        item = self.currentItem()
        if not self.isVisible() or item is None:
            return False
        self._pick(item)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize} and self.isVisible():
            if self._field.visibleRegion().isEmpty():
                self.hide()
            else:
                self._place()
        return super().eventFilter(watched, event)

    def _pick(self, item: QListWidgetItem) -> None:
        self.hide()
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))

    def _place(self) -> None:
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        rows = [self.sizeHintForRow(row) for row in range(min(self.count(), MOST_ROWS))]
        height = sum(rows) + 2 * self.frameWidth()
        top_left = self._field.mapTo(window, QPoint(0, self._field.height() + 1))
        above = self._field.mapTo(window, QPoint(0, 0)).y()
        if top_left.y() + height > window.height() and above > window.height() - top_left.y():
            height = min(height, above)
            top_left.setY(above - height - 1)
        height = min(height, window.height() - top_left.y())
        self.setGeometry(QRect(top_left, QSize(self._field.width(), height)))

    def _watch(self) -> None:
        """Follow the field where it goes: a scroll moves one of its parents."""
        ancestor: QWidget | None = self._field
        while ancestor is not None and not ancestor.isWindow():
            ancestor.installEventFilter(self)
            ancestor = ancestor.parentWidget()


class _TwoLines(QStyledItemDelegate):
    """A line of text, cut to fit, over a quieter one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = 2 if index.data(DETAIL) else 1
        return QSize(0, lines * option.fontMetrics.height() + 2 * XS)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: Any = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        style = shown.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        line = shown.fontMetrics.height()
        place = shown.rect.adjusted(S, XS, -S, -XS)
        painter.save()
        for words, role in ((text, QPalette.ColorRole.Text), (index.data(DETAIL), _QUIET)):
            painter.setPen(shown.palette.color(QPalette.ColorRole.HighlightedText if chosen else role))
            cut = shown.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading, cut)
            place.translate(0, line)
        painter.restore()


_QUIET = QPalette.ColorRole.PlaceholderText
