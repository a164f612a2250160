"""How one article looks in the list: the title, and below it where the article stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor_app.desk.values import ArticleSummary
from editor_app.domain.workflow import State
from ui.archive_browser.article_model import DATE_ROLE, SUMMARY_ROLE, title_of
from ui.archive_browser.state_words import STATE_ICONS, state_word
from ui.editor.line_field import enlarged
from ui.theme.icons import icon
from ui.theme.palette import Colours, colours
from ui.theme.spacing import XS, M, S

STRIPE = 3
ICON = 16
SMALLER = 0.87

Index = QModelIndex | QPersistentModelIndex


class ArticleDelegate(QStyledItemDelegate):
    """Draws two lines; the state is a word and an icon, never a colour alone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = (
            QFontMetrics(_title_font(option.font)).height() + QFontMetrics(_small_font(option.font)).height()
        )
        return QSize(120, lines + XS + 2 * S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = colours(option.palette)
        summary: ArticleSummary = index.data(SUMMARY_ROLE)
        painter.save()
        self._draw_ground(painter, option, scheme)
        inside = option.rect.adjusted(M, S, -M, -S)
        title_font = _title_font(option.font)
        painter.setFont(title_font)
        painter.setPen(QColor(scheme.text if summary.title.strip() else scheme.muted))
        _draw_elided(painter, inside, title_of(summary), Qt.AlignmentFlag.AlignTop)
        below = inside.adjusted(0, QFontMetrics(title_font).height() + XS, 0, 0)
        painter.setFont(_small_font(option.font))
        self._draw_second_line(painter, below, summary, index.data(DATE_ROLE), scheme)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, scheme: Colours) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(scheme.accent_ground))
            painter.fillRect(
                QRect(option.rect.topLeft(), QSize(STRIPE, option.rect.height())), QColor(scheme.accent)
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(scheme.raised))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(scheme.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _draw_second_line(
        self, painter: QPainter, line: QRect, summary: ArticleSummary, date: str, scheme: Colours
    ) -> None:
        middle = line.top() + (line.height() - ICON) // 2
        role = QPalette.ColorRole.WindowText
        icon(STATE_ICONS[summary.state], role).paint(painter, QRect(line.left(), middle, ICON, ICON))
        metrics = painter.fontMetrics()
        date_room = metrics.horizontalAdvance(date)
        painter.setPen(QColor(scheme.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, date)
        rest = line.adjusted(ICON + XS, 0, -date_room - S, 0)
        word = state_word(summary.state)
        painter.setPen(QColor(_state_colour(summary.state, scheme)))
        _draw_elided(painter, rest, word, Qt.AlignmentFlag.AlignVCenter)
        rest = rest.adjusted(metrics.horizontalAdvance(word) + S, 0, 0, 0)
        painter.setPen(QColor(scheme.muted))
        _draw_elided(painter, rest, summary.category, Qt.AlignmentFlag.AlignVCenter)


def _state_colour(state: State, scheme: Colours) -> str:
    return {
        State.DRAFT: scheme.muted,
        State.IN_REVIEW: scheme.warning,
        State.APPROVED: scheme.success,
    }[state]


def _draw_elided(painter: QPainter, rect: QRect, text: str, vertical: Qt.AlignmentFlag) -> None:
    room = max(0, rect.width())
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(rect, vertical | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, shown)


def _title_font(font: QFont) -> QFont:
    title = QFont(font)
    title.setWeight(QFont.Weight.DemiBold)
    return title


def _small_font(font: QFont) -> QFont:
    return enlarged(font, SMALLER)
