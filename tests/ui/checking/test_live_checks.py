"""The open article checked anew: when, and which."""

from datetime import date

import pytest
from PySide6.QtCore import QObject

from editor_app.checks.context import Context
from editor_app.domain.article import Article
from ui.checking.live_checks import LiveChecks

WAIT = 20000


class AskedDesk:
    """Takes down for which article the desk is asked, and answers when it is told to."""

    def __init__(self):
        self.ids = []
        self.answer = None

    def run(self, operation, done, *_failures):
        found = operation(self)
        self.answer = lambda: done(found)

    def check_context(self, article, _approver):
        self.ids.append(article.id)
        return Context(today=date(2026, 5, 4))

    def dismissals(self, _article_id):
        return ()


@pytest.fixture
def desk():
    return AskedDesk()


@pytest.fixture
def shown():
    """The articles that the window has shown, the last of them open."""
    return []


@pytest.fixture
def live(qtbot, desk, shown):
    parent = QObject()
    live = LiveChecks(desk, lambda: shown[-1], lambda: "", parent)
    yield live
    live.close()


def test_who_leafs_through_articles_waits_for_no_checks_but_of_the_last(qtbot, qapp, desk, shown, live):
    for article in (Article("1"), Article("2"), Article("3")):
        shown.append(article)
        live.begin()
        qapp.processEvents()

    qtbot.waitUntil(lambda: bool(desk.ids), timeout=WAIT)
    assert desk.ids == ["3"]


def test_after_an_article_was_checked_at_once_typing_waits_for_a_pause_all_the_same(
    qtbot, qapp, desk, shown, live
):
    shown.append(Article("1"))
    live.check_soon()
    qtbot.waitUntil(lambda: bool(desk.ids), timeout=WAIT)
    desk.answer()
    desk.ids.clear()
    shown.append(Article("1", contact_ids=("another",)))

    live.note_edit()
    qapp.processEvents()
    while_typing = tuple(desk.ids)

    qtbot.waitUntil(lambda: bool(desk.ids), timeout=WAIT)
    assert while_typing == ()
