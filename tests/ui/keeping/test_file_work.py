"""Work beside the desk: told, stopped, and never in the way of the window."""

import threading

import pytest
from PySide6.QtCore import QObject

from editor_app.domain.errors import EditorAppError
from ui.keeping.file_work import FileWork


class Trouble(EditorAppError):
    """Something in the world."""


@pytest.fixture
def work(qapp):
    owner = QObject()
    work = FileWork(owner)
    yield work
    work.close()


def test_what_comes_of_it_is_told_in_the_windows_thread(qtbot, work):
    told, here = [], threading.current_thread()

    work.run(
        lambda tell: tell(1, 2) or threading.current_thread(),
        lambda thread: told.append((thread is not here, threading.current_thread() is here)),
        pytest.fail,
        lambda *progress: told.append(progress),
    )
    qtbot.waitUntil(lambda: len(told) == 2)

    assert told == [(1, 2), (True, True)]


def test_trouble_is_told_to_who_asked(qtbot, work):
    told = []

    def fail(_tell):
        raise Trouble

    work.run(fail, pytest.fail, told.append)
    qtbot.waitUntil(lambda: bool(told))

    assert isinstance(told[0], Trouble)


def test_what_is_stopped_ends_at_its_next_word_and_says_nothing(qtbot, work):
    begun, goes_on, told = threading.Event(), threading.Event(), []

    def last_for_ever(tell):
        begun.set()
        goes_on.wait()
        while True:
            tell()

    under_way = work.run(last_for_ever, told.append, told.append, told.append)
    assert begun.wait(5)
    under_way.stop()
    goes_on.set()
    work.run(lambda _tell: "next", told.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["next"]


def test_to_close_stops_what_is_under_way(qapp, work):
    begun = threading.Event()

    def last_for_ever(tell):
        begun.set()
        while True:
            tell()

    work.run(last_for_ever, pytest.fail, pytest.fail)
    assert begun.wait(5)

    work.close()
