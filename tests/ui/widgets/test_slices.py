"""Work in slices: at once where it is little, in turns where it is much, and dropped for other work."""

import time

import pytest
from PySide6.QtCore import QObject

from ui.widgets.slices import SLICE_SECONDS, Slices


@pytest.fixture
def slices():
    owner = QObject()
    yield Slices(owner)
    owner.deleteLater()


def steps(taken, count, name="step"):
    for _number in range(count):
        late = time.thread_time() + SLICE_SECONDS / 2
        while time.thread_time() < late:
            pass
        taken.append(name)
        yield


def test_what_is_soon_done_is_done_at_once(slices):
    taken = []

    slices.run(iter(range(100)), lambda: taken.append("done"))

    assert taken == ["done"]
    assert not slices.is_under_way


def test_what_takes_long_lets_the_window_take_turns(qtbot, slices):
    taken = []

    slices.run(steps(taken, 10), lambda: taken.append("done"))

    assert 0 < len(taken) < 10
    assert slices.is_under_way
    qtbot.waitUntil(lambda: not slices.is_under_way)
    assert taken == ["step"] * 10 + ["done"]


def test_other_work_takes_the_place_of_what_is_under_way(qtbot, slices):
    taken, done = [], []
    slices.run(steps(taken, 10, "old"), lambda: done.append("old"))

    slices.run(steps(taken, 4, "new"), lambda: done.append("new"))

    qtbot.waitUntil(lambda: bool(done))
    assert (done, taken.count("new")) == (["new"], 4)
    assert taken.count("old") < 10


def test_what_is_stopped_goes_no_further(qtbot, slices):
    taken = []
    slices.run(steps(taken, 10), lambda: taken.append("done"))

    slices.stop()

    qtbot.wait(100)
    assert len(taken) < 10
