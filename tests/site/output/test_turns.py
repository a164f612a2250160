"""Two runs on one output take turns."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from editor_app.site.errors import TargetBusy
from editor_app.site.output.output import Output
from editor_app.site.output.place import Place
from editor_app.site.output.turns import turn
from tests.site.output.folders import export


def test_who_waits_too_long_is_told(target, tmp_path):
    target.parent.mkdir()
    place = Place(target)

    with turn(place), pytest.raises(TargetBusy) as busy, Output.open(target, patience=0.1):
        pytest.fail("two at once")

    assert busy.value.path == target
    with turn(place, patience=0):
        assert place.lock.exists()
    assert list(target.parent.iterdir()) == []


def test_runs_at_the_same_moment_all_succeed(target):
    site = {f"{number}/index.html": str(number) for number in range(20)}

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _number: export(target, site), range(8)))

    assert sorted(switched.added for switched in done) == [0] * 7 + [20]
    assert not any(switched.changed or switched.removed for switched in done)
