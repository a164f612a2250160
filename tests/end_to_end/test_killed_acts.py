"""Whatever is being done when the process dies is done whole or not at all, at every moment of it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("dying_program.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the program forks")

LIVE = ["Bron", "approved, live", [["Bo"]]]
WAITING = ["Vägen", "in_review, not_published", [[]]]
APPROVED = ["Vägen", "approved, live", [["Bo"]]]


def lives(act, folder):
    """Return what was left after each death, the last of them that of a whole life."""
    told = subprocess.run(
        [sys.executable, str(PROGRAM), act, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert told.returncode == 0, told.stderr
    return [json.loads(line) for line in told.stdout.splitlines()]


def in_order(left):
    """Return the different things that were left, each once, in the order of their first coming."""
    return [one for number, one in enumerate(left) if one not in left[:number]]


def assert_sound(left, least):
    assert len(left) > least
    assert [one["died"] for one in left] == [True] * (len(left) - 1) + [False]
    assert all(one["sound"] for one in left)


@pytest.mark.parametrize(
    ("act", "after"),
    [
        ("approve", [[LIVE, APPROVED]]),
        ("withdraw", [[["Bron", "approved, withdrawn", [["Bo"]]], WAITING]]),
        ("save", [[LIVE, ["Vägen är klar", "draft, not_published", [[]]]]]),
        ("submit", [[LIVE, ["Vägen", "draft, not_published", [[]]]], [LIVE, WAITING]]),
        (
            "restore_version",
            [
                [["Bron är klar", "draft, live", [["Bo"]]], WAITING],
                [["Bron", "draft, live", [[], ["Bo"]]], WAITING],
            ],
        ),
    ],
)
def test_an_act_of_an_editor_is_whole_or_not_there(tmp_path, act, after):
    left = lives(act, tmp_path)

    assert_sound(left, least=10)
    states = [one["articles"] for one in left]
    # Each act in turn, never a part of one, and never one that is undone by a later death.
    turns = [state for number, state in enumerate(states) if number == 0 or state != states[number - 1]]
    assert turns == [[LIVE, WAITING], *after]
    # The log, the publications and the live pages come with it, or not at all.
    assert len(in_order([[one["articles"], one["beside"]] for one in left])) == 1 + len(after)


def test_an_upgrade_is_whole_or_not_there_and_goes_on_at_the_next_start(tmp_path):
    left = lives("upgrade", tmp_path)

    assert_sound(left, least=30)
    older, newest = left[0]["version"], left[-1]["version"]
    assert older < newest
    assert in_order([one["version"] for one in left]) == [older, newest]
    assert len(in_order([one["articles"] for one in left])) == 1
    assert all(whole for one in left for _kind, whole in one["backups"])
    assert all(one["backups"] for one in left)


def test_a_backup_is_whole_or_not_there_and_the_archive_as_it_was(tmp_path):
    left = lives("backup", tmp_path)

    assert_sound(left, least=10)
    assert {json.dumps(one["articles"]) for one in left} == {json.dumps([LIVE, WAITING])}
    assert in_order([one["backups"] for one in left]) == [[], [["daily", True]]]


def test_a_backup_takes_the_place_of_the_archive_whole_or_not_at_all(tmp_path):
    left = lives("restore_backup", tmp_path)

    assert_sound(left, least=20)
    assert in_order([one["articles"] for one in left]) == [[LIVE, APPROVED], [LIVE, WAITING]]
    assert all(whole for one in left for _kind, whole in one["backups"])
    assert left[-1]["files"] == ["archive-backups"]
    # What was replaced is kept from the moment on at which it is.
    kept = [["replaced", True] in one["backups"] for one in left if one["articles"] == [LIVE, WAITING]]
    assert all(kept)
