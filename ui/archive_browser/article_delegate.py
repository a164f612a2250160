"""How one article looks in the list: the title, and below it where the article stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor_app.desk.values import ArticleSummary
from editor_app.domain.snippets import Snippet
from ui.archive_browser.article_rows import DATE_ROLE, SNIPPET_ROLE, STAGE_ROLE, SUMMARY_ROLE
from ui.archive_browser.columns import title_of
from ui.archive_browser.passage_drawing import PASSAGE_LINES, draw_passage
from ui.archive_browser.stage_looks import StageLook
from ui.theme.font_sizes import resized
from ui.theme.icons import icon
from ui.theme.palette import Colours, colours
from ui.theme.spacing import XS, M, S
from ui.widgets.tone import Tone

STRIPE = 3
ICON = 16
SMALLER = 0.87
TITLE_LINES = 2
# How much of the width the bars take that stand for what has not come yet.
PLACEHOLDER_SHARES = (0.8, 0.35)

Index = QModelIndex | QPersistentModelIndex


class ArticleDelegate(QStyledItemDelegate):
    """Draws a title of up to TITLE_LINES and a line on its state: a word and an icon, never a colour alone.

    Every article takes the same room, so that a long list scrolls without being measured. One that
    has not come from the archive yet is two quiet bars.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        title = TITLE_LINES * QFontMetrics(_title_font(option.font)).height()
        return QSize(120, title + XS + QFontMetrics(_small_font(option.font)).height() + 2 * S)

    def height(self, font: QFont, *, with_passages: bool = False) -> int:
        """Return the height of each row, in pixels; `with_passages` there is room for why it was found."""
        option = QStyleOptionViewItem()
        option.font = font
        passage = PASSAGE_LINES * QFontMetrics(_small_font(font)).height() + XS if with_passages else 0
        return self.sizeHint(option, QModelIndex()).height() + passage

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = colours(option.palette)
        summary: ArticleSummary | None = index.data(SUMMARY_ROLE)
        painter.save()
        self._draw_ground(painter, option, scheme)
        inside = option.rect.adjusted(M, S, -M, -S)
        if summary is None:
            _draw_placeholder(painter, inside, scheme)
        else:
            passage: Snippet | None = index.data(SNIPPET_ROLE)
            if passage is None:
                inside = _in_the_middle(inside, title_of(summary), option.font)
            below = self._draw_article(painter, option, inside, index, scheme)
            if passage is not None:
                draw_passage(painter, inside.adjusted(0, below, 0, 0), passage, scheme)
        painter.restore()

    def _draw_article(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inside: QRect,
        index: Index,
        scheme: Colours,
    ) -> int:
        """Draw the title and the line on the state; returns how far down they go, in pixels."""
        summary: ArticleSummary = index.data(SUMMARY_ROLE)
        painter.setFont(_title_font(option.font))
        painter.setPen(QColor(scheme.text if summary.title.strip() else scheme.muted))
        title_height = _draw_title(painter, inside, title_of(summary))
        painter.setFont(_small_font(option.font))
        state_line = QRect(
            inside.left(), inside.top() + title_height + XS, inside.width(), painter.fontMetrics().height()
        )
        self._draw_state_line(painter, state_line, index, scheme)
        return title_height + 2 * XS + state_line.height()

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
        else:
            painter.setPen(QColor(scheme.border))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _draw_state_line(self, painter: QPainter, line: QRect, index: Index, scheme: Colours) -> None:
        look: StageLook = index.data(STAGE_ROLE)
        date: str = index.data(DATE_ROLE)
        summary: ArticleSummary = index.data(SUMMARY_ROLE)
        middle = line.top() + (line.height() - ICON) // 2
        role = QPalette.ColorRole.WindowText
        icon(look.icon, role).paint(painter, QRect(line.left(), middle, ICON, ICON))
        metrics = painter.fontMetrics()
        date_room = metrics.horizontalAdvance(date)
        painter.setPen(QColor(scheme.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, date)
        rest = line.adjusted(ICON + XS, 0, -date_room - S, 0)
        painter.setPen(QColor(_tone_colour(look.tone, scheme)))
        _draw_elided(painter, rest, look.words, Qt.AlignmentFlag.AlignVCenter)
        rest = rest.adjusted(metrics.horizontalAdvance(look.words) + S, 0, 0, 0)
        painter.setPen(QColor(scheme.muted))
        _draw_elided(painter, rest, summary.category, Qt.AlignmentFlag.AlignVCenter)


def _draw_placeholder(painter: QPainter, inside: QRect, scheme: Colours) -> None:
    line = painter.fontMetrics().height()
    for row, share in enumerate(PLACEHOLDER_SHARES):
        top = inside.top() + row * (line + XS) + line // 4
        painter.fillRect(
            QRect(inside.left(), top, round(inside.width() * share), line // 2), QColor(scheme.border)
        )


def _tone_colour(tone: Tone, scheme: Colours) -> str:
    return {Tone.WARNING: scheme.warning, Tone.SUCCESS: scheme.success}.get(tone, scheme.muted)


def _in_the_middle(inside: QRect, title: str, font: QFont) -> QRect:
    """Return where an article is drawn: in the middle where its title takes one line of the room for two."""
    metrics = QFontMetrics(_title_font(font))
    takes_one = metrics.horizontalAdvance(title) <= inside.width()
    return inside.adjusted(0, metrics.height() // 2, 0, 0) if takes_one else inside


def _draw_title(painter: QPainter, rect: QRect, title: str) -> int:
    """Draw the title from the top of `rect`, the last line elided; returns its height in pixels."""
    layout = QTextLayout(title, painter.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    line_height = painter.fontMetrics().height()
    top = 0
    for number in range(1, TITLE_LINES + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, 0))
        here = QRect(rect.left(), rect.top() + top, rect.width(), line_height)
        if number == TITLE_LINES:
            # QTextLayout counts in UTF-16, as its text does when it is encoded so.
            rest = title.encode("utf-16-le")[2 * line.textStart() :].decode("utf-16-le")
            _draw_elided(painter, here, rest, Qt.AlignmentFlag.AlignTop)
        else:
            line.draw(painter, QPointF(here.topLeft()))
        top += line_height
    layout.endLayout()
    return top


def _draw_elided(painter: QPainter, rect: QRect, text: str, vertical: Qt.AlignmentFlag) -> None:
    room = max(0, rect.width())
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(rect, vertical | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, shown)


def _title_font(font: QFont) -> QFont:
    title = QFont(font)
    title.setWeight(QFont.Weight.DemiBold)
    return title


def _small_font(font: QFont) -> QFont:
    return resized(font, SMALLER)
