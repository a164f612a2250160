"""The colour of the publisher, shown as the website will wear it, with what it is worth."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from editor_app.domain.colours import parse_colour
from editor_app.domain.site_palette import DARK_GROUNDS, LIGHT_GROUNDS, judge_accent, site_palette
from editor_app.translation import _, interface_language
from ui.theme.spacing import XS, L, M, S
from ui.widgets.form_field import Problem, named_line
from ui.widgets.labels import QuietLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.tone import RADIUS

_LINES = 3


class AccentField(QWidget):
    """A line for the colour, a sample in light and dark, and whether it can be read."""

    def __init__(self, accent: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = named_line("accent", accent)
        self.line.setAccessibleName(_("Colour"))
        self.line.setMaxLength(7)
        self._choose_button = plain_button(_("Choose…"), "choose_accent")
        self._sample = _Sample()
        self._verdict = QuietLabel()
        self._verdict.setObjectName("verdict")
        self.problem = Problem()
        self.nearest_button = plain_button("", "take_nearest", "check")
        self.setFocusProxy(self.line)
        self._lay_out()
        self.line.textChanged.connect(self._follow)
        self._choose_button.clicked.connect(self._choose)
        self.nearest_button.clicked.connect(self._take_nearest)
        self._follow()

    def accent(self) -> str:
        """Return what is written, as `#rrggbb` where it is a colour."""
        return parse_colour(self.line.text()) or self.line.text().strip()

    def _follow(self) -> None:
        accent = parse_colour(self.line.text())
        verdict = None if accent is None else judge_accent(accent)
        self._sample.show_accent(accent)
        self.nearest_button.setVisible(verdict is not None and not verdict.passes)
        self._verdict.setVisible(verdict is not None and verdict.passes)
        if verdict is None:
            self.problem.show_sentence(_("Write a colour as six figures, such as #0b5563."))
            return
        words = _("Contrast {ratio} : 1.").format(
            ratio=QLocale(interface_language()).toString(verdict.contrast, "f", 1)
        )
        readable = _("Links and buttons can be read, in light and in dark.")
        self._verdict.setText(f"{words} {readable}")
        self.nearest_button.setText(_("Take {colour}, the nearest").format(colour=verdict.nearest))
        too_pale = _("Too pale to be read on white: 4.5 : 1 is the least.")
        self.problem.show_sentence("" if verdict.passes else f"{words} {too_pale}")

    def _take_nearest(self) -> None:
        self.line.setText(judge_accent(self.accent()).nearest)
        self.line.setFocus()

    def _choose(self) -> None:
        dialog = QColorDialog(QColor(self.accent()), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self.line.setText(colour.name()))
        dialog.open()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.line, 1)
        row.addWidget(self._choose_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(row)
        column.addWidget(self._sample)
        column.addWidget(self._verdict)
        column.addWidget(self.problem)
        column.addWidget(self.nearest_button, 0, Qt.AlignmentFlag.AlignLeading)


class _Sample(QWidget):
    """A piece of the site in light beside one in dark: a heading, a link and a button."""

    def __init__(self) -> None:
        super().__init__()
        self._accent: str | None = None
        self.setAccessibleName(_("Sample of the colour in light and dark"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_accent(self, accent: str | None) -> None:
        """Show what the site makes of `accent`; nothing of None."""
        self._accent = accent
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(20 * self.fontMetrics().averageCharWidth(), _LINES * (line + S) + 2 * M)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._accent is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = (self.width() - S) / 2
        light, dark = site_palette(self._accent)
        _paint(painter, QRectF(0, 0, half, self.height()), LIGHT_GROUNDS, "#1b2325", light)
        _paint(painter, QRectF(half + S, 0, half, self.height()), DARK_GROUNDS, "#e7eded", dark)


def _paint(
    painter: QPainter, area: QRectF, grounds: tuple[str, ...], text: str, values: Mapping[str, str]
) -> None:
    painter.setPen(QColor("#8d969e"))
    painter.setBrush(QColor(grounds[0]))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.fillRect(
        QRectF(area.left() + 1, area.top() + 1, area.width() - 2, XS), QColor(values["--accent"])
    )
    line = painter.fontMetrics().lineSpacing()
    inside = area.adjusted(M, M + XS, -M, -M)
    font = QFont(painter.font())
    painter.setFont(_as_heading(font))
    painter.setPen(QColor(text))
    painter.drawText(QRectF(inside.left(), inside.top(), inside.width(), line), _("Heading"))
    painter.setFont(_as_link(font))
    painter.setPen(QColor(values["--accent"]))
    top = inside.top() + line + XS
    painter.drawText(QRectF(inside.left(), top, inside.width(), line), _("A link in the text"))
    painter.setFont(font)
    words = _("Button")
    width = painter.fontMetrics().horizontalAdvance(words) + 2 * L
    button = QRectF(inside.left(), top + line + XS, min(width, inside.width()), line + XS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(values["--accent"]))
    painter.drawRoundedRect(button, RADIUS, RADIUS)
    painter.setPen(QColor(values["--on-accent"]))
    painter.drawText(button, Qt.AlignmentFlag.AlignCenter, words)


def _as_heading(font: QFont) -> QFont:
    heading = QFont(font)
    heading.setWeight(QFont.Weight.Bold)
    return heading


def _as_link(font: QFont) -> QFont:
    link = QFont(font)
    link.setUnderline(True)
    return link
