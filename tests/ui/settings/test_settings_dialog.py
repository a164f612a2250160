"""What a person sets, and what is kept of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QSpinBox

from editor_app.domain.article import Kind
from editor_app.domain.policy import Policy
from editor_app.domain.retention import RetentionRule
from ui.settings.preferences import Preferences, user_settings
from ui.settings.settings_dialog import SettingsDialog
from ui.settings.words_page import WordSource, WordsPage
from ui.theme.application_look import Scheme
from ui.theme.font_sizes import resized


@pytest.fixture
def preferences():
    return Preferences(user_settings())


@pytest.fixture
def dialog(qtbot, preferences):
    preferences.name = "Åsa Ek"
    dialog = SettingsDialog(preferences)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def fill(dialog, name, text):
    dialog.findChild(QLineEdit, name).setText(text)


def choose(dialog, name, value):
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))


def test_what_was_chosen_is_kept(dialog, preferences):
    fill(dialog, "name", "  Bo   Lind ")
    choose(dialog, "language", "sv")
    choose(dialog, "scheme", "dark")

    dialog.accept()
    dialog.save_to(preferences)

    again = Preferences(user_settings())
    assert (again.name, again.language, again.scheme) == ("Bo Lind", "sv", Scheme.DARK)


def test_corrections_while_typing_are_on_until_they_are_switched_off(dialog, preferences):
    box = dialog.findChild(QCheckBox, "corrections")
    was_on = box.isChecked()

    box.click()
    dialog.accept()
    dialog.save_to(preferences)

    assert was_on
    assert not Preferences(user_settings()).corrects_typing


def test_a_value_that_cannot_be_used_is_told_beside_its_field(dialog):
    fill(dialog, "name", " ")

    dialog.accept()

    control = dialog.findChild(QLineEdit, "name")
    assert dialog.isVisible()
    assert control.parentWidget().problem()
    assert control.accessibleDescription() == control.parentWidget().problem()


def test_somebody_who_has_set_nothing_follows_the_system(preferences):
    assert preferences.language == "system"
    assert preferences.scheme is Scheme.SYSTEM
    assert preferences.spoken_language in {"sv", "en"}
    assert preferences.name


def test_a_setting_that_makes_no_sense_counts_as_none(preferences):
    preferences.settings.setValue("interface/scheme", "pink")
    preferences.settings.setValue("interface/language", "xx")

    assert preferences.scheme is Scheme.SYSTEM
    assert preferences.language == "system"


@pytest.mark.parametrize("scale", [1, 2])
def test_the_dialog_fits_a_small_screen_also_with_large_text(qtbot, qapp, preferences, scale):
    usual = QFont(qapp.font())
    qapp.setFont(resized(usual, scale))
    try:
        dialog = SettingsDialog(preferences)
        qtbot.addWidget(dialog)
        dialog.show()

        assert dialog.height() <= 720
        assert dialog.minimumSizeHint().height() <= 720
    finally:
        qapp.setFont(usual)


def test_the_pages_are_turned_with_the_arrow_keys(qtbot, dialog):
    pages = dialog.findChild(QListWidget, "pages")
    quotes = dialog.findChild(QCheckBox, "quotes_must_be_approved")
    was_shown = quotes.isVisible()

    for _page in range(2):
        qtbot.keyClick(pages, Qt.Key.Key_Down)

    assert not was_shown
    assert quotes.isVisible()


def test_a_value_that_cannot_be_used_brings_up_its_page(qtbot, dialog):
    fill(dialog, "name", " ")
    dialog.findChild(QListWidget, "pages").setCurrentRow(1)

    dialog.accept()

    assert dialog.findChild(QLineEdit, "name").isVisible()
    assert dialog.focusWidget() is dialog.findChild(QLineEdit, "name")


def test_how_long_pages_stay_is_set_by_kind(qtbot, dialog):
    news = dialog.findChild(QSpinBox, "months_nyhet")
    notices = dialog.findChild(QSpinBox, "months_driftinformation")
    before = dialog.policy()

    news.setFocus()
    news.selectAll()
    qtbot.keyClicks(news, "0")
    notices.setFocus()
    notices.selectAll()
    qtbot.keyClicks(notices, "1")

    assert before == Policy()
    assert dialog.policy().take_down_months == {Kind.SERVICE_NOTICE: 1}
    assert (news.text(), notices.text()) == ("Stays until somebody takes it down", "1 month")


def test_nothing_is_let_go_unless_somebody_says_so(qtbot, dialog):
    before = dialog.policy().retention
    years = dialog.findChild(QSpinBox, "years_nyhet")
    years.setFocus()

    qtbot.keyClick(years, Qt.Key.Key_Up)
    qtbot.keyClick(years, Qt.Key.Key_Up)
    dialog.findChild(QCheckBox, "preserved_first_nyhet").click()

    assert before == {}
    assert dialog.policy().retention == {Kind.NEWS: RetentionRule(2, preserved_first=False)}


def test_the_folder_of_words_goes_with_the_rules_of_the_newsroom(qtbot, preferences):
    page = WordsPage("/ord", WordSource(lambda *_: None, lambda *_: None))
    dialog = SettingsDialog(preferences, policy=Policy(words_folder="/ord"), own_words=page)
    qtbot.addWidget(dialog)
    before = dialog.policy()

    page.line.setText(" /nya/ord ")

    assert before == Policy(words_folder="/ord")
    assert dialog.policy() == Policy(words_folder="/nya/ord")
