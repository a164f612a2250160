"""Colours as WCAG measures them and as eyes order them: contrast, and lighter or darker ones of one hue.

The formulas are those of WCAG 2.2 and of OKLCH. A library has them as well, and takes longer to load
than an export of one changed article takes in all.
"""

import math
import re
from collections.abc import Iterable

from msgspec import Struct

# What WCAG asks of text at level AA.
READABLE = 4.5
_HEX = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE)
_STEPS = 24


class Oklch(Struct, frozen=True):
    """A colour by lightness (0 black, 1 white), chroma (0 grey) and hue in radians."""

    lightness: float
    chroma: float
    hue: float


def parse_colour(text: str) -> str | None:
    """Return `text` as `#rrggbb` in small letters, None where it is no such colour."""
    match = _HEX.fullmatch(text.strip())
    return f"#{match[1].lower()}" if match else None


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 for none to 21 for black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, backgrounds: Iterable[str]) -> float:
    """Return the contrast of `colour` on the one of `backgrounds` where it is worst."""
    return min(contrast(colour, background) for background in backgrounds)


def readable_on(backgrounds: tuple[str, ...], colour: str, *, ratio: float = READABLE) -> str:
    """Return the colour nearest to `colour`, of its hue, that has the contrast `ratio` on all `backgrounds`.

    These are all light, or all dark.
    """
    if least_contrast(colour, backgrounds) >= ratio:
        return colour
    wanted = to_oklch(colour)
    far = 0.0 if _luminance(backgrounds[0]) > 0.18 else 1.0
    near = wanted.lightness
    # The lightness that is near enough lies between the colour's own and black or white.
    for _step in range(_STEPS):
        middle = (near + far) / 2
        if least_contrast(_at(wanted, middle), backgrounds) >= ratio:
            far = middle
        else:
            near = middle
    return _at(wanted, far)


def shifted(colour: str, by: float) -> str:
    """Return `colour` lighter by that much lightness, darker where it is negative."""
    wanted = to_oklch(colour)
    return _at(wanted, min(1.0, max(0.0, wanted.lightness + by)))


def to_oklch(colour: str) -> Oklch:
    """Return `#rrggbb` by its lightness, chroma and hue."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def from_oklch(colour: Oklch) -> str | None:
    """Return the colour as `#rrggbb`, None where screens cannot show it."""
    a, b = colour.chroma * math.cos(colour.hue), colour.chroma * math.sin(colour.hue)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    if any(not -0.0005 <= channel <= 1.0005 for channel in channels):
        return None
    return "#" + "".join(f"{round(255 * _gamma(min(1.0, max(0.0, channel)))):02x}" for channel in channels)


def _at(colour: Oklch, lightness: float) -> str:
    """Return the colour of that lightness, as strong as screens can show it there."""
    if lightness <= 0 or lightness >= 1:
        return "#000000" if lightness <= 0 else "#ffffff"
    shown = from_oklch(Oklch(lightness, colour.chroma, colour.hue))
    if shown is not None:
        return shown
    # Greys can be shown at every lightness.
    weak, strong = 0.0, colour.chroma
    for _step in range(_STEPS):
        middle = (weak + strong) / 2
        if from_oklch(Oklch(lightness, middle, colour.hue)) is None:
            strong = middle
        else:
            weak = middle
    found = from_oklch(Oklch(lightness, weak, colour.hue))
    assert found is not None
    return found


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _without_gamma(red), _without_gamma(green), _without_gamma(blue)


def _without_gamma(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else float(1.055 * channel ** (1 / 2.4) - 0.055)
