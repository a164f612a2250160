"""Reading beside the window: where it happens, and where it is answered."""

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from editor_app.domain.errors import EditorAppError
from ui.slow_reading import SlowReading

WAIT = 5


def fail(error):
    raise error


@pytest.fixture
def reading(qapp):
    return SlowReading()


def test_it_reads_elsewhere_and_answers_here(qtbot, reading):
    answers = []

    reading.run(current_thread, lambda there: answers.append((there, current_thread())), fail)
    qtbot.waitUntil(lambda: bool(answers))

    ((there, here),) = answers
    assert there is not main_thread()
    assert here is main_thread()


def test_an_error_of_the_world_goes_to_who_asked(qtbot, reading):
    error, errors = EditorAppError(), []

    reading.run(lambda: fail(error), lambda _read: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))

    assert errors == [error]


def test_a_bug_is_raised_in_the_window(qtbot, reading):
    with qtbot.captureExceptions() as raised:
        reading.run(lambda: fail(ZeroDivisionError()), lambda _read: None, lambda _error: None)
        qtbot.waitUntil(lambda: bool(raised))

    assert raised[0][0] is ZeroDivisionError


def test_one_that_takes_long_does_not_hold_up_the_next(qtbot, reading):
    end, answers = Event(), []

    reading.run(lambda: end.wait(WAIT), answers.append, fail)
    reading.run(lambda: "next", answers.append, fail)
    qtbot.waitUntil(lambda: answers == ["next"])
    end.set()

    qtbot.waitUntil(lambda: answers == ["next", True])


def test_what_is_read_after_whoever_asked_has_gone_is_told_to_nobody(qtbot, reading):
    end, answers, was_read = Event(), [], Event()

    def read():
        end.wait(WAIT)
        was_read.set()

    reading.run(read, answers.append, fail)
    reading.deleteLater()
    QCoreApplication.sendPostedEvents(reading, QEvent.Type.DeferredDelete.value)
    end.set()

    assert was_read.wait(WAIT)
    qtbot.wait(20)
    assert answers == []
