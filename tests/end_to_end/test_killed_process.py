"""Nothing typed is lost, however the program ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 20
ROOT = Path(__file__).parents[2]
WRITER = Path(__file__).with_name("killed_writer.py")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer forks")
def test_whenever_the_process_is_killed_the_last_acknowledged_text_is_there(tmp_path):
    seed = int.from_bytes(os.urandom(4))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    told = subprocess.run(
        [sys.executable, str(WRITER), str(tmp_path / "archive.sqlite3"), str(ROUNDS), str(seed)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )

    assert told.returncode == 0, told.stderr
    rounds = [json.loads(line) for line in told.stdout.splitlines()]
    assert len(rounds) == ROUNDS
    for left in rounds:
        # The save under way when the process died is there whole, or not at all.
        assert left["title"] in (left["acknowledged"], left["acknowledged"] + 1), (seed, left)
        assert left["listed"] == left["title"]
        assert left["words"] == [f"Stycke {left['title']}"]
        assert left["paragraphs"] == 60
        assert left["integrity"] == "ok"
