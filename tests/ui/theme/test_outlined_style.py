"""Edges that can be seen, in light and dark."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from ui.theme.outlined_style import OutlinedStyle
from ui.theme.palette import DARK, LIGHT, make_palette


@pytest.fixture
def style(qapp):
    return OutlinedStyle()


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox, QPushButton, QCheckBox])
def test_the_edge_of_a_control_is_in_the_colour_that_stands_out(qtbot, style, kind, scheme):
    control = kind()
    qtbot.addWidget(control)
    control.setStyle(style)
    control.setPalette(make_palette(scheme))
    control.resize(80, 30)

    image = control.grab().toImage()

    colours = {image.pixelColor(x, y).name() for x in range(80) for y in range(30)}
    assert scheme.control_border in colours


def test_what_cannot_be_used_keeps_its_faint_edge(qtbot, style):
    control = QLineEdit()
    qtbot.addWidget(control)
    control.setStyle(style)
    control.setPalette(make_palette(DARK))
    control.setEnabled(False)

    image = control.grab().toImage()

    assert DARK.control_border not in {image.pixelColor(x, 0).name() for x in range(image.width())}
