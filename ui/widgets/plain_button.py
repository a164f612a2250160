"""A button beside others, which is not the one that a dialog is for."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton

from ui.theme.icons import icon


def plain_button(
    words: str, name: str, drawing: str = "", act: Callable[[], Any] | None = None
) -> QPushButton:
    """Return a button with `drawing` that does `act`; Enter presses it only where it has the focus."""
    button = QPushButton(words)
    button.setObjectName(name)
    if drawing:
        button.setIcon(icon(drawing))
    # In a dialog Qt lets any button answer to Enter.
    button.setAutoDefault(False)
    if act is not None:
        button.clicked.connect(lambda _checked: act())
    return button
