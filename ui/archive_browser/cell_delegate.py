"""How a cell of the archive's table looks: a quiet bar until its words have come."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.archive_browser.article_rows import SUMMARY_ROLE
from ui.theme.palette import colours
from ui.theme.spacing import S

PLACEHOLDER_SHARE = 0.6

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Draws the ground of a cell that is selected quietly, and the words on it in their own colours."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = colours(option.palette)
        option.palette.setColor(QPalette.ColorRole.Highlight, QColor(scheme.accent_ground))
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        inside = QStyleOptionViewItem(option)
        # The ground is drawn: words and icons keep their colours on it.
        inside.state &= ~QStyle.StateFlag.State_Selected
        if index.data(SUMMARY_ROLE) is None:
            _draw_placeholder(painter, option.rect.adjusted(S, 0, -S, 0), QColor(scheme.border))
        else:
            super().paint(painter, inside, index)


def _draw_placeholder(painter: QPainter, rect: QRect, colour: QColor) -> None:
    height = painter.fontMetrics().height() // 2
    top = rect.top() + (rect.height() - height) // 2
    painter.fillRect(QRect(rect.left(), top, round(rect.width() * PLACEHOLDER_SHARE), height), colour)
