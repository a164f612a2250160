"""The look of the whole application: style, palette and typeface."""

from enum import StrEnum
from functools import cache
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from editor_app.resource_files import RESOURCES
from ui.theme.outlined_style import OutlinedStyle
from ui.theme.palette import DARK, LIGHT, Colours, make_palette

# The site has variable fonts, whose weights Qt does not tell apart.
FONT_FOLDER = RESOURCES / "fonts" / "window"
FONT_FAMILY = "Source Sans 3"
FONT_PIXELS = 15


class Scheme(StrEnum):
    """Which colours the window has; the values are kept in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def dress(application: QApplication, scheme: Scheme) -> None:
    """Give `application` our style, typeface and the colours of `scheme`."""
    application.setStyle(OutlinedStyle())
    _load_fonts()
    font = QFont(FONT_FAMILY)
    font.setPixelSize(FONT_PIXELS)
    application.setFont(font)
    wear(application, scheme)


def wear(application: QApplication, scheme: Scheme) -> None:
    """Change the colours of a dressed `application` to those of `scheme`."""
    # No stylesheet: one on the application doubles the time until the window is painted.
    chosen = colours_of_scheme(scheme)
    palette = make_palette(chosen)
    application.setPalette(palette)
    # An icon cannot know that its row of a menu is the highlighted one, so the highlight suits both.
    palette.setColor(QPalette.ColorRole.Highlight, QColor(chosen.accent_ground))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(chosen.text))
    palette.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.HighlightedText, QColor(chosen.disabled)
    )
    # PySide's stubs want bytes for the class, where only a string is taken.
    application.setPalette(palette, cast(Any, "QMenu"))


def colours_of_scheme(scheme: Scheme) -> Colours:
    """Return the colours of `scheme`; SYSTEM asks the desktop, light where it does not say."""
    if scheme is Scheme.SYSTEM:
        wants_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if wants_dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


@cache
def _load_fonts() -> None:
    # Not packed: to unpack five of them took 20 ms of each start.
    for font in sorted(FONT_FOLDER.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
