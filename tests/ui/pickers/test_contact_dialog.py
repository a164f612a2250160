"""Writing and changing a contact."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton

from editor_app.domain.article import Contact, Phone
from editor_app.domain.workflow import SamePerson
from tests.cards import card
from ui.pickers.contact_dialog import ContactDialog


class Archive:
    def __init__(self):
        self.asked = []

    def save(self, contact, done, failed):
        self.asked.append((contact, done, failed))


@pytest.fixture
def archive():
    return Archive()


@pytest.fixture
def open_dialog(qtbot, archive):
    dialogs = []

    def opened(contact=None):
        dialog = ContactDialog(archive.save, contact)
        dialogs.append(dialog)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        return dialog

    yield opened
    for _contact, _done, failed in archive.asked:
        failed(SamePerson("Maja Ek"))
    for dialog in dialogs:
        dialog.reject()


def fill(qtbot, dialog, **texts):
    for name, text in texts.items():
        line = dialog.findChild(QLineEdit, name)
        line.setFocus()
        line.clear()
        qtbot.keyClicks(line, text)


def save(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)


def problem_at(dialog, name):
    return dialog.findChild(QLineEdit, name).accessibleDescription()


def test_what_was_typed_is_saved_without_spare_spaces_and_with_the_phone_grouped(qtbot, open_dialog, archive):
    dialog = open_dialog()
    fill(qtbot, dialog, name=" Maja  Ek ", role="Rektor", phone="0701740605", email="maja@ekdala.example ")

    save(qtbot, dialog)
    contact, done, _failed = archive.asked[0]
    with qtbot.waitSignal(dialog.saved) as saved:
        done(contact)

    assert contact == card(contact.id, "Maja Ek", "Rektor", "", "070-174 06 05", "maja@ekdala.example")
    assert saved.args == [contact]
    assert not dialog.isVisible()


def test_the_phone_is_grouped_when_the_field_is_left(qtbot, open_dialog):
    dialog = open_dialog()
    phone = dialog.findChild(QLineEdit, "phone")
    fill(qtbot, dialog, phone="0701740605")

    qtbot.keyClick(phone, Qt.Key.Key_Tab)

    assert phone.text() == "070-174 06 05"


def test_a_contact_needs_a_name_and_a_way_to_reach_it(qtbot, open_dialog, archive):
    dialog = open_dialog()

    save(qtbot, dialog)

    assert archive.asked == []
    assert problem_at(dialog, "name") == "Write the name of the person or the function."
    assert problem_at(dialog, "phone").startswith("Write a phone number or an e-mail address")
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("phone", "ring mig", "This is not a phone number. Write it as in 070-174 06 05."),
        ("email", "maja(at)ekdala", "This is not an e-mail address. Write it as in name@example.se."),
    ],
)
def test_what_cannot_be_used_is_said_at_the_field(qtbot, open_dialog, archive, field, typed, sentence):
    dialog = open_dialog()
    fill(qtbot, dialog, name="Maja Ek", **{field: typed})

    save(qtbot, dialog)

    assert archive.asked == []
    assert problem_at(dialog, field) == sentence


@pytest.mark.parametrize("phone", ["112", "113 13", "1177"])
def test_short_numbers_stand_as_they_are(qtbot, open_dialog, archive, phone):
    dialog = open_dialog()
    fill(qtbot, dialog, name="Larm", phone=phone)

    save(qtbot, dialog)

    assert archive.asked[0][0].phones == (Phone(phone),)


def test_what_the_archive_refuses_is_said_and_the_words_stay(qtbot, open_dialog, archive):
    dialog = open_dialog()
    fill(qtbot, dialog, name="Maja Ek", phone="112")
    save(qtbot, dialog)

    archive.asked[0][2](SamePerson("Maja Ek"))
    save(qtbot, dialog)

    assert dialog.problem() == ""
    assert dialog.findChild(QLineEdit, "name").text() == "Maja Ek"
    assert len(archive.asked) == 2
    archive.asked[1][2](SamePerson("Maja Ek"))
    assert dialog.problem()


def test_an_edited_contact_keeps_its_identity(qtbot, open_dialog, archive):
    dialog = open_dialog(card("b", "René Bergström", "Rektor", "Björkskolan", "112"))
    fill(qtbot, dialog, organisation="Granskolan")

    qtbot.keyClick(dialog.findChild(QLineEdit, "organisation"), Qt.Key.Key_Return)

    assert archive.asked[0][0] == card("b", "René Bergström", "Rektor", "Granskolan", "112")


def test_a_contact_that_is_being_saved_cannot_be_cancelled(qtbot, open_dialog, archive):
    dialog = open_dialog()
    fill(qtbot, dialog, name="Maja Ek", phone="112")
    save(qtbot, dialog)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.isVisible()


def test_a_contact_may_have_several_of_each(qtbot, open_dialog, archive):
    dialog = open_dialog()
    fill(qtbot, dialog, name="Maja Ek", role="Rektor", unit="Skola", phone="0701740605", phone_label="mobil")
    for kind in ("role", "phone", "email"):
        add = dialog.findChild(QPushButton, f"add_{kind}")
        add.setFocus()
        qtbot.keyClick(add, Qt.Key.Key_Space)
    fill(qtbot, dialog, role_2="Press", phone_2="1177", email="m@ek.example", email_2="p@ek.example")

    save(qtbot, dialog)

    contact = archive.asked[0][0]
    assert contact == Contact(
        contact.id,
        "Maja Ek",
        roles=("Rektor", "Press"),
        unit="Skola",
        phones=(Phone("070-174 06 05", "mobil"), Phone("1177")),
        emails=("m@ek.example", "p@ek.example"),
    )


def test_a_line_is_removed_and_the_next_takes_its_place(qtbot, open_dialog, archive):
    dialog = open_dialog(
        Contact("b", "René", roles=("Rektor", "Press"), phones=(Phone("112"), Phone("1177", "jour")))
    )
    remove = dialog.findChild(QAbstractButton, "remove_phone")

    remove.setFocus()
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    focused = dialog.focusWidget()
    save(qtbot, dialog)

    assert focused is dialog.findChild(QLineEdit, "phone")
    assert focused.accessibleName() == "Phone"
    assert not dialog.findChild(QAbstractButton, "remove_phone").isVisible()
    assert archive.asked[0][0] == Contact(
        "b", "René", roles=("Rektor", "Press"), phones=(Phone("1177", "jour"),)
    )


def test_a_label_without_a_number_is_not_thrown_away_unsaid(qtbot, open_dialog, archive):
    dialog = open_dialog()
    fill(qtbot, dialog, name="Maja Ek", phone_label="mobil", email="m@ek.example")

    save(qtbot, dialog)

    assert archive.asked == []
    assert problem_at(dialog, "phone").startswith("This is not a phone number.")


def test_tab_goes_through_the_form_from_top_to_bottom(qtbot, open_dialog):
    dialog = open_dialog(Contact("b", "René", phones=(Phone("112"),)))
    qtbot.mouseClick(dialog.findChild(QPushButton, "add_phone"), Qt.MouseButton.LeftButton)
    dialog.findChild(QLineEdit, "name").setFocus()
    passed = []

    for _step in range(14):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget().objectName())

    assert passed[:13] == [
        "role",
        "add_role",
        "unit",
        "organisation",
        "phone",
        "phone_label",
        "remove_phone",
        "phone_2",
        "phone_label_2",
        "remove_phone_2",
        "add_phone",
        "email",
        "add_email",
    ]
