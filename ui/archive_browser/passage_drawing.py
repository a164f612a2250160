"""The passage that shows why an article was found, drawn with the found words on a ground of their own."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from editor_app.domain.snippets import Snippet
from ui.theme.palette import Colours

PASSAGE_LINES = 2


def draw_passage(painter: QPainter, rect: QRect, passage: Snippet, scheme: Colours) -> None:
    """Draw up to PASSAGE_LINES of `passage` from the top of `rect`."""
    layout = QTextLayout(passage.text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(passage, scheme))
    line_height = painter.fontMetrics().height()
    layout.beginLayout()
    for number in range(PASSAGE_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, number * line_height))
    layout.endLayout()
    painter.setPen(QColor(scheme.muted))
    layout.draw(painter, QPointF(rect.topLeft()))


def _formats(passage: Snippet, scheme: Colours) -> list[QTextLayout.FormatRange]:
    places = _units(passage.text)
    formats = []
    for start, end in passage.ranges:
        found = QTextLayout.FormatRange()
        found.start = places[start]
        found.length = places[end] - places[start]
        look = QTextCharFormat()
        look.setBackground(QColor(scheme.found))
        look.setForeground(QColor(scheme.text))
        look.setFontWeight(QFont.Weight.DemiBold)
        found.format = look
        formats.append(found)
    return formats


def _units(text: str) -> list[int]:
    """Return at which UTF-16 unit each character of `text` begins, and where the last one ends."""
    places = [0]
    for letter in text:
        places.append(places[-1] + (2 if ord(letter) > 0xFFFF else 1))
    return places
