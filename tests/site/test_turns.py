"""Two exports to one folder take turns."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from editor_app.site.build import build
from editor_app.site.errors import TargetBusy
from editor_app.site.plan import plan
from editor_app.site.turns import turn
from tests.site.newsroom import NOW, content, some_publications

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no locks on folders")


def test_who_waits_too_long_is_told(tmp_path):
    target = tmp_path / "site"

    with turn(target), pytest.raises(TargetBusy) as busy, turn(target, patience=0.1):
        pytest.fail("two at once")

    assert busy.value.path == target
    with turn(target, patience=0):
        assert list(tmp_path.iterdir()) == []


def test_exports_at_the_same_moment_all_succeed(tmp_path):
    target = tmp_path / "site"
    site = plan(content(*some_publications()), NOW)

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _number: build(site, target), range(8)))

    assert sum(bool(result.added) for result in results) == 1
    assert not any(result.changed or result.removed for result in results)
    assert list(tmp_path.iterdir()) == [target]
