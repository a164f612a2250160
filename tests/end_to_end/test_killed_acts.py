"""Whatever is being done when the process dies is done whole or not at all, at every moment of it."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("dying_program.py")
# Else the process dies only where the files are about to become others; `make soak` takes every moment.
AT_EVERY_MOMENT = bool(os.environ.get("AT_EVERY_MOMENT"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the program forks")

BRON = ["Bron", "approved, live", [["Bo"]]]
VAGEN = ["Vägen", "in_review, not_published", [[]]]
VAGEN_APPROVED = ["Vägen", "approved, not_published", [["Bo"]]]
VAGEN_LIVE = ["Vägen", "approved, live", [["Bo"]]]
BOTH = {"Asa Oberg": 1, "Åsa Öberg": 1}


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), str(tmp_path_factory.mktemp("deaths"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as running:
        yield running
        running.stdin.close()


@pytest.fixture(scope="module")
def lives(program):
    """Return what was left after each death in the middle of an act, the last that of a whole life."""

    @cache
    def run(act):
        program.stdin.write(f"{act}{' every' * AT_EVERY_MOMENT}\n")
        program.stdin.flush()
        left = [json.loads(line) for line in iter(program.stdout.readline, "\n") if line]
        assert program.poll() is None
        return left

    return run


def in_order(left):
    """Return the different things that were left, each once, in the order of their first coming."""
    return [one for number, one in enumerate(left) if one not in left[:number]]


def of(left, *names):
    return [[one[name] for name in names] for one in left]


def turns(states):
    """Return what comes after what: an act that is undone by a later death comes twice."""
    return [state for number, state in enumerate(states) if number == 0 or state != states[number - 1]]


def assert_sound(left, least):
    assert left[-1]["moment"] > least
    assert [one["died"] for one in left] == [True] * (len(left) - 1) + [False]
    assert all(one["sound"] for one in left)


@pytest.mark.parametrize(
    ("act", "before", "after"),
    [
        ("approve", [BRON, VAGEN], [[BRON, VAGEN_LIVE]]),
        ("publish", [BRON, VAGEN], [[BRON, VAGEN_APPROVED], [BRON, VAGEN_LIVE]]),
        ("withdraw", [BRON, VAGEN], [[["Bron", "approved, withdrawn", [["Bo"]]], VAGEN]]),
        ("save", [BRON, VAGEN], [[BRON, ["Vägen är klar", "draft, not_published", [[]]]]]),
        (
            "submit",
            [BRON, VAGEN],
            [[BRON, ["Vägen", "draft, not_published", [[]]]], [BRON, VAGEN]],
        ),
        (
            "restore_version",
            [BRON, VAGEN],
            [
                [["Bron är klar", "draft, live", [["Bo"]]], VAGEN],
                [["Bron", "draft, live", [[], ["Bo"]]], VAGEN],
            ],
        ),
        ("delete", [BRON, VAGEN], [[BRON]]),
        ("dispose", [["Bron", "approved, withdrawn", [["Bo"]]], VAGEN], [[VAGEN]]),
    ],
)
def test_an_act_of_an_editor_is_whole_or_not_there(lives, act, before, after):
    left = lives(act)

    assert_sound(left, least=10)
    # Each act in turn, never a part of one, and never one that is undone by a later death.
    assert turns([one["articles"] for one in left]) == [before, *after]
    # The log, the publications, the live pages and the images come with it, or not at all.
    whole = of(left, "articles", "beside", "images", "contacts")
    assert len(in_order(whole)) == 1 + len(after)


@pytest.mark.parametrize(
    ("act", "after"),
    [
        ("merge_contacts", {"Åsa Öberg": 2}),
        ("import_contacts", {"Asa Oberg": 1, "Eva Ek": 0, "Åsa Öberg": 1}),
    ],
)
def test_a_change_of_contacts_is_whole_or_not_there(lives, act, after):
    left = lives(act)

    assert_sound(left, least=10)
    assert turns([one["contacts"] for one in left]) == [BOTH, after]
    # With the articles that have them, and the log.
    assert len(in_order(of(left, "contacts", "articles", "beside"))) == 2


@pytest.mark.parametrize(("act", "image"), [("delete", "Vägen.png"), ("dispose", "Bron.png")])
def test_what_goes_takes_its_image_with_it_or_stays_with_it(lives, act, image):
    left = lives(act)

    assert turns([image in one["images"] for one in left]) == [True, False]


def test_an_upgrade_is_whole_or_not_there_and_goes_on_at_the_next_start(lives):
    left = lives("upgrade")

    assert_sound(left, least=30)
    older, newest = left[0]["version"], left[-1]["version"]
    assert older < newest
    assert in_order([one["version"] for one in left]) == [older, newest]
    assert len(in_order([one["articles"] for one in left])) == 1
    assert all(whole for one in left for _kind, whole in one["backups"])
    assert all(one["backups"] for one in left)


def test_a_backup_is_whole_or_not_there_and_the_archive_as_it_was(lives):
    left = lives("backup")

    assert_sound(left, least=10)
    assert {json.dumps(one["articles"]) for one in left} == {json.dumps([BRON, VAGEN])}
    assert in_order([one["backups"] for one in left]) == [[], [["daily", True]]]


def test_a_backup_takes_the_place_of_the_archive_whole_or_not_at_all(lives):
    left = lives("restore_backup")

    assert_sound(left, least=20)
    assert in_order([one["articles"] for one in left]) == [[BRON, VAGEN_LIVE], [BRON, VAGEN]]
    assert all(whole for one in left for _kind, whole in one["backups"])
    assert left[-1]["files"] == ["archive-backups"]
    # What was replaced is kept from the moment on at which it is.
    kept = [["replaced", True] in one["backups"] for one in left if one["articles"] == [BRON, VAGEN]]
    assert all(kept)
