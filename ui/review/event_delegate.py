"""How an event looks in the list: what was done, by whom and when, and the words that go with it."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from editor_app.desk.log_words import act_words
from editor_app.desk.version_values import StoryEvent
from editor_app.translation import _
from ui.review.version_delegate import draw_ground
from ui.review.version_words import moment_words
from ui.theme.palette import colours
from ui.theme.spacing import XS, M, S

EVENT_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


def event_lines(event: StoryEvent, now: datetime) -> tuple[str, ...]:
    """Return what the list says of an event, each part on lines of its own."""
    what = act_words(event.act)
    if event.number:
        what = f"{what} · {_('Version {number}').format(number=event.number)}"
    who = " · ".join(filter(None, (event.by, moment_words(event.at, now))))
    return tuple(filter(None, (what, who, event.words)))


class EventDelegate(QStyledItemDelegate):
    """Draws a row as high as its words, which are wrapped, are in the list that `parent` is."""

    def __init__(self, now: datetime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        lines = event_lines(index.data(EVENT_ROLE), self._now)
        height = sum(
            _height(option.font, line, width - 2 * M, is_first=place == 0) for place, line in enumerate(lines)
        )
        return QSize(0, height + (len(lines) - 1) * XS // 2 + 2 * S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = colours(option.palette)
        painter.save()
        draw_ground(painter, option, scheme)
        place = option.rect.adjusted(M, S, -M, -S)
        inks = (scheme.text, scheme.muted, scheme.text)
        lines = event_lines(index.data(EVENT_ROLE), self._now)
        for number, (line, ink) in enumerate(zip(lines, inks, strict=False)):
            font = _font(option.font, is_first=number == 0)
            height = _height(option.font, line, place.width(), is_first=number == 0)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(QRect(place.left(), place.top(), place.width(), height), int(_WRAPPED), line)
            place.setTop(place.top() + height + XS // 2)
        painter.restore()


def _font(font: QFont, *, is_first: bool) -> QFont:
    made = QFont(font)
    if is_first:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def _height(font: QFont, line: str, width: int, *, is_first: bool) -> int:
    room = QRect(0, 0, max(1, width), 10_000)
    return QFontMetrics(_font(font, is_first=is_first)).boundingRect(room, int(_WRAPPED), line).height()
