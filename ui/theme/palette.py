"""The light and the dark colours of the window, by what they are for."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


@dataclass(frozen=True)
class Colours:
    """One colour scheme, each as `#rrggbb`.

    Text colours (`text`, `muted`, `accent`, `success`, `warning`, `danger`) reach 4.5:1 on `window`,
    `base` and, the three of a status and the accent, on the subtle ground of their own name; `text`,
    `muted` and `accent` also on `found`, which words that were looked for stand on.
    """

    dark: bool
    window: str
    base: str
    raised: str
    text: str
    muted: str
    disabled: str
    border: str
    control_border: str
    accent: str
    on_accent: str
    accent_ground: str
    success: str
    success_ground: str
    warning: str
    warning_ground: str
    danger: str
    danger_ground: str
    found: str


LIGHT = Colours(
    dark=False,
    window="#f3f4f6",
    base="#ffffff",
    raised="#fbfbfc",
    text="#1b2127",
    muted="#59636d",
    disabled="#8d969e",
    border="#d9dde1",
    control_border="#838d96",
    accent="#1a5c8a",
    on_accent="#ffffff",
    accent_ground="#e2edf5",
    success="#1c6638",
    success_ground="#e3f2e7",
    warning="#764900",
    warning_ground="#fbf0d9",
    danger="#a11f1f",
    danger_ground="#fbe9e7",
    found="#ffe08a",
)

DARK = Colours(
    dark=True,
    window="#1e2227",
    base="#16191d",
    raised="#282d33",
    text="#e6e9ec",
    muted="#a5afb8",
    disabled="#6d7780",
    border="#363d45",
    control_border="#75808a",
    accent="#7fbae8",
    on_accent="#0d1a25",
    accent_ground="#1f3547",
    success="#84cd9c",
    success_ground="#1c3526",
    warning="#e9be6f",
    warning_ground="#3a2f18",
    danger="#f39d95",
    danger_ground="#42221f",
    found="#4e3d06",
)


def colours(palette: QPalette) -> Colours:
    """Return the scheme that `palette` was made of: ask with the palette of the widget that paints."""
    return DARK if palette.color(Role.Window).lightness() < 128 else LIGHT


def make_palette(scheme: Colours) -> QPalette:
    """Return the palette that gives every stock widget the colours of `scheme`."""
    palette = QPalette()
    for role, colour in _roles(scheme).items():
        palette.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(Group.Disabled, role, QColor(scheme.disabled))
    palette.setColor(Group.Disabled, Role.Highlight, QColor(scheme.border))
    palette.setColor(Group.Disabled, Role.HighlightedText, QColor(scheme.disabled))
    return palette


def _roles(scheme: Colours) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: scheme.window,
        Role.WindowText: scheme.text,
        Role.Base: scheme.base,
        Role.AlternateBase: scheme.raised,
        Role.ToolTipBase: scheme.raised,
        Role.ToolTipText: scheme.text,
        Role.PlaceholderText: scheme.muted,
        Role.Text: scheme.text,
        Role.Button: scheme.raised,
        Role.ButtonText: scheme.text,
        Role.BrightText: scheme.on_accent,
        Role.Light: scheme.raised,
        Role.Midlight: scheme.border,
        Role.Mid: scheme.border,
        Role.Dark: scheme.control_border,
        Role.Shadow: scheme.control_border,
        Role.Highlight: scheme.accent,
        Role.HighlightedText: scheme.on_accent,
        Role.Link: scheme.accent,
        Role.LinkVisited: scheme.accent,
        Role.Accent: scheme.accent,
    }
