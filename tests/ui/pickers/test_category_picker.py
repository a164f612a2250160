"""Choosing a category, or adding one in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from editor_app.desk.explain import explain
from editor_app.domain.article import Category
from editor_app.domain.workflow import SamePerson
from tests.ui.pickers.listed import suggestions
from ui.pickers.category_picker import CategoryPicker

CATEGORIES = [
    Category("1", "Kommun och politik", "kommun-och-politik"),
    Category("2", "Förskola och skola", "forskola-och-skola"),
    Category("3", "Kafé och restaurang", "kafe-och-restaurang"),
]


class Archive:
    """Answers when the test lets it."""

    def __init__(self):
        self.asked = []

    def add(self, name, done, failed):
        self.asked.append((name, done, failed))


@pytest.fixture
def archive():
    return Archive()


@pytest.fixture
def picker(in_window, archive):
    made = CategoryPicker(archive.add)
    made.set_categories(CATEGORIES)
    in_window(made).field.setFocus()
    made.changes = []
    made.changed.connect(lambda: made.changes.append(made.chosen()))
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("skola", ["Förskola och skola"]),
        ("KOMM", ["Kommun och politik"]),
        ("kafe", ["Kafé och restaurang"]),
        ("forskola", []),
        ("politik och", ["Kommun och politik"]),
    ],
)
def test_typing_filters_anywhere_in_the_words_and_keeps_swedish_letters_apart(qtbot, picker, typed, found):
    qtbot.keyClicks(picker.field, typed)

    assert suggestions(picker) == [*found, f"Add “{typed}”"]


def test_enter_chooses_the_first_that_fits(qtbot, picker):
    qtbot.keyClicks(picker.field, "skola")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)

    assert picker.changes == ["2"]
    assert picker.field.text() == "Förskola och skola"
    assert not picker.field.is_suggesting()


def test_arrows_choose_among_all(qtbot, picker):
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    offered = suggestions(picker)
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    qtbot.keyClick(picker.field, Qt.Key.Key_Up)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)

    assert offered == ["Förskola och skola", "Kafé och restaurang", "Kommun och politik"]
    assert picker.changes == ["3"]


def test_a_click_opens_the_list_and_another_chooses(qtbot, picker):
    qtbot.mouseClick(picker.field, Qt.MouseButton.LeftButton)
    assert len(suggestions(picker)) == 3
    listed = picker.window().findChild(QListWidget, "suggestions")
    middle = listed.visualItemRect(listed.item(2)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert picker.changes == ["1"]
    assert picker.field.hasFocus()


def test_escape_gives_back_what_was_chosen(qtbot, picker):
    picker.show_category("1")

    picker.field.selectAll()
    qtbot.keyClicks(picker.field, "sko")
    qtbot.keyClick(picker.field, Qt.Key.Key_Escape)

    assert (picker.chosen(), picker.field.text()) == ("1", "Kommun och politik")
    assert picker.changes == []


def test_emptying_the_field_clears_the_choice_and_escape_takes_it_back(qtbot, picker):
    picker.show_category("1")

    picker.field.selectAll()
    qtbot.keyClick(picker.field, Qt.Key.Key_Delete)
    assert picker.chosen() is None
    qtbot.keyClick(picker.field, Qt.Key.Key_Escape)

    assert picker.changes == [None, "1"]
    assert picker.field.text() == "Kommun och politik"


def test_a_name_typed_in_full_is_chosen_when_the_focus_goes_on(qtbot, picker):
    qtbot.keyClicks(picker.field, "kommun och  politik")
    picker.field.clearFocus()

    assert picker.changes == ["1"]


def test_half_a_name_is_no_choice_when_the_focus_goes_on(qtbot, picker):
    picker.show_category("2")

    picker.field.selectAll()
    qtbot.keyClicks(picker.field, "kom")
    picker.field.clearFocus()

    assert (picker.chosen(), picker.field.text()) == ("2", "Förskola och skola")
    assert picker.changes == []


def test_a_new_category_is_added_in_place_and_chosen(qtbot, picker, archive):
    added = []
    picker.category_added.connect(added.append)
    made = Category("9", "Barn och skola", "barn-och-skola")

    qtbot.keyClicks(picker.field, "Barn och skola")
    assert suggestions(picker) == ["Add “Barn och skola”"]
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    name, done, _failed = archive.asked[0]
    done(made)

    assert name == "Barn och skola"
    assert picker.changes == ["9"]
    assert picker.field.text() == "Barn och skola"
    assert added == [made]


def test_a_category_that_is_there_already_is_not_offered_to_be_added(qtbot, picker):
    qtbot.keyClicks(picker.field, "FÖRSKOLA OCH SKOLA")

    assert suggestions(picker) == ["Förskola och skola"]


def test_a_category_that_could_not_be_added_leaves_the_old_one_and_says_why(qtbot, picker, archive):
    picker.show_category("1")
    error = SamePerson("Eva")
    picker.field.selectAll()
    qtbot.keyClicks(picker.field, "Barn")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)

    archive.asked[0][2](error)

    assert picker.chosen() == "1"
    assert picker.problem().startswith(explain(error).what)
    assert picker.changes == []


def test_an_answer_that_comes_after_another_article_was_opened_does_not_change_that_one(
    qtbot, picker, archive
):
    qtbot.keyClicks(picker.field, "Barn")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    picker.show_category("2")

    archive.asked[0][1](Category("9", "Barn", "barn"))

    assert picker.chosen() == "2"
    assert picker.changes == []


def test_a_category_that_is_not_known_is_kept(qtbot, picker):
    picker.show_category("elsewhere")
    picker.field.setFocus()
    picker.field.clearFocus()

    assert picker.chosen() == "elsewhere"
    assert picker.field.text() == "A category that is not in the archive"
    assert picker.field.cursorPosition() == 0

    picker.set_categories([*CATEGORIES, Category("elsewhere", "Näringsliv", "naringsliv")])

    assert picker.field.text() == "Näringsliv"
    assert picker.changes == []
