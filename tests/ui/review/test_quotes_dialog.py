"""The list of an article's quotes, and the approvals that are noted in it."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from editor_app.domain.quotes import ArticleQuote, QuoteApproval, QuoteWay
from ui.review.quotes_dialog import QuotesDialog

DAY = date(2026, 3, 2)
APPROVAL = QuoteApproval("1", "a", "Maja Ek", DAY, QuoteWay.EMAIL, "Ada", datetime(2026, 3, 2, 8, tzinfo=UTC))
QUOTES = (
    ArticleQuote(1, 0, "Vi är stolta.", "a", "Maja Ek", APPROVAL),
    ArticleQuote(2, 1, "Vi väntar.", "b", "Per Ek"),
    ArticleQuote(3, 2, "Nu.", "c"),
)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def make_dialog(qtbot, asked):
    made = []

    def make(quotes=QUOTES, chosen=""):
        def approve(hashes, speaker, way, day, done, failed):
            asked.append((list(hashes), speaker, way, day))
            approval = replace(APPROVAL, speaker=speaker, way=way, approved_on=day)
            done([replace(one, approval=approval) if one.hash in hashes else one for one in quotes])

        def withdraw(quote, done, failed):
            asked.append(quote)
            done([replace(one, approval=None) if one.hash == quote else one for one in quotes])

        dialog = QuotesDialog(
            quotes, "Ny bro", me="Ada", today=DAY, names=["Per Ek"], approve=approve, withdraw=withdraw,
            chosen=chosen,
        )  # fmt: skip
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        made.append(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.reject()


def lines(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def speaker(dialog):
    return dialog.findChild(QLineEdit, "speaker")


def test_each_quote_has_its_state_and_the_first_that_waits_is_chosen(make_dialog):
    dialog = make_dialog()

    assert lines(dialog) == [
        "– Vi är stolta.\nApproved by Maja Ek on 2 March 2026 by e-mail",
        "– Vi väntar.\nNot approved yet – Per Ek",
        "– Nu.\nNot approved yet",
    ]
    assert dialog.findChild(QLabel, "count").text() == "3 quotes, 2 not approved"
    assert speaker(dialog).text() == "Per Ek"


def test_an_approval_is_noted_with_the_keyboard_alone(qtbot, make_dialog, asked):
    dialog = make_dialog()
    way = dialog.findChild(QComboBox, "way")
    way.setFocus()
    qtbot.keyClick(way, Qt.Key.Key_Down)
    speaker(dialog).setFocus()

    qtbot.keyClick(speaker(dialog), Qt.Key.Key_Return)

    assert asked == [(["b"], "Per Ek", QuoteWay.PHONE, DAY)]
    assert lines(dialog)[1] == "– Vi väntar.\nApproved by Per Ek on 2 March 2026 by phone"
    assert dialog.list.currentRow() == 2


def test_nobody_approves_without_a_name(qtbot, make_dialog, asked):
    dialog = make_dialog(chosen="c")

    qtbot.mouseClick(dialog.findChild(QPushButton, "approve"), Qt.MouseButton.LeftButton)

    assert asked == []
    assert dialog._speaker_field.problem() == "Write who said it."
    assert speaker(dialog).hasFocus()


def test_several_quotes_of_one_speaker_are_approved_at_once(qtbot, make_dialog, asked):
    dialog = make_dialog()
    dialog.list.setFocus()

    qtbot.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(dialog.findChild(QPushButton, "approve"), Qt.MouseButton.LeftButton)

    assert asked[0][0] == ["b", "c"]


def test_an_approval_is_taken_back(qtbot, make_dialog, asked):
    dialog = make_dialog(chosen="a")

    qtbot.mouseClick(dialog.findChild(QPushButton, "withdraw"), Qt.MouseButton.LeftButton)

    assert asked == ["a"]
    assert lines(dialog)[0] == "– Vi är stolta.\nNot approved yet – Maja Ek"


def test_the_letter_to_the_speaker_is_put_on_the_clipboard(qtbot, make_dialog):
    dialog = make_dialog()

    qtbot.mouseClick(dialog.findChild(QPushButton, "copy"), Qt.MouseButton.LeftButton)

    text = QApplication.clipboard().text()
    assert "“Ny bro”" in text
    assert "– Vi väntar." in text
    assert "stolta" not in text
    assert text.endswith("Ada")


def test_an_article_without_quotes_says_how_to_make_one(make_dialog):
    dialog = make_dialog(())

    assert dialog.findChild(QLabel, "count").text() == "The article has no quotes."
    assert dialog.findChild(QLabel, "note").text().startswith("Make a paragraph a quote")
    assert not dialog.findChild(QPushButton, "approve").isEnabled()
