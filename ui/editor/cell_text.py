"""The words of a table's cell, laid out as they look: marks, line breaks, either direction of writing."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPalette, QTextCharFormat, QTextLayout, QTextOption

from editor_app.domain.document import Mark, Spans
from ui.editor.mapping import LINE_BREAK
from ui.editor.styling import mark_looks

# Wide enough that nothing wraps.
_UNBROKEN = 1e6


@dataclass(frozen=True)
class CellLook:
    """The font and the palette that the words of a cell are drawn with; `bold` in header cells."""

    font: QFont
    palette: QPalette
    bold: bool = False


class CellText:
    """The words in `spans`; `natural` is their width unbroken, `least` that of the longest word."""

    def __init__(self, spans: Spans, look: CellLook) -> None:
        font = QFont(look.font)
        font.setBold(look.bold)
        text = "".join(span.text for span in spans).replace("\n", LINE_BREAK)
        self._layout = QTextLayout(text, font)
        self._layout.setFormats(_ranges(spans, mark_looks(look.palette)))
        self.height = self._break_lines(_UNBROKEN, QTextOption.WrapMode.WordWrap)
        lines = (self._layout.lineAt(number) for number in range(self._layout.lineCount()))
        self.natural = max((line.naturalTextWidth() for line in lines), default=0.0)
        self.least = min(self._layout.minimumWidth(), self.natural)

    def set_width(self, width: float) -> None:
        """Wrap at `width`, at words and, where one is too long, inside it; `height` follows."""
        self.height = self._break_lines(width, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    @property
    def layout(self) -> QTextLayout:
        return self._layout

    def _break_lines(self, width: float, wrap: QTextOption.WrapMode) -> float:
        option = QTextOption()
        option.setWrapMode(wrap)
        self._layout.setTextOption(option)
        top = 0.0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
            line = self._layout.createLine()
        self._layout.endLayout()
        return top


def _ranges(spans: Spans, looks: Mapping[type[Mark], QTextCharFormat]) -> list[QTextLayout.FormatRange]:
    """Return the look of each marked span, in UTF-16 units."""
    ranges = []
    start = 0
    for span in spans:
        length = len(span.text.encode("utf-16-le", "surrogatepass")) // 2
        if span.marks:
            ranges.append(_range(start, length, span.marks, looks))
        start += length
    return ranges


def _range(
    start: int, length: int, marks: tuple[Mark, ...], looks: Mapping[type[Mark], QTextCharFormat]
) -> QTextLayout.FormatRange:
    form = QTextCharFormat()
    for mark in marks:
        form.merge(looks[type(mark)])
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = length
    found.format = form
    return found
