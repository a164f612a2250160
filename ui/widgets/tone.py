"""How serious something is, as an icon and a ground; the words beside it say it as well."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.theme.icons import paint_icon
from ui.theme.palette import Colours, colours
from ui.theme.spacing import XS

RADIUS = 4
STRIPE = 3


class Tone(StrEnum):
    """How serious something is."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


TONE_ICONS: Mapping[Tone, str] = {
    Tone.NEUTRAL: "pencil",
    Tone.INFO: "info-circle",
    Tone.SUCCESS: "circle-check",
    Tone.WARNING: "alert-triangle",
    Tone.ERROR: "alert-circle",
}


def ground_and_mark(tone: Tone, scheme: Colours) -> tuple[QColor, QColor]:
    """Return the colour to stand on and the colour of the stripe for `tone` in `scheme`."""
    ground, mark = {
        Tone.NEUTRAL: (scheme.raised, scheme.control_border),
        Tone.INFO: (scheme.accent_ground, scheme.accent),
        Tone.SUCCESS: (scheme.success_ground, scheme.success),
        Tone.WARNING: (scheme.warning_ground, scheme.warning),
        Tone.ERROR: (scheme.danger_ground, scheme.danger),
    }[tone]
    return QColor(ground), QColor(mark)


class ToneFrame(QFrame):
    """A frame on the ground of its tone, with a stripe at the side where reading starts."""

    def __init__(self, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone

    @property
    def tone(self) -> Tone:
        return self._tone

    def set_tone(self, tone: Tone) -> None:
        """Stand on the ground of `tone` from now on."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, mark = ground_and_mark(self._tone, colours(self.palette()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), ground)
        left = 0 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - STRIPE
        painter.fillRect(left, 0, STRIPE, self.height(), mark)


class ToneIcon(QLabel):
    """The icon of a tone, as tall as a line of text; the words beside it say the same."""

    def __init__(self, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_tone(tone)

    def set_tone(self, tone: Tone) -> None:
        """Show the icon of `tone`."""
        self.set_icon(TONE_ICONS[tone])

    def set_icon(self, name: str) -> None:
        """Show the icon `name` of the set."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        side = max(16, self.fontMetrics().height())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.sizeHint().height())
        with QPainter(self) as painter:
            paint_icon(painter, QRect(0, 0, side, side), self._name, QPalette.ColorRole.WindowText)


INSET = STRIPE + XS
