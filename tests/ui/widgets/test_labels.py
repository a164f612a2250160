"""Words that wrap or are cut to fit."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.palette import DARK, LIGHT, make_palette
from ui.widgets.labels import WrappingLabel
from ui.widgets.primary_button import PrimaryButton

LONG_WORD = "samhällsbyggnadsförvaltningschefen"


def test_a_word_that_is_too_long_wraps_and_does_not_widen_the_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    label = WrappingLabel(LONG_WORD)
    QHBoxLayout(window).addWidget(label)
    window.resize(130, 100)
    window.show()

    assert window.width() == 130
    assert label.heightForWidth(label.width()) >= 2 * label.fontMetrics().height()
    assert label.heightForWidth(1000) < 2 * label.fontMetrics().height()
    window.close()


def test_a_label_that_must_not_wrap_keeps_to_one_line(qtbot):
    label = WrappingLabel("Saved 14:02 and more")
    qtbot.addWidget(label)
    label.setWordWrap(False)

    assert label.heightForWidth(20) < 2 * label.fontMetrics().height()


def test_a_label_is_as_tall_as_its_words_after_they_and_their_letters_have_changed(qtbot):
    label = WrappingLabel("Sparat")
    qtbot.addWidget(label)
    heights = [label.heightForWidth(80)]

    label.setText(LONG_WORD)
    heights.append(label.heightForWidth(80))
    font = label.font()
    font.setPixelSize(40)
    label.setFont(font)
    heights.append(label.heightForWidth(80))
    label.setWordWrap(False)
    heights.append(label.heightForWidth(80))

    assert heights[0] < heights[1] < heights[2]
    assert label.fontMetrics().height() <= heights[3] < 2 * label.fontMetrics().height()


@pytest.fixture
def own_palette(qapp):
    before = qapp.palette()
    yield qapp.setPalette
    qapp.setPalette(before)


def test_the_primary_button_follows_a_change_of_colours(qtbot, qapp, own_palette):
    button = PrimaryButton("Submit")
    qtbot.addWidget(button)

    seen = []
    for scheme, hidden in ((LIGHT, False), (DARK, False), (LIGHT, True)):
        button.setHidden(hidden)
        own_palette(make_palette(scheme))
        button.show()
        qapp.processEvents()
        seen.append((button.palette().button().color().name(), button.palette().buttonText().color().name()))

    button.close()
    light, dark = (LIGHT.accent, LIGHT.on_accent), (DARK.accent, DARK.on_accent)
    assert seen == [light, dark, light]
