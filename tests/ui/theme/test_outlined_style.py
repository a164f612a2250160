"""Edges that can be seen, in light and dark."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
)

from ui.theme.application_look import Scheme, wear
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


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_circle_of_a_choice_stands_out_and_has_a_dot_where_it_is_chosen(qtbot, style, scheme):
    control = QRadioButton()
    qtbot.addWidget(control)
    control.setStyle(style)
    control.setPalette(make_palette(scheme))
    circle = style.subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, QStyleOptionButton(), control)

    def colours_across():
        image = control.grab().toImage()
        return [image.pixelColor(x, image.height() // 2) for x in range(circle.width())]

    def has(colour, across):
        wanted = QColor(colour)
        return any(abs(one.lightness() - wanted.lightness()) < 12 for one in across)

    empty = colours_across()
    control.setChecked(True)
    chosen = colours_across()

    assert has(scheme.control_border, empty[:4])
    assert not has(scheme.accent, empty[5:8])
    assert has(scheme.accent, chosen[5:8])


def test_what_cannot_be_used_keeps_its_faint_edge(qtbot, style):
    control = QLineEdit()
    qtbot.addWidget(control)
    control.setStyle(style)
    control.setPalette(make_palette(DARK))
    control.setEnabled(False)

    image = control.grab().toImage()

    assert DARK.control_border not in {image.pixelColor(x, 0).name() for x in range(image.width())}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_highlighted_row_of_a_menu_suits_the_icons_that_others_have_too(qtbot, qapp, scheme):
    wear(qapp, scheme)
    menu = QMenu()
    qtbot.addWidget(menu)

    palette = qapp.palette(menu)

    assert palette.color(QPalette.ColorRole.HighlightedText) == palette.color(QPalette.ColorRole.ButtonText)
    wear(qapp, Scheme.LIGHT)


@pytest.mark.parametrize(("kind", "has_pictures"), [(QProxyStyle, True), (OutlinedStyle, False)])
def test_buttons_of_a_dialog_have_no_pictures_of_qts_own(qtbot, kind, has_pictures):
    class OnDesktopWithPictures(kind):
        def styleHint(self, hint, *about):
            pictures = hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
            return 1 if pictures else super().styleHint(hint, *about)

    style = OnDesktopWithPictures()
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    box.setStyle(style)

    button = box.addButton(QDialogButtonBox.StandardButton.Save)

    assert button.icon().isNull() is not has_pictures


def test_what_is_not_a_button_of_a_dialog_keeps_qts_picture(style):
    assert not style.standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning).isNull()
