"""Numbers as the interface writes them."""

from PySide6.QtCore import QLocale

from editor_app.translation import interface_language


def number(value: int) -> str:
    """Return `value` as it is written in the language of the interface, its digits in groups."""
    return QLocale(interface_language()).toString(value)
