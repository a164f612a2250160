"""Colours that can be told apart by everybody."""

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QPalette

from ui.theme.palette import DARK, LIGHT, colours, make_palette


def luminance(colour: str) -> float:
    value = QColor(colour)
    channels = [value.redF(), value.greenF(), value.blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


TEXT_ON_GROUND = [
    *((text, ground) for text in ("text", "muted", "accent") for ground in ("window", "base", "raised")),
    ("success", "window"),
    ("warning", "window"),
    ("danger", "window"),
    ("danger", "base"),
    *((text, f"{text}_ground") for text in ("accent", "success", "warning", "danger")),
    *(("text", f"{ground}_ground") for ground in ("accent", "success", "warning", "danger")),
    ("muted", "accent_ground"),
    *((text, "found") for text in ("text", "muted", "accent")),
    ("on_accent", "accent"),
]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read_on_its_ground(scheme, text, ground):
    named = asdict(scheme)

    assert contrast(named[text], named[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["accent", "control_border"])
def test_what_shows_focus_and_controls_stands_out_from_the_ground(scheme, mark):
    named = asdict(scheme)

    assert contrast(named[mark], scheme.window) >= 3
    assert contrast(named[mark], scheme.base) >= 3


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_palette_tells_which_scheme_it_is_made_of(scheme, qapp):
    palette = make_palette(scheme)

    assert colours(palette) is scheme
    assert palette.color(QPalette.ColorRole.Text).name() == scheme.text
