"""Nothing typed is lost for longer than promised, however a window ends; `make soak` kills many more."""

import os

import pytest

from tests.end_to_end.soak import SIDE_BY_SIDE, kill_windows


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the windows are forked")
def test_a_killed_window_keeps_all_but_the_last_seconds(tmp_path):
    seed = int.from_bytes(os.urandom(3))

    deaths = kill_windows(tmp_path, SIDE_BY_SIDE, seed)

    assert len(deaths) == SIDE_BY_SIDE
    assert all(death.keys for death in deaths)
    assert [death for death in deaths if not death.kept_the_promise] == [], seed
