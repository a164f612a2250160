"""The card file in the window, on a real desk, with real keys."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTableWidget

from editor_app.desk.card_values import CardKind
from editor_app.domain.errors import EditorAppError
from editor_app.domain.workflow import State
from tests.blank_archives import new_desk
from tests.cards import card
from tests.reachable import reachable
from ui.cards.card_source import card_source
from ui.cards.cards_dialog import CardsDialog
from ui.cards.change_dialog import ChangeDialog
from ui.cards.import_dialog import ImportDialog
from ui.cards.merge_dialog import MergeDialog
from ui.cards.rename_dialog import RenameDialog
from ui.pickers.contact_dialog import ContactDialog


class Asked(QObject):
    """A worker that answers before it returns, or later if it is told so."""

    went_wrong = Signal(object)

    def __init__(self, desk):
        super().__init__()
        self._desk = desk
        self.answers_later = False
        self._later = []

    def answer(self):
        self.answers_later = False
        for asked in self._later:
            self.run(*asked)

    def run(self, operation, done=None, failed=None):
        if self.answers_later:
            self._later.append((operation, done, failed))
            return
        try:
            answer = operation(self._desk)
        except EditorAppError as error:
            failed(error)
        else:
            done(answer)


@pytest.fixture
def desk(tmp_path):
    desk = new_desk(tmp_path / "archive.sqlite3")
    yield desk
    desk.close()


@pytest.fixture
def worker(qapp, desk):
    return Asked(desk)


@pytest.fixture
def opened(qtbot, worker):
    def open_dialog(kind):
        dialog = CardsDialog(kind, card_source(worker, lambda: "Ada", lambda: None))
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        return dialog

    return open_dialog


def article(desk, **details):
    created = desk.create(by="Ada")
    changed = msgspec.structs.replace(created.article, title="Ny bro", lead="I maj.", **details)
    return desk.save(changed, version=created.version, by="Ada")


def shown(dialog):
    return [
        tuple(dialog.model.index(row, column).data() for column in range(3))
        for row in range(dialog.model.rowCount())
    ]


def child(dialog, kind):
    (found,) = [widget for widget in dialog.findChildren(kind) if widget.isVisible()]
    return found


def press(qtbot, dialog, name):
    button = dialog.findChild(QPushButton, name)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_each_card_says_where_it_is_used(desk, opened):
    eva = desk.save_contact(card("", "Eva Ek", "Chef", "Klarebro kommun"))
    desk.save_contact(card("", "Bo Ek"))
    article(desk, contact_ids=(eva.id,))

    dialog = opened(CardKind.CONTACT)

    assert shown(dialog) == [("Bo Ek", "", "not used"), ("Eva Ek", "Chef, Klarebro kommun", "in 1 article")]


def test_typing_finds_by_name_role_and_unit_the_best_first(qtbot, desk, opened):
    for name, role in (("Anna Chefsson", "Rektor"), ("Bo Ek", "Chef"), ("Chef i beredskap", "")):
        desk.save_contact(card("", name, role))
    dialog = opened(CardKind.CONTACT)

    qtbot.keyClicks(dialog.search, "chef")

    assert [row[0] for row in shown(dialog)] == ["Chef i beredskap", "Bo Ek", "Anna Chefsson"]


def test_nothing_found_says_so(qtbot, desk, opened):
    dialog = opened(CardKind.CONTACT)
    assert dialog.nothing.text().startswith("There is no contact as yet.")

    qtbot.keyClicks(dialog.search, "zzz")

    assert dialog.nothing.text() == "Nothing fits “zzz”."


def test_what_a_change_of_a_contact_does_is_shown_before_it_is_done(qtbot, desk, opened):
    eva = desk.save_contact(card("", "Eva Ek", phone="112"))
    category = desk.add_category("Trafik")
    copy = article(desk, contact_ids=(eva.id,), category_id=category.id)
    desk.submit(copy.article.id, by="Ada")
    dialog = opened(CardKind.CONTACT)
    dialog.table.selectRow(0)
    dialog.table.setFocus()

    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    form = child(dialog, ContactDialog)
    unit = form.findChild(QLineEdit, "unit")
    qtbot.keyClicks(unit, "Stab")
    qtbot.keyClick(unit, Qt.Key.Key_Return)
    asked = child(form, ChangeDialog)
    before = desk.contacts()[0].unit, desk.open(copy.article.id).state
    press(qtbot, asked, "agree")

    assert before == ("", State.IN_REVIEW)
    assert desk.contacts()[0].unit == "Stab"
    assert desk.open(copy.article.id).state is State.DRAFT
    assert not form.isVisible()
    assert shown(dialog)[0][1] == "Stab"


def test_who_does_not_agree_changes_nothing_and_keeps_what_was_typed(qtbot, desk, opened):
    eva = desk.save_contact(card("", "Eva Ek", phone="112"))
    article(desk, contact_ids=(eva.id,))
    dialog = opened(CardKind.CONTACT)
    dialog.table.selectRow(0)
    press(qtbot, dialog, "edit")
    form = child(dialog, ContactDialog)
    qtbot.keyClicks(form.findChild(QLineEdit, "unit"), "Stab")
    press(qtbot, form, "save")

    qtbot.keyClick(child(form, ChangeDialog), Qt.Key.Key_Escape)

    assert desk.contacts() == (eva,)
    assert form.isVisible()
    assert form.problem() == "Nothing was changed. Save again to go on, or cancel."
    form.reject()


def test_a_category_is_renamed_and_its_address_may_stay(qtbot, desk, opened):
    desk.add_category("Trafik")
    dialog = opened(CardKind.CATEGORY)
    dialog.table.selectRow(0)
    dialog.table.setFocus()

    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    form = child(dialog, RenameDialog)
    form.name.selectAll()
    qtbot.keyClicks(form.name, "Resor")
    form.moves.setFocus()
    qtbot.keyClick(form.moves, Qt.Key.Key_Space)
    qtbot.keyClick(form.name, Qt.Key.Key_Return)

    assert shown(dialog) == [("Resor", "/amnen/trafik/", "not used")]


def test_a_name_that_is_taken_is_told_in_place(qtbot, desk, opened):
    desk.add_category("Resor")
    desk.add_category("Trafik")
    dialog = opened(CardKind.CATEGORY)
    dialog.table.selectRow(1)
    press(qtbot, dialog, "edit")
    form = child(dialog, RenameDialog)
    form.name.selectAll()
    qtbot.keyClicks(form.name, "resor")

    press(qtbot, form, "save")

    assert form.name.accessibleDescription().startswith("There is a category called “Resor” already.")
    form.reject()


def test_what_is_retired_is_hidden_and_brought_back(qtbot, desk, opened):
    category = desk.add_category("Trafik")
    article(desk, category_id=category.id, contact_ids=reachable(desk))
    dialog = opened(CardKind.CATEGORY)
    dialog.table.selectRow(0)
    assert not dialog.buttons["delete"].isEnabled()

    press(qtbot, dialog, "retire")
    hidden = shown(dialog)
    qtbot.keyClick(dialog.with_retired, Qt.Key.Key_Space)
    listed = shown(dialog)
    dialog.table.selectRow(0)
    press(qtbot, dialog, "bring_back")

    assert hidden == []
    assert listed == [("Trafik", "/amnen/trafik/", "retired, in 1 article")]
    assert desk.cards().retired == frozenset()


def test_delete_takes_away_what_was_never_used(qtbot, desk, opened):
    desk.add_category("Trafik")
    dialog = opened(CardKind.CATEGORY)
    dialog.table.selectRow(0)
    dialog.table.setFocus()

    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)

    assert desk.categories() == ()


def test_two_contacts_become_one_with_the_chosen_name_and_all_numbers(qtbot, desk, opened):
    eva = desk.save_contact(card("", "Eva Ek", phone="112"))
    twin = desk.save_contact(card("", "Eva Eek", phone="1177"))
    copy = article(desk, contact_ids=(twin.id,))
    dialog = opened(CardKind.CONTACT)
    dialog.table.selectAll()

    press(qtbot, dialog, "merge")
    form = child(dialog, MergeDialog)
    names = form.findChild(QComboBox, "name")
    names.setFocus()
    qtbot.keyClick(names, Qt.Key.Key_Up)
    qtbot.keyClick(names, Qt.Key.Key_Down)
    names.setCurrentIndex(names.findData("Eva Ek"))
    press(qtbot, form, "merge")
    press(qtbot, child(dialog, ChangeDialog), "agree")

    (one,) = desk.contacts()
    assert one.id == twin.id
    assert one.name == "Eva Ek"
    assert {phone.number for phone in one.phones} == {"112", "1177"}
    assert desk.open(copy.article.id).article.contact_ids == (twin.id,)
    assert eva.id != one.id


def test_a_file_is_looked_at_before_its_cards_are_stored(qtbot, desk, opened, tmp_path):
    path = Path(tmp_path) / "kontakter.csv"
    path.write_text("Namn;Roll;Färg\nBo Ek;Press;röd\n;Chef;\n", encoding="utf-8")
    dialog = opened(CardKind.CONTACT)

    dialog.acts.look_into(path)
    form = child(dialog, ImportDialog)
    table = form.findChild(QTableWidget, "rows")
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    before = desk.contacts()
    press(qtbot, form, "take_in_cards")

    assert rows == [["2", "Bo Ek, Press", "New"], ["3", "Chef", "Skipped: has no name"]]
    assert before == ()
    assert [row[0] for row in shown(dialog)] == ["Bo Ek"]


def test_a_file_that_cannot_be_read_is_told(desk, opened, tmp_path):
    dialog = opened(CardKind.CATEGORY)

    dialog.acts.look_into(tmp_path / "fattas.csv")

    assert "fattas.csv cannot be read" in dialog.problem.text()


def test_a_new_contact_that_is_there_already_is_noticed(qtbot, desk, opened):
    desk.save_contact(card("", "Eva Ek", "Chef", email="eva@ek.example"))
    dialog = opened(CardKind.CONTACT)
    press(qtbot, dialog, "new")
    form = child(dialog, ContactDialog)

    name = form.findChild(QLineEdit, "name")
    name.setFocus()
    qtbot.keyClicks(name, "eva ek")
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    said = form.existing.text()
    press(qtbot, form, "use_existing")

    assert said == "There already: Eva Ek, Chef"
    edited = child(dialog, ContactDialog)
    assert edited.findChild(QLineEdit, "email").text() == "eva@ek.example"
    edited.reject()


def short_lived(worker):
    """A dialog of which pytest-qt does not look whether it was closed."""
    return CardsDialog(CardKind.CATEGORY, card_source(worker, lambda: "Ada", lambda: None))


def close_for_good(dialog):
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)


def test_nothing_is_done_with_cards_that_have_not_come_yet(worker, opened):
    worker.answers_later = True
    dialog = opened(CardKind.CATEGORY)

    for name in ("edit", "merge", "retire", "delete"):
        assert not dialog.buttons[name].isEnabled()
    assert dialog.nothing.text() == ""


def test_cards_that_come_when_the_dialog_has_gone_come_in_vain(worker):
    worker.answers_later = True
    dialog = short_lived(worker)

    close_for_good(dialog)

    worker.answer()


def test_the_window_hears_of_what_went_wrong_after_the_dialog_has_gone(desk, worker):
    kept = desk.add_category("Trafik")
    dialog = short_lived(worker)
    entry = dialog.model.entry(0)
    missed = []
    worker.went_wrong.connect(missed.append)
    worker.answers_later = True
    dialog.acts.delete([entry])
    used = msgspec.structs.replace(desk.create(by="Ada").article, category_id=kept.id)
    desk.save(used, version=1, by="Ada")

    close_for_good(dialog)
    worker.answer()

    assert [type(error).__name__ for error in missed] == ["CardInUse"]


def test_a_name_that_is_being_stored_is_not_left(qtbot, desk, worker, opened):
    dialog = opened(CardKind.CATEGORY)
    dialog.buttons["new"].click()
    naming = dialog.findChild(RenameDialog)
    qtbot.keyClicks(naming.name, "Trafik")
    worker.answers_later = True
    naming.button.click()

    naming.reject()
    assert naming.isVisible()
    worker.answer()

    assert not naming.isVisible()
    assert [category.name for category in desk.categories()] == ["Trafik"]
