"""The readable column in the middle of the editor."""

from ui.theme.spacing import XL

COLUMN_WIDTH = 680


def column_margin(width: int, scale: float) -> int:
    """Return the pixels left on each side of the readable column and its own margin, in `width`."""
    return max((width - round(COLUMN_WIDTH * scale)) // 2 - XL, 0)
