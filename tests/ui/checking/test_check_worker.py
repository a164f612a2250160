"""The thread that checks: the newest article wins, and a bug is not lost."""

from datetime import date

import pytest

from editor_app.checks.checker import Checker
from editor_app.checks.context import Context
from editor_app.domain.article import Article
from editor_app.domain.document import Document, paragraph
from ui.checking.check_worker import CheckWorker

CONTEXT = Context(today=date(2026, 5, 4))
WAIT = 20000


@pytest.fixture
def worker(qtbot):
    worker = CheckWorker()
    yield worker
    worker.close()


def test_of_what_is_asked_for_meanwhile_only_the_newest_is_checked(qtbot, worker):
    told = []
    worker.checked.connect(told.append)

    for title in ("Ett", "Två", "Tre", "Fyra"):
        worker.check(Article("1", title=title), CONTEXT)

    qtbot.waitUntil(lambda: len(told) == 2, timeout=WAIT)
    assert [one.article.title for one in told] == ["Ett", "Fyra"]


def test_the_index_comes_with_what_was_found(qtbot, worker):
    body = Document(tuple(paragraph("Vi bygger en väg i skogen.") for _time in range(12)))

    with qtbot.waitSignal(worker.checked, timeout=WAIT) as told:
        worker.check(Article("1", title="Ny väg", language="sv", body=body), CONTEXT)

    checked = told.args[0]
    assert checked.lix.sentences == 12
    assert "S04" in {finding.rule for finding in checked.findings}


def test_a_short_text_has_no_index(qtbot, worker):
    with qtbot.waitSignal(worker.checked, timeout=WAIT) as told:
        worker.check(Article("1", title="Ny väg"), CONTEXT)

    assert told.args[0].lix is None


def test_a_bug_in_a_rule_is_raised_in_the_window_and_stops_nothing(qtbot, worker, monkeypatch):
    def fail(*_arguments):
        raise ValueError("a rule failed")

    with monkeypatch.context() as broken, qtbot.capture_exceptions() as raised:
        broken.setattr(Checker, "check", fail)
        worker.check(Article("1"), CONTEXT)
        qtbot.waitUntil(lambda: bool(raised), timeout=WAIT)

    assert str(raised[0][1]) == "a rule failed"
    with qtbot.waitSignal(worker.checked, timeout=WAIT):
        worker.check(Article("1"), CONTEXT)


def test_nothing_is_told_once_it_is_closed(qtbot, worker):
    told = []
    worker.checked.connect(told.append)

    worker.check(Article("1"), CONTEXT)
    worker.close()
    qtbot.wait(20)

    assert told == []
