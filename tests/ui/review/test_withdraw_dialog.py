"""Why an article is taken down, and what stands in its place."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton

from editor_app.desk.values import ArticleSummary, LiveRevision, PresentApproval, WorkingCopy
from editor_app.domain.article import Article, Kind
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import LiveSide, State
from ui.archive_browser.finding import ArticleSource
from ui.review.withdraw_dialog import AskedWithdrawal, WithdrawDialog
from ui.widgets.folding import matches

NOON = datetime(2024, 2, 26, 13, 2, tzinfo=UTC)
COPY = WorkingCopy(
    Article("1", title="Ny lekplats"),
    State.APPROVED,
    7,
    NOON,
    "Eva Nord",
    NOON,
    "Eva Nord",
    "Eva Nord",
    PresentApproval(1, "hash", "Bo Ek", NOON),
    LiveRevision(1, "hash", "Bo Ek", NOON, "Bo Ek", NOON),
)
TITLES = {"1": "Ny lekplats", "2": "Ny bro", "3": "Alla nya lekplatser"}


def source(waiting):
    """Return where articles come from; the answers wait in `waiting` until they are called."""

    def ids(text, _sort, done, _failed):
        found = [id_ for id_, title in TITLES.items() if matches(text, title)]
        waiting.append(lambda: done(found))

    def rows(ids, done, _failed):
        done(
            [
                ArticleSummary(
                    id_, TITLES[id_], Kind.NEWS, "sv", "", State.DRAFT, LiveSide.LIVE, None, NOON, ""
                )
                for id_ in ids
            ]
        )

    return ArticleSource(ids, rows)


@pytest.fixture
def waiting():
    return []


@pytest.fixture
def dialog(qtbot, waiting):
    made = WithdrawDialog(COPY, source(waiting))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    yield made
    QDialog.reject(made)


def choose(qtbot, dialog, reason):
    qtbot.keyClick(dialog.findChild(QRadioButton, reason.value), Qt.Key.Key_Space)


def accept(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)


def test_a_reason_is_enough(qtbot, dialog):
    choose(qtbot, dialog, WithdrawalReason.OUT_OF_DATE)

    accept(qtbot, dialog)

    assert dialog.asked() == AskedWithdrawal(WithdrawalReason.OUT_OF_DATE)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_nothing_is_withdrawn_without_a_reason(qtbot, dialog):
    accept(qtbot, dialog)

    assert dialog.isVisible()
    assert dialog.problems() == ("Choose why the article is withdrawn.",)


def test_another_reason_is_put_in_words(qtbot, dialog):
    choose(qtbot, dialog, WithdrawalReason.OTHER)
    accept(qtbot, dialog)
    asked_for_words = dialog.problems()

    qtbot.keyClicks(dialog.findChild(QPlainTextEdit, "public_words"), "Beslutet togs om.")
    told_while_typing = dialog.problems()
    accept(qtbot, dialog)

    assert asked_for_words[0].startswith("The reason is missing.")
    assert told_while_typing == ()
    assert dialog.asked() == AskedWithdrawal(WithdrawalReason.OTHER, "Beslutet togs om.")


def test_what_stands_in_its_place_is_found_while_it_is_typed(qtbot, dialog, waiting):
    choose(qtbot, dialog, WithdrawalReason.MERGED)
    field = dialog.findChild(QLineEdit, "replacement")
    field.setFocus()
    qtbot.keyClicks(field, "lekplats")
    # The answers come out of turn: only that to the last question counts.
    for answer in reversed(waiting):
        answer()

    qtbot.keyClick(field, Qt.Key.Key_Return)
    accept(qtbot, dialog)

    assert dialog.asked() == AskedWithdrawal(WithdrawalReason.MERGED, "", "3")
    assert field.text() == "Alla nya lekplatser"


def test_a_title_that_was_typed_and_not_chosen_is_none(qtbot, dialog):
    choose(qtbot, dialog, WithdrawalReason.WRONG)
    field = dialog.findChild(QLineEdit, "replacement")
    field.setFocus()
    qtbot.keyClicks(field, "Ny b")

    accept(qtbot, dialog)

    assert dialog.problems() == ("Choose an article from the list, or leave this empty.",)
