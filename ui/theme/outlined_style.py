"""Fusion with outlines that can be seen in light and dark."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QStyleOptionComplex, QWidget

from ui.theme.palette import colours

Primitive = QStyle.PrimitiveElement
Complex = QStyle.ComplexControl
OUTLINED = frozenset(
    {
        Primitive.PE_Frame,
        Primitive.PE_FrameLineEdit,
        Primitive.PE_IndicatorCheckBox,
        Primitive.PE_PanelButtonCommand,
    }
)
OUTLINED_WHOLE = frozenset({Complex.CC_ComboBox, Complex.CC_SpinBox})
RADIUS = 2


class OutlinedStyle(QProxyStyle):
    """Draws fields, boxes and buttons as Fusion does and goes over their edges.

    Fusion darkens the colour of the window for an edge, which nobody sees on a dark one.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawPrimitive(element, option, painter, widget)
        if element in OUTLINED:
            _go_over_edge(option, painter)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control in OUTLINED_WHOLE:
            _go_over_edge(option, painter)


def _go_over_edge(option: QStyleOption, painter: QPainter) -> None:
    state: QStyle.StateFlag = option.state
    if not state & QStyle.StateFlag.State_Enabled:
        return
    scheme = colours(option.palette)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(scheme.accent if focused else scheme.control_border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inside, RADIUS, RADIUS)
    painter.restore()
