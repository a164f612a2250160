"""What is set for the website, and what is kept of it."""

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QListWidget, QMessageBox, QPushButton

from editor_app.domain.site_problems import SiteSettingsConflict
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import (
    AccessibilityStatement,
    Appearance,
    Compliance,
    FontChoice,
    Notice,
    NoticeLevel,
    SiteSettings,
)
from ui.pickers.image_source import ImageSource
from ui.pickers.related_picker import RelatedSource
from ui.site.font_field import FontField
from ui.site.site_dialog import SiteDialog
from ui.theme.font_sizes import resized
from ui.widgets.form_field import Problem
from ui.widgets.growing_text import GrowingTextEdit

BOIL = Notice(NoticeLevel.CRISIS, "Koka vattnet.", ends_at=datetime(2026, 12, 1, 11, 0, tzinfo=UTC))
SETTINGS = SiteSettings(
    Appearance("#7a1f4b"),
    notices=(BOIL, Notice(text="Stängt i dag.")),
    pinned_ids=("a", "b"),
    about="Om sidan.\n\n- ett",
    statement=AccessibilityStatement(deficiencies=("En karta.",), assessed_on=date(2026, 3, 2)),
)


def images():
    return ImageSource(*(lambda *_: None for _ in fields(ImageSource)))


def articles():
    return RelatedSource(*(lambda *_: None for _ in fields(RelatedSource)))


def make(qtbot, settings=SETTINGS):
    def save(_profile, _settings, _base, done, _failed):
        done()

    dialog = SiteDialog(SiteProfile(name="Ådala kommun"), settings, images(), articles(), save)
    qtbot.addWidget(dialog, before_close_func=lambda one: one.done(0))
    dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot):
    return make(qtbot)


def fill(dialog, name, text):
    dialog.findChild(QLineEdit, name).setText(text)


def text(dialog, name):
    return dialog.findChild(GrowingTextEdit, name)


def test_what_nobody_touches_stays_as_it_is(dialog):
    dialog.accept()

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.settings() == SETTINGS
    assert dialog.profile() == SiteProfile(name="Ådala kommun")


def test_the_municipality_is_given_back_as_filled_in(dialog):
    fill(dialog, "site_phone", "08-465 000 00")
    fill(dialog, "site_base_url", "https://www.adala.example")

    dialog.accept()

    assert dialog.profile() == SiteProfile(
        name="Ådala kommun", phone="08-465 000 00", base_url="https://www.adala.example/"
    )


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("site_name", ""),
        ("site_phone", "ring"),
        ("site_email", "a@"),
        ("site_base_url", "www.adala.example"),
    ],
)
def test_a_value_that_cannot_be_used_brings_up_its_page_and_is_told_there(dialog, field, typed):
    fill(dialog, field, typed)

    dialog.accept()

    control = dialog.findChild(QLineEdit, field)
    assert dialog.isVisible() and control.isVisible()
    assert dialog.focusWidget() is control
    assert control.parentWidget().problem()


def test_a_crisis_is_told_in_a_few_keys(qtbot, dialog):
    dialog.begin_notice()
    field = dialog.focusWidget()
    qtbot.keyClicks(field, "Stay inside.")
    level = dialog.findChild(QComboBox, "notice_level")
    level.setFocus()
    qtbot.keyClick(level, Qt.Key.Key_Home)
    qtbot.keyClick(level, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.settings().notices == (Notice(NoticeLevel.CRISIS, "Stay inside."), *SETTINGS.notices)


def test_each_notice_is_written_by_itself(dialog):
    notices = dialog.findChild(QListWidget, "notices")
    notices.setCurrentRow(1)
    text(dialog, "notice_text").setPlainText("Öppet igen.")
    fill_and_tell(dialog, "notice_href", "www.adala.example/oppet")
    fill_and_tell(dialog, "notice_link_text", "Öppettider")
    notices.setCurrentRow(0)

    assert text(dialog, "notice_text").text() == "Koka vattnet."
    assert dialog.settings().notices == (
        BOIL,
        Notice(text="Öppet igen.", href="https://www.adala.example/oppet", link_text="Öppettider"),
    )
    assert "Öppet igen." in notices.item(1).text()


def fill_and_tell(dialog, name, typed):
    line = dialog.findChild(QLineEdit, name)
    line.setText(typed)
    line.textEdited.emit(typed)


def test_notices_are_taken_away_until_none_is_left(qtbot, dialog):
    remove = dialog.findChild(QPushButton, "remove_notice")

    remove.click()
    remove.click()

    assert dialog.settings().notices == ()
    assert not remove.isEnabled()
    assert dialog.focusWidget() is dialog.findChild(QPushButton, "add_notice")
    assert not dialog.notices.form.isVisible()


def test_a_notice_that_says_nothing_is_shown_with_what_it_lacks(dialog):
    dialog.notices.list.setCurrentRow(1)
    text(dialog, "notice_text").setPlainText(" ")
    dialog.notices.list.setCurrentRow(0)

    dialog.accept()

    assert dialog.isVisible()
    assert dialog.notices.list.currentRow() == 1
    assert dialog.focusWidget() is text(dialog, "notice_text")
    assert text(dialog, "notice_text").parentWidget().problem() == "The notice has no text."


def test_a_pale_colour_is_refused_until_the_nearest_is_taken(dialog):
    fill(dialog, "accent", "#f5b800")
    dialog.accept()
    was_refused = dialog.isVisible()
    nearest = dialog.findChild(QPushButton, "take_nearest")
    was_offered = nearest.isVisible()

    nearest.click()
    dialog.accept()

    assert was_refused and was_offered
    assert dialog.settings().appearance.accent in nearest.text()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_font_of_ones_own_is_read_from_a_file(dialog, tmp_path):
    font = dialog.findChild(QComboBox, "font")
    font.setCurrentIndex(font.findData(FontChoice.OWN.value))
    dialog.accept()
    was_refused = dialog.isVisible()
    wanted = dialog.focusWidget()
    file = tmp_path / "own.woff2"
    file.write_bytes(b"wOF2 and so on")

    dialog.findChild(FontField).read(file)
    dialog.accept()

    assert was_refused and wanted is dialog.findChild(QPushButton, "choose_font")
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.settings().appearance.own_font == b"wOF2 and so on"


def test_what_is_no_colour_is_told(dialog):
    fill(dialog, "accent", "grön")

    dialog.accept()

    assert dialog.isVisible()
    assert "six figures" in dialog.findChild(QLineEdit, "accent").parentWidget().problem.text()


def test_the_rest_is_given_back_as_chosen(dialog):
    font = dialog.findChild(QComboBox, "font")
    font.setCurrentIndex(font.findData(FontChoice.SYSTEM.value))
    dialog.findChild(QCheckBox, "has_contact_pages").setChecked(True)
    text(dialog, "about").setPlainText("Annat.")
    text(dialog, "burden").setPlainText("Gamla protokoll.\n\nFilmer.")
    fill(dialog, "templates", " /mallar ")

    settings = dialog.settings()

    assert settings.appearance.font is FontChoice.SYSTEM
    assert (settings.has_contact_pages, settings.about, settings.templates) == (True, "Annat.", "/mallar")
    assert settings.statement.burden == ("Gamla protokoll.", "Filmer.")
    assert settings.statement.compliance is Compliance.PARTIAL


def test_without_answers_there_is_no_statement(qtbot):
    dialog = make(qtbot, SiteSettings())
    was_there = dialog.settings().statement

    dialog.findChild(QCheckBox, "is_answered").setChecked(True)

    assert was_there is None
    assert dialog.settings().statement == AccessibilityStatement()


def test_what_was_written_is_not_thrown_away_unasked(qtbot, dialog):
    text(dialog, "about").setPlainText("Annat.")

    dialog.reject()
    question = dialog.findChild(QMessageBox, "discard_changes")
    was_open = dialog.isVisible()
    question.buttons()[1].click()

    assert was_open
    assert not dialog.isVisible()


@pytest.mark.parametrize("scale", [1, 2])
def test_the_dialog_fits_a_small_screen_also_with_large_text(qtbot, qapp, scale):
    usual = QFont(qapp.font())
    qapp.setFont(resized(usual, scale))
    try:
        dialog = make(qtbot)

        assert dialog.height() <= 720
        assert dialog.minimumSizeHint().height() <= 720
    finally:
        qapp.setFont(usual)


def test_what_is_not_stored_stays_on_the_screen_with_the_reason(qtbot):
    def fail(_profile, _settings, _base, _done, failed):
        failed(SiteSettingsConflict(("notices",)))

    dialog = SiteDialog(SiteProfile(name="Ådala kommun"), SETTINGS, images(), articles(), fail)
    qtbot.addWidget(dialog, before_close_func=lambda one: one.done(0))
    dialog.show()
    text(dialog, "notice_text").setPlainText("Koka allt vatten.")

    with qtbot.assertNotEmitted(dialog.stored):
        dialog.accept()

    assert dialog.isVisible()
    assert text(dialog, "notice_text").text() == "Koka allt vatten."
    sentences = [problem.text() for problem in dialog.findChildren(Problem) if problem.isVisible()]
    assert len(sentences) == 1 and "Somebody else" in sentences[0]
