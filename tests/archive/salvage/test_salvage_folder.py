"""What the reading of a damaged archive leaves in the folder for temporary files: nothing for long."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from editor_app.archive.salvage.folder import remove_leftovers
from editor_app.desk.opening import open_what_is_left
from tests.archive.salvage.conftest import ARTICLES

ROOT = Path(__file__).parents[3]
# Opens what is left, and dies with it.
DYING = """
import os, sys
from pathlib import Path
from editor_app.desk.opening import open_what_is_left
open_what_is_left(Path(sys.argv[1]))
os._exit(0)
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_what_a_process_left_that_is_no_more_goes_at_the_next_start(damaged, temporary):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary), "TMP": str(temporary)}
    subprocess.run([sys.executable, "-c", DYING, str(damaged.path)], check=True, env=environment)
    left = list(temporary.iterdir())

    remove_leftovers()

    assert len(left) == 1
    assert list(temporary.iterdir()) == []


def test_what_somebody_works_in_stays_and_what_is_not_ours_too(damaged, temporary):
    (temporary / "pressklar-salvaged-notes").mkdir()
    (temporary / "pressklar-abc").mkdir()
    desk = open_what_is_left(damaged.path)

    remove_leftovers()

    assert len(list(temporary.iterdir())) == 3
    assert len(desk.articles()) == ARTICLES
    desk.close()
    assert len(list(temporary.iterdir())) == 2


def test_whoever_is_asked_to_stop_leaves_nothing(damaged, temporary):
    class Stopped(Exception):
        pass

    def stop(done, total):
        if done:
            raise Stopped

    damaged.run(
        "INSERT INTO words (language, word) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1"
        " FROM n WHERE i < 900) SELECT 'sv', 'ord' || i FROM n"
    )

    with pytest.raises(Stopped):
        open_what_is_left(damaged.path, progress=stop)

    assert list(temporary.iterdir()) == []
