"""The dictionaries' process ends with what asked for it, and nobody waits for that."""

import os
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QProcess

from ui.editor.spelling_process import SpellingProcess

# Waiting for it, rather than ending it, would take seconds.
LONGEST_MS = 1000


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def process(qtbot, owner):
    process = SpellingProcess(owner)
    with qtbot.waitSignal(process.judged, timeout=20_000):
        process.is_misspelled("sv", "bro")
    return process


def close(process, _owner):
    process.close()


def delete_owner(_process, owner):
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)


def is_there(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("let_go", [close, delete_owner])
def test_the_process_ends_with_what_asked_for_it(qtbot, process, owner, let_go):
    number = process.findChild(QProcess).processId()
    began = time.perf_counter()

    let_go(process, owner)

    assert (time.perf_counter() - began) * 1000 < LONGEST_MS
    qtbot.waitUntil(lambda: not is_there(number))


def test_nothing_is_judged_once_it_has_ended(qtbot, process):
    process.close()
    process.close()

    with qtbot.assertNotEmitted(process.judged, wait=50):
        assert process.is_misspelled("sv", "väg") is None
