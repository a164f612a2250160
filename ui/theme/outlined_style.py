"""Fusion with outlines that can be seen in light and dark."""

from typing import TypeGuard, cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QDialogButtonBox,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QWidget,
)

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
# Between icon and text Qt puts four pixels, whatever the font, and cannot be told otherwise.
ICON_GAP = "\N{EN SPACE}"
RADIUS = 2
HANDLE = 6
HEADER_MARGIN = 8
# Qt adds a pixel to it on both sides of what a cell says.
CELL_MARGIN = HEADER_MARGIN - 1


class OutlinedStyle(QProxyStyle):
    """Draws fields, boxes and buttons as Fusion does and goes over their edges; scroll bars are slim.

    The circles of choices are its own.

    Fusion darkens the colour of the window for an edge, which nobody sees on a dark one.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        # The words of a heading begin where those of the cells below it do.
        if metric == QStyle.PixelMetric.PM_HeaderMargin:
            return HEADER_MARGIN
        if metric == QStyle.PixelMetric.PM_FocusFrameHMargin and isinstance(widget, QAbstractItemView):
            return CELL_MARGIN
        return super().pixelMetric(metric, option, widget)

    def standardIcon(
        self,
        picture: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        # Not as a hint of the style, which Qt asks some thousand times before the window is painted.
        if isinstance(widget, QDialogButtonBox):
            # Qt's own coloured pictures, in a set of icons that has none of them.
            return QIcon()
        return super().standardIcon(picture, option, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_PushButtonLabel and _has_icon_and_text(option):
            spaced = QStyleOptionButton(option)
            spaced.text = ICON_GAP + option.text
            option = spaced
        super().drawControl(element, option, painter, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        # PySide's stubs want a widget here, where Qt takes none.
        whole = super().sizeFromContents(kind, option, size, cast(QWidget, widget))
        if kind == QStyle.ContentsType.CT_PushButton and _has_icon_and_text(option):
            whole.setWidth(whole.width() + option.fontMetrics.horizontalAdvance(ICON_GAP))
        return whole

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == Primitive.PE_IndicatorRadioButton:
            _draw_radio(option, painter)
            return
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
        if control == Complex.CC_ScrollBar and widget is not None:
            slider = self.subControlRect(control, option, QStyle.SubControl.SC_ScrollBarSlider, widget)
            painter.fillRect(option.rect, option.palette.brush(_ground_beside(widget)))
            _draw_handle(option, slider, painter)
            return
        super().drawComplexControl(control, option, painter, widget)
        if control in OUTLINED_WHOLE:
            _go_over_edge(option, painter)


def _has_icon_and_text(option: QStyleOption) -> TypeGuard[QStyleOptionButton]:
    return isinstance(option, QStyleOptionButton) and bool(option.text) and not option.icon.isNull()


def _ground_beside(scroll_bar: QWidget) -> QPalette.ColorRole:
    """Return the ground of what the bar scrolls, so that it leaves no gutter."""
    area = scroll_bar.parentWidget()
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    return QPalette.ColorRole.Window if area is None else area.viewport().backgroundRole()


def _draw_handle(option: QStyleOptionComplex, slider: QRect, painter: QPainter) -> None:
    """Draw a scroll bar as its handle alone, slim."""
    scheme = colours(option.palette)
    upright = slider.width() < slider.height()
    across = slider.width() if upright else slider.height()
    aside = (across - HANDLE) / 2
    handle = QRectF(slider).adjusted(*((aside, 2, -aside, -2) if upright else (2, aside, -2, -aside)))
    touched = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.muted if touched else scheme.control_border))
    painter.drawRoundedRect(handle, HANDLE / 2, HANDLE / 2)
    painter.restore()


def _draw_radio(option: QStyleOption, painter: QPainter) -> None:
    """Draw the circle of a choice, with its dot where it is the chosen one."""
    scheme = colours(option.palette)
    state: QStyle.StateFlag = option.state
    side = min(option.rect.width(), option.rect.height())
    circle = QRectF(option.rect.x(), option.rect.y(), side, side).adjusted(1.5, 1.5, -1.5, -1.5)
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(scheme.accent if focused else scheme.control_border), 2 if focused else 1))
    painter.setBrush(QColor(scheme.base))
    painter.drawEllipse(circle)
    if state & QStyle.StateFlag.State_On:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.accent if enabled else scheme.control_border))
        painter.drawEllipse(circle.adjusted(side / 5, side / 5, -side / 5, -side / 5))
    painter.restore()


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
