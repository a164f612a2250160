"""How a finding looks in the list: the pattern that marks it in the text, what is wrong, and the passage."""

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.checking.finding_model import ROW_ROLE, Row
from ui.editor.underlines import draw_strokes
from ui.review.version_delegate import draw_ground
from ui.theme.palette import colours
from ui.theme.spacing import XS, M, S

Index = QModelIndex | QPersistentModelIndex
_WRAPPED = Qt.TextFlag.TextWordWrap
# Where the words begin, right of the pattern.
_INDENT = M + S + XS


class FindingDelegate(QStyledItemDelegate):
    """Draws the rows of `view`, as wide as it is; long messages take more lines."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        if row.finding is None:
            return QSize(width, _heading_height(option.font))
        metrics = QFontMetrics(option.font)
        message = _height(metrics, row.message, width - _INDENT - S)
        return QSize(width, message + metrics.height() + 2 * S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = colours(option.palette)
        row: Row = index.data(ROW_ROLE)
        painter.save()
        if row.finding is None:
            _draw_heading(painter, option, row, scheme.text)
        else:
            draw_ground(painter, option, scheme)
            inside = option.rect.adjusted(_INDENT, S, -S, -S)
            x = option.rect.left() + M + 0.5
            draw_strokes(painter, [QLineF(x, inside.top(), x, inside.bottom())], row.severity, scheme)
            metrics = QFontMetrics(option.font)
            height = _height(metrics, row.message, inside.width())
            painter.setFont(option.font)
            painter.setPen(QColor(scheme.text))
            painter.drawText(QRect(inside.topLeft(), QSize(inside.width(), height)), _WRAPPED, row.message)
            painter.setPen(QColor(scheme.muted))
            passage = metrics.elidedText(row.passage, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside.adjusted(0, height, 0, 0), Qt.TextFlag.TextSingleLine, passage)
        painter.restore()


def _draw_heading(painter: QPainter, option: QStyleOptionViewItem, row: Row, ink: str) -> None:
    painter.setFont(_bold(option.font))
    painter.setPen(QColor(ink))
    inside = option.rect.adjusted(M, 0, -S, -XS)
    bottom = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
    shown = painter.fontMetrics().elidedText(row.message, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, bottom, shown)


def _heading_height(font: QFont) -> int:
    return QFontMetrics(_bold(font)).height() + M + XS


def _height(metrics: QFontMetrics, words: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), _WRAPPED, words).height()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
