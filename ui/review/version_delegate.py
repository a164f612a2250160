"""How a version looks in the list: its name, who kept it, who approved it, and where it stands."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor_app.desk.version_values import VersionSummary
from editor_app.translation import _
from ui.review.version_model import VERSION_ROLE, row_lines
from ui.review.version_words import BADGE_WORDS, Badge, badges_of
from ui.theme.font_sizes import resized
from ui.theme.icons import icon
from ui.theme.palette import Colours, colours
from ui.theme.spacing import XS, M, S

BADGE_ICONS: Mapping[Badge, str] = {
    Badge.LIVE: "world-upload",
    Badge.IN_REVIEW: "eye",
    Badge.PRESENT: "pencil",
}
STRIPE = 3
ICON = 14
SMALLER = 0.87

Index = QModelIndex | QPersistentModelIndex


class VersionDelegate(QStyledItemDelegate):
    """Draws a row of two or three lines, and below them the badges: a word and an icon in a frame."""

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._measured: QFont | None = None
        self._heights = (0, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # The list asks for all of its rows at once, so nothing is put into words for it.
        version: VersionSummary = index.data(VERSION_ROLE)
        name, small = self._line_heights(option.font)
        height = name + (small + XS // 2) * (2 if version.approvals else 1)
        if badges_of(version):
            height += XS + small + XS
        return QSize(120, height + 2 * S + XS)

    def _line_heights(self, font: QFont) -> tuple[int, int]:
        if font != self._measured:
            self._measured = QFont(font)
            self._heights = QFontMetrics(_name_font(font)).height(), QFontMetrics(_small_font(font)).height()
        return self._heights

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = colours(option.palette)
        version: VersionSummary = index.data(VERSION_ROLE)
        painter.save()
        draw_ground(painter, option, scheme)
        inside = option.rect.adjusted(M, S + XS // 2, -M, -S)
        name, *rest = row_lines(version, self._now)
        painter.setFont(_name_font(option.font))
        painter.setPen(QColor(scheme.text))
        top = inside.top() + _draw_line(painter, inside, inside.top(), name)
        painter.setFont(_small_font(option.font))
        painter.setPen(QColor(scheme.muted))
        for line in rest:
            top += XS // 2
            top += _draw_line(painter, inside, top, line)
        _draw_badges(painter, QRect(inside.left(), top + XS, inside.width(), 0), badges_of(version), scheme)
        painter.restore()


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, scheme: Colours) -> None:
    """Draw what the words of a row stand on: chosen, touched, in focus or none of these."""
    rect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(scheme.accent_ground))
        painter.fillRect(QRect(rect.topLeft(), QSize(STRIPE, rect.height())), QColor(scheme.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(scheme.raised))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(scheme.accent))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
    else:
        painter.setPen(QColor(scheme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _draw_line(painter: QPainter, inside: QRect, top: int, text: str) -> int:
    """Draw one line, elided where there is no room; returns its height in pixels."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, inside.width()))
    painter.drawText(
        QRect(inside.left(), top, inside.width(), metrics.height()), Qt.TextFlag.TextSingleLine, shown
    )
    return metrics.height()


def _draw_badges(painter: QPainter, line: QRect, badges: Sequence[Badge], scheme: Colours) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = painter.fontMetrics()
    left = line.left()
    for badge in badges:
        words = _(BADGE_WORDS[badge])
        frame = QRect(
            left, line.top(), 2 * S + ICON + XS + metrics.horizontalAdvance(words), metrics.height() + XS
        )
        ink, ground = _badge_colours(badge, scheme)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), XS, XS)
        picture = QRect(left + S, frame.top() + (frame.height() - ICON) // 2, ICON, ICON)
        icon(BADGE_ICONS[badge], QPalette.ColorRole.WindowText).paint(painter, picture)
        room = frame.adjusted(S + ICON + XS, 0, -S, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        left = frame.right() + S


def _badge_colours(badge: Badge, scheme: Colours) -> tuple[str, str]:
    return {
        Badge.LIVE: (scheme.success, scheme.success_ground),
        Badge.IN_REVIEW: (scheme.warning, scheme.warning_ground),
        Badge.PRESENT: (scheme.muted, scheme.base),
    }[badge]


def _name_font(font: QFont) -> QFont:
    name = QFont(font)
    name.setWeight(QFont.Weight.DemiBold)
    return name


def _small_font(font: QFont) -> QFont:
    return resized(font, SMALLER)
