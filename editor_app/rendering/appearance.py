"""The files of the site that follow from how it is to look: the stylesheets and the icon."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from editor_app.domain.site_palette import DEFAULT_ACCENT, site_palette
from editor_app.domain.site_settings import Appearance, FontChoice
from editor_app.rendering.assets import ASSETS, FONTS_FOLDER, ICON, PAGES_STYLESHEET, STYLESHEET

OWN_FONT = f"{FONTS_FOLDER}own.woff2"
_OWN_FACE = """
@font-face {
  font-family: "Own";
  font-weight: 100 900;
  font-display: swap;
  src: url("fonts/own.woff2");
}
"""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AROUND = re.compile(r" ?([{};,>]) ?")
# Of what is added up in parentheses the sign keeps its spaces.
_BESIDE = re.compile(r" (\+) (?![^()]*\))")
_ZERO = re.compile(r"(?<=[\s:,(-])0(?=\.\d)")
_END_OF_FACES = ":root {"
_SYSTEM_FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif'


def look_assets(look: Appearance) -> Mapping[str, Callable[[], bytes]]:
    """Return what gives the bytes of each file that a site of that look carries unchanged, by its path."""
    files: dict[str, Callable[[], bytes]] = {
        path: partial(Path.read_bytes, file)
        for path, file in ASSETS.items()
        if look.font is FontChoice.SOURCE_SANS or not path.startswith(FONTS_FOLDER)
    }
    if look.font is FontChoice.OWN:
        files[OWN_FONT] = lambda: look.own_font
    files[STYLESHEET] = partial(stylesheet, look)
    files[PAGES_STYLESHEET] = _pages_stylesheet
    files[ICON] = partial(_icon, look.accent)
    return files


def stylesheet(look: Appearance) -> bytes:
    """Return the stylesheet of all pages of a site of that look."""
    text = ASSETS[STYLESHEET].read_text(encoding="utf-8")
    if look.font is not FontChoice.SOURCE_SANS:
        text = text[text.index(_END_OF_FACES) :]
    return shortened(text + _own_colours(look.accent) + _own_font(look.font)).encode()


def _pages_stylesheet() -> bytes:
    return shortened(ASSETS[PAGES_STYLESHEET].read_text(encoding="utf-8")).encode()


def shortened(css: str) -> str:
    """Return a stylesheet without what only its writers read: a fifth less for every reader to load.

    Only for our own, which has no colon, semicolon, comma, brace or angle with a space beside it in a string.
    """
    words = " ".join(_COMMENT.sub("", css).split())
    tight = _AROUND.sub(r"\1", words).replace(": ", ":").replace(";}", "}")
    return _ZERO.sub("", _BESIDE.sub(r"\1", tight)) + "\n"


def _own_colours(accent: str) -> str:
    if accent == DEFAULT_ACCENT:
        return ""
    light, dark = site_palette(accent)
    return (
        "\n/* The publisher's own colour. */\n\n"
        f"@media screen {{\n{_properties(light)}\n}}\n\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n{_properties(dark)}\n}}\n"
    )


def _own_font(font: FontChoice) -> str:
    if font is FontChoice.SOURCE_SANS:
        return ""
    if font is FontChoice.OWN:
        return f'{_OWN_FACE}\n:root {{\n  --font: "Own", {_SYSTEM_FONTS};\n}}\n'
    return f"\n/* The reader's own font. */\n\n:root {{\n  --font: {_SYSTEM_FONTS};\n}}\n"


def _properties(values: Mapping[str, str]) -> str:
    lines = "\n".join(f"    {name}: {value};" for name, value in values.items())
    return f"  :root {{\n{lines}\n  }}"


def _icon(accent: str) -> bytes:
    light, _dark = site_palette(accent) if accent != DEFAULT_ACCENT else ({"--accent": accent}, {})
    return ASSETS[ICON].read_bytes().replace(DEFAULT_ACCENT.encode(), light["--accent"].encode())
