"""The files that every site carries unchanged: stylesheets, fonts and icon."""

from collections.abc import Mapping
from pathlib import Path

from editor_app.resource_files import RESOURCES

STYLESHEET = "assets/site.css"
# What only pages need that are no article, so that those on a phone are not kept waiting for it.
PAGES_STYLESHEET = "assets/pages.css"
ICON = "assets/icon.svg"
FONTS_FOLDER = "assets/fonts/"
_FONTS = RESOURCES / "fonts"

ASSETS: Mapping[str, Path] = {
    STYLESHEET: RESOURCES / "styles" / "site.css",
    PAGES_STYLESHEET: RESOURCES / "styles" / "pages.css",
    ICON: RESOURCES / "styles" / "icon.svg",
    **{
        f"{FONTS_FOLDER}{name}": _FONTS / name
        for name in (
            "OFL.txt",
            "source-sans-3-normal.woff2",
            "source-sans-3-italic.woff2",
            "source-sans-3-ext-normal.woff2",
            "source-sans-3-ext-italic.woff2",
        )
    },
}

MEDIA_TYPES: Mapping[str, str] = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
