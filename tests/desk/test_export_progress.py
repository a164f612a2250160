"""Stopping an export: until it switches to the new pages, and not after."""

from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event

import pytest

from editor_app.desk.export_progress import ExportStopped, Telling
from editor_app.site.progress import ExportStep


def test_a_stopped_export_learns_of_it_at_its_next_step():
    telling = Telling(lambda _progress: None)
    telling(ExportStep.PAGES, 1, 9)

    is_stopped = telling.stop()

    assert is_stopped
    with pytest.raises(ExportStopped):
        telling(ExportStep.SWITCHING, 0, 0)


def test_what_switches_can_be_stopped_no_more_and_says_so():
    heard = []
    telling = Telling(heard.append)
    telling(ExportStep.PAGES, 1, 9)
    telling(ExportStep.SWITCHING, 0, 0)

    is_stopped = telling.stop()

    assert not is_stopped
    assert [one.is_final for one in heard] == [False, True]
    assert heard[-1].words == "Changing to the new pages…"


def test_nothing_is_told_any_more_when_stopping_is_done():
    begun, let_go = Event(), Event()
    order = []

    def hear(_progress):
        begun.set()
        assert let_go.wait(20)
        order.append("heard")

    telling = Telling(hear)
    with ThreadPoolExecutor(2) as threads:
        told = threads.submit(telling, ExportStep.PAGES, 1, 9)
        assert begun.wait(20)
        stopped = threads.submit(lambda: (telling.stop(), order.append("stopped")))
        wait([stopped], 0.1)
        let_go.set()
        wait([told, stopped])

    assert order == ["heard", "stopped"]


def test_an_export_that_is_stopped_at_its_last_step_leaves_all_as_it_was(desk, approved, tmp_path):
    told = Telling(lambda progress: told.stop() if progress.words.startswith("Reading back") else None)

    with pytest.raises(ExportStopped):
        desk.export(tmp_path / "site", by="Ada", tell=told)

    assert list(tmp_path.glob("*site*")) == []
    assert desk.export(tmp_path / "site", by="Ada").added
