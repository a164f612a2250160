"""The rules of approval in the settings, and how often they were broken."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QRadioButton

from editor_app.desk.values import ForcedApproval
from editor_app.domain.policy import Approvers, Policy
from ui.settings.approval_page import ApprovalPage

NOON = datetime(2026, 3, 3, 11, 0, tzinfo=UTC)
RULES = Policy()
FORCED = ForcedApproval("7", "Ny lekplats", 2, "Eva Nord", NOON, "Ingen annan i tjänst")


@pytest.fixture
def show(qtbot):
    def make(policy=RULES, forced=()):
        page = ApprovalPage(policy, lambda done: done(forced))
        qtbot.addWidget(page)
        page.show()
        return page

    return make


def test_the_rules_are_chosen_by_key(qtbot, show):
    page = show()

    qtbot.keyClick(page.findChild(QRadioButton, Approvers.ONE_PERSON.value), Qt.Key.Key_Space)
    qtbot.keyClick(page.findChild(QRadioButton, "False"), Qt.Key.Key_Space)

    assert page.policy() == Policy(Approvers.ONE_PERSON, publishes_on_approval=False)


def test_what_is_not_changed_stays(show):
    policy = Policy(Approvers.ONE_PERSON, publishes_on_approval=False)

    assert show(policy).policy() == policy


def test_each_choice_is_explained_to_those_who_hear_it(show):
    page = show()

    buttons = page.findChildren(QRadioButton)
    shown = {label.text() for label in page.findChildren(QLabel)}

    assert len(buttons) == 4
    assert {button.accessibleDescription() for button in buttons} <= shown


def test_forced_approvals_are_counted_and_lead_to_their_articles(qtbot, show):
    page = show(forced=(FORCED,))
    listed = page.findChild(QListWidget, "forced_approvals")
    listed.setCurrentRow(0)

    with qtbot.waitSignal(page.article_asked) as asked:
        qtbot.keyClick(listed, Qt.Key.Key_Return)

    assert page.findChild(QLabel, "forced_count").text() == "1 forced approval this year"
    assert listed.item(0).text() == "3 March 2026 · Eva Nord · Ny lekplats · Ingen annan i tjänst"
    assert asked.args == ["7"]


def test_where_no_rule_was_broken_there_is_no_list(show):
    page = show()

    assert page.findChild(QLabel, "forced_count").text() == "No forced approval this year"
    assert not page.findChild(QListWidget, "forced_approvals").isVisible()
