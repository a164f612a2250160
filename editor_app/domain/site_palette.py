"""The colours that the site makes of its publisher's own, in light and in dark, all readable."""

from collections.abc import Mapping

from msgspec import Struct

from editor_app.domain.colours import READABLE, least_contrast, readable_on, shifted

DEFAULT_ACCENT = "#0b5563"
# What text in the accent colour stands on, and what stands on it: as in resources/styles/site.css.
LIGHT_GROUNDS = ("#ffffff", "#f2f5f4")
DARK_GROUNDS = ("#12191b", "#1c2629")
# In the dark, a colour that is only just readable glares or drowns.
_AT_EASE = 7.0
_DEEPER = 0.09


class AccentVerdict(Struct, frozen=True):
    """What a colour is worth: its worst contrast as text, whether that is enough, and the nearest that is."""

    contrast: float
    passes: bool
    nearest: str


def judge_accent(accent: str) -> AccentVerdict:
    """Return whether links in `accent`, as `#rrggbb`, can be read on light pages, and white words on it."""
    worst = least_contrast(accent, LIGHT_GROUNDS)
    return AccentVerdict(worst, worst >= READABLE, readable_on(LIGHT_GROUNDS, accent))


def site_palette(accent: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the custom properties that follow from `accent`: of light pages, then of dark ones."""
    light = readable_on(LIGHT_GROUNDS, accent)
    dark = readable_on(DARK_GROUNDS, accent, ratio=_AT_EASE)
    return (
        {"--accent": light, "--accent-deep": shifted(light, -_DEEPER), "--on-accent": "#ffffff"},
        {"--accent": dark, "--accent-deep": shifted(dark, _DEEPER), "--on-accent": DARK_GROUNDS[0]},
    )
