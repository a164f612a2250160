"""Fonts in other sizes."""

from PySide6.QtGui import QFont


def resized(font: QFont, factor: float) -> QFont:
    """Return `font` in `factor` times its size, pixels or points as it was."""
    other = QFont(font)
    if font.pixelSize() > 0:
        other.setPixelSize(round(font.pixelSize() * factor))
    else:
        other.setPointSizeF(font.pointSizeF() * factor)
    return other
