"""A line that suggests what to choose, and how its search compares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.folding import fold, matches
from ui.widgets.suggestion_field import SuggestionField
from ui.widgets.suggestion_list import Suggestion

NAMES = [f"Namn {number}" for number in range(20)]


def find(typed):
    return [Suggestion(name, name) for name in NAMES if matches(typed, name)]


@pytest.fixture
def form(qtbot):
    """A field in the middle of a tall form that scrolls."""
    window = QScrollArea()
    qtbot.addWidget(window)
    inside = QWidget()
    column = QVBoxLayout(inside)
    field = SuggestionField("Name", find)
    for part in (_spacer(250), field, _spacer(900)):
        column.addWidget(part)
    window.setWidget(inside)
    window.setWidgetResizable(True)
    window.resize(300, 400)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    window.field = field
    yield window
    window.close()


def _spacer(height):
    spacer = QWidget()
    spacer.setFixedHeight(height)
    return spacer


def suggestion_list(form):
    return form.findChild(QListWidget, "suggestions")


def test_the_list_opens_where_there_is_room_and_stays_inside_the_window(qtbot, form):
    qtbot.keyClick(form.field, Qt.Key.Key_Down)

    listed = suggestion_list(form)
    field_top = form.field.mapTo(form, QPoint(0, 0)).y()
    assert listed.geometry().bottom() < field_top
    assert form.rect().contains(listed.geometry())


def test_the_list_follows_the_field_and_goes_when_the_field_is_out_of_sight(qtbot, form):
    qtbot.keyClick(form.field, Qt.Key.Key_Down)

    form.verticalScrollBar().setValue(150)
    listed = suggestion_list(form)
    below = form.field.mapTo(form, QPoint(0, form.field.height())).y()
    assert listed.isVisible()
    assert listed.geometry().top() == pytest.approx(below, abs=2)

    form.verticalScrollBar().setValue(800)
    assert not listed.isVisible()


def test_the_list_goes_with_the_focus_and_with_the_field(qtbot, form):
    qtbot.keyClick(form.field, Qt.Key.Key_Down)
    form.field.clearFocus()
    assert not form.field.is_suggesting()

    form.field.setFocus()
    qtbot.keyClick(form.field, Qt.Key.Key_Down)
    form.field.hide()
    assert not form.field.is_suggesting()


def test_enter_goes_on_to_the_window_when_nothing_is_suggested(qtbot, form):
    with qtbot.waitSignal(form.field.returnPressed):
        qtbot.keyClick(form.field, Qt.Key.Key_Return)


def test_an_answer_that_fits_nothing_closes_the_list(qtbot, form):
    qtbot.keyClicks(form.field, "7")
    assert form.field.is_suggesting()

    qtbot.keyClicks(form.field, "7")

    assert not form.field.is_suggesting()


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("rene", "René Ek", True),
        ("LÉON", "leon", True),
        ("far", "får", False),
        ("får", "FÅR", True),
        ("a\u030a", "å", True),
        ("skola barn", "Barn och skola", True),
        ("", "vad som helst", True),
    ],
)
def test_a_search_forgives_case_and_accents_but_not_swedish_letters(query, text, found):
    assert matches(query, text) is found


@given(st.text())
def test_what_is_folded_stays_so_and_finds_the_text_it_came_from(text):
    assert fold(fold(text)) == fold(text)
    assert matches(text, text)
