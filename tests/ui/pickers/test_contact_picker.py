"""Choosing contacts, in order."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from tests.cards import card
from tests.ui.pickers.listed import suggestions
from ui.pickers.contact_dialog import ContactDialog
from ui.pickers.contact_picker import MOST_FOUND, ContactPicker

CONTACTS = [
    card("a", "Åsa Lindqvist", "Pressansvarig", "Ekdala kommun", "070-174 06 05", "asa@ekdala.example"),
    card("b", "René Bergström", "Rektor", "Björkskolan"),
    card("c", "Kontaktcenter", phone="020-88 00 00"),
]


@pytest.fixture
def picker(in_window):
    made = ContactPicker(lambda contact, done, _failed: done(contact))
    made.set_contacts(CONTACTS)
    made.changes = []
    made.changed.connect(lambda: made.changes.append(made.chosen()))
    return in_window(made, height=700)


def press(qtbot, picker, index, name):
    button = picker.cards.cards()[index].findChild(QToolButton, name)
    button.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog_of(picker):
    return next(each for each in picker.window().findChildren(ContactDialog) if each.isVisible())


@pytest.mark.parametrize(
    ("typed", "found"),
    [("lindq", "Åsa Lindqvist"), ("rektor", "René Bergström"), ("ekdala", "Åsa Lindqvist")],
)
def test_contacts_are_found_by_name_role_and_organisation(qtbot, picker, typed, found):
    qtbot.keyClicks(picker.field, typed)

    assert suggestions(picker) == [found, f"New contact “{typed}”…"]


def test_contacts_are_chosen_one_after_another_and_not_offered_twice(qtbot, picker):
    for typed in ("rene", "åsa"):
        qtbot.keyClicks(picker.field, typed)
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)

    qtbot.keyClick(picker.field, Qt.Key.Key_Down)

    assert picker.changes == [("b",), ("b", "a")]
    assert suggestions(picker) == ["Kontaktcenter", "New contact…"]


def test_a_card_moves_by_its_buttons(qtbot, picker):
    picker.show_contacts(["a", "b", "c"])

    press(qtbot, picker, 0, "move_down")
    press(qtbot, picker, 2, "move_up")

    assert picker.changes == [("b", "a", "c"), ("b", "c", "a")]
    assert picker.cards.cards()[1].findChild(QToolButton, "move_up").hasFocus()


def test_a_card_moves_by_keyboard_and_keeps_the_focus(qtbot, picker):
    picker.show_contacts(["a", "b", "c"])
    picker.cards.cards()[2].setFocus()

    qtbot.keyClick(picker.cards.cards()[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(picker.cards.cards()[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(picker.cards.cards()[0], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert picker.chosen() == ("c", "a", "b")
    assert len(picker.changes) == 2
    assert picker.cards.cards()[0].hasFocus()


def test_delete_removes_a_card_and_the_focus_goes_to_the_next(qtbot, picker):
    picker.show_contacts(["a", "b"])
    picker.cards.cards()[0].setFocus()

    qtbot.keyClick(picker.cards.cards()[0], Qt.Key.Key_Delete)
    assert picker.cards.cards()[0].hasFocus()
    press(qtbot, picker, 0, "remove")

    assert picker.changes == [("b",), ()]
    assert picker.field.hasFocus()


def test_each_button_of_a_card_has_a_name_that_says_whom_it_is_about(picker):
    picker.show_contacts(["a"])

    names = {button.accessibleName() for button in picker.cards.cards()[0].findChildren(QToolButton)}

    assert names == {
        "Move Åsa Lindqvist up",
        "Move Åsa Lindqvist down",
        "Edit Åsa Lindqvist",
        "Remove Åsa Lindqvist",
    }


def test_a_new_contact_is_written_in_place_and_added(qtbot, picker):
    stored = []
    picker.contact_saved.connect(stored.append)
    picker.show_contacts(["c"])
    qtbot.keyClicks(picker.field, "Maja Ek")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    dialog = dialog_of(picker)
    assert dialog.focusWidget().objectName() == "role"

    qtbot.keyClicks(dialog.findChild(QWidget, "email"), "maja.ek@ekdala.example")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert [contact.name for contact in stored] == ["Maja Ek"]
    assert picker.changes == [("c", stored[0].id)]


def test_a_contact_that_is_edited_keeps_its_place(qtbot, picker):
    stored = []
    picker.contact_saved.connect(stored.append)
    picker.show_contacts(["b", "a"])
    press(qtbot, picker, 1, "edit")
    dialog = dialog_of(picker)

    dialog.findChild(QWidget, "role").selectAll()
    qtbot.keyClicks(dialog.findChild(QWidget, "role"), "Chef")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert stored == [replace(CONTACTS[0], roles=("Chef",))]
    assert picker.chosen() == ("b", "a")
    assert picker.changes == []


def test_contacts_that_are_not_known_are_kept_in_their_place(qtbot, picker):
    picker.show_contacts(["a", "elsewhere"])

    press(qtbot, picker, 1, "move_up")

    assert picker.chosen() == ("elsewhere", "a")
    assert picker.cards.cards()[0].accessibleName() == "A contact that is not in the archive"


def test_showing_contacts_tells_nobody(picker):
    picker.show_contacts(["a", "b"])
    picker.set_contacts(CONTACTS[:2])

    assert picker.changes == []


def test_what_is_retired_is_offered_no_more_and_stays_where_it_is(qtbot, picker):
    picker.show_contacts(["a"])
    picker.set_contacts(CONTACTS, retired={"a", "b"})

    qtbot.keyClicks(picker.field, "k")

    assert picker.chosen() == ("a",)
    assert "Åsa Lindqvist" in [one.accessibleName() for one in picker.cards.cards()]
    assert suggestions(picker) == ["Kontaktcenter", "New contact “k”…"]


def test_two_thousand_contacts_are_offered_a_list_at_a_time(qtbot, picker):
    picker.set_contacts([card(str(number), f"Person {number}", "Handläggare") for number in range(2000)])

    qtbot.keyClicks(picker.field, "person")

    assert len(suggestions(picker)) == MOST_FOUND + 1
