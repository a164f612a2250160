"""Fields with a label above and a sentence below."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.theme.palette import DARK, LIGHT, make_palette
from ui.widgets.form_field import FormField, named_line
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.labels import ElidedLabel, QuietLabel
from ui.widgets.search_field import SearchField
from ui.widgets.tone import Tone, ground_and_mark


def test_a_text_field_grows_with_its_lines_up_to_its_most(qtbot):
    field = GrowingTextEdit(fewest=2, most=4)
    qtbot.addWidget(field)
    field.resize(300, 10)
    field.show()
    empty = field.height()

    qtbot.keyClick(field, Qt.Key.Key_Return)
    with_two = field.height()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with_three = field.height()
    field.show_text("x\n" * 30)

    assert empty == with_two < with_three < field.height()
    assert field.height() == field.height_for(4)


def test_a_text_field_scrolls_only_beyond_its_most_lines(qtbot):
    field = GrowingTextEdit(fewest=2, most=4)
    qtbot.addWidget(field)
    field.show()

    scrolls = []
    for lines in range(1, 6):
        field.show_text("\n".join("x" * lines))
        scrolls.append(field.verticalScrollBar().maximum() > 0)

    assert scrolls == [False, False, False, False, True]


def test_a_narrower_text_field_makes_room_for_the_lines_that_wrap(qtbot):
    field = GrowingTextEdit(fewest=1, most=20)
    qtbot.addWidget(field)
    field.show_text("ord " * 40)
    field.resize(900, field.height())
    field.show()
    wide = field.height()

    field.resize(200, field.height())

    qtbot.waitUntil(lambda: field.height() > wide)


def test_showing_the_same_words_leaves_undo_alone(qtbot):
    field = GrowingTextEdit()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "ab")

    field.show_text("ab")

    assert field.document().isUndoAvailable()


def test_escape_empties_a_search_field(qtbot):
    field = SearchField("Search articles")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "lek")

    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert field.text() == ""
    assert field.accessibleName() == "Search articles"


def test_a_label_without_room_is_cut_and_keeps_the_whole_for_the_tooltip(qtbot):
    name = "Samhällsbyggnadsförvaltningens kommunikationsavdelning"
    label = ElidedLabel(name)
    qtbot.addWidget(label)
    label.resize(120, 20)

    assert label.elided().endswith("…")
    assert label.toolTip() == name

    label.resize(2000, 20)

    assert label.elided() == name


def test_a_field_carries_its_label_its_hint_and_its_problem(qtbot):
    line = QLineEdit()
    field = FormField("E-mail", line, hint="As the reader writes it")
    qtbot.addWidget(field)
    field.show()

    label = field.findChild(QLabel)
    assert (label.text(), label.buddy()) == ("E-mail", line)
    assert line.accessibleName() == "E-mail"
    assert line.accessibleDescription() == field.findChild(QuietLabel).text() == "As the reader writes it"

    field.show_problem("There is no @ in it")
    assert field.problem() == line.accessibleDescription() == "There is no @ in it"

    field.show_problem("")
    assert line.accessibleDescription() == "As the reader writes it"


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_each_tone_stands_on_the_ground_of_the_scheme(scheme):
    ground, mark = ground_and_mark(Tone.ERROR, scheme)

    assert (ground.name(), mark.name()) == (scheme.danger_ground, scheme.danger)


def test_a_quiet_label_takes_the_quiet_colour_of_either_scheme(qtbot):
    label = QuietLabel("Saved")
    qtbot.addWidget(label)

    for scheme in (LIGHT, DARK):
        label.setPalette(make_palette(scheme))
        assert label.palette().color(label.foregroundRole()).name() == scheme.muted
    assert label.foregroundRole() is QPalette.ColorRole.PlaceholderText


def test_words_in_a_line_begin_where_those_in_a_longer_text_do(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    fields = (named_line("line"), GrowingTextEdit())
    for field in fields:
        field.setParent(window)
    window.show()

    line, text = (field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle) for field in fields)

    assert abs(line.center().x() - text.center().x()) <= 1
