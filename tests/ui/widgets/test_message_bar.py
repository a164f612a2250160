"""Messages, read aloud, until they are dismissed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.widgets.message_bar import MessageAction, MessageBar
from ui.widgets.tone import Tone


def button(bar, text):
    return next(found for found in bar.findChildren(QPushButton) if found.text() == text)


def test_a_message_says_what_it_is_given_and_never_reads_it_as_markup(qtbot):
    bar = MessageBar(Tone.ERROR, "<b>Disk</b> full")
    qtbot.addWidget(bar)
    bar.show()

    assert bar.text() == "<b>Disk</b> full"
    assert bar.accessibleName() == "<b>Disk</b> full"
    assert bar.tone is Tone.ERROR


def test_an_action_is_done_once_the_message_has_gone(qtbot):
    seen = []
    bar = MessageBar(
        Tone.WARNING, "Somebody else has saved", [MessageAction("Keep mine", lambda: seen.append("kept"))]
    )
    qtbot.addWidget(bar)
    bar.dismissed.connect(lambda: seen.append("gone"))
    bar.show()

    qtbot.mouseClick(button(bar, "Keep mine"), Qt.MouseButton.LeftButton)

    assert seen == ["gone", "kept"]
    assert not bar.isVisible()


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_message_can_be_dismissed(qtbot, way):
    bar = MessageBar(Tone.INFO, "Saved")
    qtbot.addWidget(bar)
    bar.show()
    close = bar.findChild(QToolButton, "dismiss")

    with qtbot.waitSignal(bar.dismissed):
        if way == "button":
            qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(close, Qt.Key.Key_Escape)

    assert not bar.isVisible()


def test_a_message_is_as_tall_as_its_words_and_no_taller(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    column = QVBoxLayout(place)
    bars = [MessageBar(Tone.INFO, text) for text in ("Saved", "Four words " * 6, "One\nTwo\nThree\nFour")]
    for bar in bars:
        column.addWidget(bar)
    column.addStretch()
    place.resize(1000, 600)
    place.show()

    short, long, four_lines = (bar.height() for bar in bars)

    assert short == long < four_lines


def test_a_message_that_is_dismissed_twice_goes_once(qtbot):
    bar = MessageBar(Tone.INFO, "Saved", [])
    qtbot.addWidget(bar)
    gone = []
    bar.dismissed.connect(lambda: gone.append(bar.text()))

    bar.dismiss()
    bar.dismiss()

    assert gone == ["Saved"]
