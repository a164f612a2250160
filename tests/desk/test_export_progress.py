"""Stopping an export: until it switches to the new pages, and not after."""

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


def test_an_export_that_is_stopped_at_its_last_step_leaves_all_as_it_was(desk, approved, tmp_path):
    told = Telling(lambda progress: told.stop() if progress.words.startswith("Reading back") else None)

    with pytest.raises(ExportStopped):
        desk.export(tmp_path / "site", by="Ada", tell=told)

    assert list(tmp_path.glob("*site*")) == []
    assert desk.export(tmp_path / "site", by="Ada").added
