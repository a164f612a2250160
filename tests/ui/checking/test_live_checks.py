"""The open article checked anew: when, and which."""

from datetime import date

import pytest
from PySide6.QtCore import QObject

from editor_app.checks.context import Context
from editor_app.domain.article import Article
from ui.checking.live_checks import LiveChecks

WAIT = 20000


class AskedDesk:
    """Takes down for which article the desk is asked, and answers nothing."""

    def __init__(self):
        self.ids = []

    def run(self, operation, *_answers):
        operation(self)

    def check_context(self, article, _approver):
        self.ids.append(article.id)
        return Context(today=date(2026, 5, 4))

    def dismissals(self, _article_id):
        return ()


@pytest.fixture
def desk():
    return AskedDesk()


@pytest.fixture
def leaf(qtbot, qapp, desk):
    """Open articles as fast as keys repeat."""
    parent = QObject()
    shown = []
    live = LiveChecks(desk, lambda: shown[-1], lambda: "", parent)

    def leaf(*articles):
        for article in articles:
            shown.append(article)
            live.begin()
            qapp.processEvents()

    yield leaf
    live.close()


def test_who_leafs_through_articles_waits_for_no_checks_but_of_the_last(qtbot, desk, leaf):
    leaf(Article("1"), Article("2"), Article("3"))

    qtbot.waitUntil(lambda: bool(desk.ids), timeout=WAIT)
    assert desk.ids == ["3"]
