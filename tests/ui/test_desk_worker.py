"""The worker that owns the archive: what it answers, in whose thread, and when no more."""

from threading import Event, current_thread, main_thread
from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication

from editor_app.desk.opening import open_desk
from editor_app.domain.errors import EditorAppError
from tests.blank_archives import blank_archive, new_desk
from ui.desk_worker import DeskWorker


class OutOfPaper(EditorAppError):
    """Stands for whatever the world may do."""


@pytest.fixture
def worker(qapp, tmp_path):
    worker = DeskWorker(lambda: new_desk(tmp_path / "archive.sqlite3"))
    yield worker
    worker.close()


def fail(_desk):
    raise OutOfPaper


def break_down(_desk):
    raise ZeroDivisionError


def test_operations_run_elsewhere_and_are_answered_here_in_their_order(qtbot, worker):
    answers = []

    for number in range(3):
        worker.run(
            lambda _desk, number=number: (number, current_thread()),
            lambda answer: answers.append((*answer, current_thread())),
        )
    qtbot.waitUntil(lambda: len(answers) == 3)

    assert [number for number, _there, _here in answers] == [0, 1, 2]
    assert all(there is not main_thread() and here is main_thread() for _number, there, here in answers)


def test_an_error_of_the_world_goes_to_who_asked(qtbot, worker):
    errors = []

    worker.run(fail, failed=errors.append)

    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], OutOfPaper)


def test_an_error_that_nobody_asked_for_is_told_by_signal(qtbot, worker):
    with qtbot.waitSignal(worker.went_wrong) as told:
        worker.run(fail)

    assert isinstance(told.args[0], OutOfPaper)


def test_a_bug_goes_to_who_asked_for_it(qtbot, worker):
    bugs = []

    worker.run(break_down, broke=bugs.append)

    qtbot.waitUntil(lambda: len(bugs) == 1)
    assert isinstance(bugs[0], ZeroDivisionError)


def test_a_bug_that_nobody_asked_for_is_raised_in_the_thread_of_the_window(qtbot, worker):
    with qtbot.captureExceptions() as raised:
        worker.run(break_down)
        qtbot.waitUntil(lambda: len(raised) == 1)

    assert raised[0][0] is ZeroDivisionError


def test_closing_finishes_what_is_queued_and_answers_no_more(qapp, tmp_path):
    path = tmp_path / "archive.sqlite3"
    worker = DeskWorker(lambda: new_desk(path))
    answers = []

    worker.run(lambda desk: desk.create(by="Ada"), answers.append)
    worker.close()
    QCoreApplication.sendPostedEvents()

    assert answers == []
    desk = open_desk(path)
    assert len(desk.articles()) == 1
    desk.close()


def test_who_asked_is_let_go_of_in_the_windows_thread(qtbot, worker):
    let_go = []

    class Asker:
        def take(self, _answer):
            pass

        def __del__(self):
            let_go.append(current_thread())

    for _ in range(50):
        worker.run(lambda _desk: None, Asker().take)
    qtbot.waitUntil(lambda: len(let_go) == 50)

    assert set(let_go) == {main_thread()}


def test_a_worker_that_is_closed_is_asked_in_vain(qtbot, tmp_path):
    worker = DeskWorker(lambda: new_desk(tmp_path / "archive.sqlite3"))
    answers = []
    worker.close()

    worker.run(lambda desk: desk.articles(), answers.append)
    QCoreApplication.processEvents()

    assert answers == []


def test_what_takes_long_beside_the_others_keeps_none_of_them_waiting(qtbot, tmp_path):
    path = blank_archive(tmp_path / "archive.sqlite3")
    worker = DeskWorker(lambda: open_desk(path))
    has_begun, may_end, seen, answers = Event(), Event(), [], []

    def take_long(desk):
        begun = len(desk.articles())
        has_begun.set()
        may_end.wait(20)
        return begun, len(desk.articles())

    worker.run_beside(take_long, seen.append, seen.append)
    assert has_begun.wait(20)
    worker.run_beside(fail, seen.append, lambda error: seen.append((type(error), current_thread())))
    worker.run(lambda desk: desk.create(by="Ada"), answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10000)
    was_waiting = not seen
    may_end.set()
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=10000)

    assert was_waiting
    assert seen == [(0, 1), (OutOfPaper, main_thread())]
    worker.close()


def test_what_is_done_beside_is_stopped_as_the_worker_closes(tmp_path):
    path = blank_archive(tmp_path / "archive.sqlite3")
    worker = DeskWorker(lambda: open_desk(path))
    has_begun, stopped, seen = Event(), Event(), []

    def go_on_until_stopped(_desk):
        has_begun.set()
        return stopped.wait(20)

    worker.run_beside(go_on_until_stopped, seen.append, seen.append, stopped.set)
    assert has_begun.wait(20)
    begun = monotonic()
    worker.close()

    assert stopped.is_set()
    assert monotonic() - begun < 10
    assert seen == []
