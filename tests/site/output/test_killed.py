"""After a kill at any moment the next start leaves the old site or the new one, never a mix."""

import os
import shutil

import pytest

from editor_app.site.output.output import Output
from editor_app.site.output.recovery import recover
from editor_app.site.output.values import RecoveryKind
from tests.site.output.folders import export, state, tree
from tests.site.output.lives import deaths

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs fork")
# Else a second kill comes at some moments only; `make soak` takes every one.
STEP = 1 if os.environ.get("AT_EVERY_MOMENT") else 4

OLD = {
    "index.html": "hem",
    "nyheter/bad/index.html": "badet",
    "nyheter/bro/index.html": "bron",
    "om": "om oss",
    "karta/index.html": "kartan",
}
# One page stays, one is another, one is new, one goes; a file becomes a folder and a folder a file.
NEW = {
    "index.html": "hem",
    "nyheter/bad/index.html": "nytt bad",
    "nyheter/vag/index.html": "vägen",
    "om/index.html": "om oss",
    "karta": "kartan",
}


def export_new(folder):
    export(folder / "public", NEW, number=2, overwrite=True)


def roll_back(folder):
    with Output.open(folder / "public") as output:
        output.roll_back()


def nothing_there(folder):
    pass


def old_there(folder):
    export(folder / "public", OLD)
    (folder / "public" / "egen.txt").write_text("min")
    (folder / "public" / "nyheter" / "vag").mkdir()
    (folder / "public" / "nyheter" / "vag" / "index.html").write_text("min")


def new_there(folder):
    old_there(folder)
    export_new(folder)


@pytest.fixture(params=[(nothing_there, export_new), (old_there, export_new), (new_there, roll_back)])
def life(request, tmp_path):
    """Return a folder with the site before, what is done to it, and the old and the new site."""
    prepare, run = request.param
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    prepare(before)
    shutil.copytree(before, after)
    run(after)
    return before, run, site_of(before), site_of(after)


def site_of(folder):
    return tree(folder / "public")


def test_a_kill_at_any_moment_leaves_the_old_site_or_the_new(life):
    before, run, old, new = life
    seen = []

    for left in deaths(before, run):
        recover(left / "public")
        seen.append(site_of(left))
        assert seen[-1] in (old, new)
        # What was undone is done by the next run, what was finished stays.
        if seen[-1] == old:
            run(left)
        assert site_of(left) == new
        beside = {path.name for path in left.glob(".public.pressklar/*")}
        assert beside <= {"ledger", "ledger-journal", "lock", "kept"}

    assert seen[0] == old != new == seen[-1]
    # Nothing is taken back once it is done.
    assert seen == sorted(seen, key=lambda site: site == new)
    assert len(seen) > 25


def test_a_second_kill_in_the_middle_of_the_recovery_is_recovered_too(life):
    before, run, old, new = life
    kinds = set()

    for number, left in enumerate(deaths(before, run, step=STEP)):
        dead = left.with_name("dead")
        shutil.rmtree(dead, ignore_errors=True)
        shutil.copytree(left, dead)
        for again in deaths(dead, lambda folder: recover(folder / "public"), step=STEP):
            recovered = recover(again / "public")
            kinds.add(recovered and recovered.kind)
            assert site_of(again) in (old, new), number

    assert RecoveryKind.FINISHED in kinds


def test_a_start_with_nothing_to_recover_does_nothing(tmp_path):
    target = tmp_path / "public"
    assert recover(target) is None
    export(target, OLD)
    before = tree(tmp_path)

    assert recover(target) is None

    assert tree(tmp_path) == before


def test_an_export_that_is_under_way_is_left_alone(tmp_path):
    target = tmp_path / "public"
    export(target, OLD)

    with Output.open(target) as output:
        output.put("om.html", b"om")
        assert recover(target) is None
        output.commit(state(2))

    assert (target / "om.html").read_bytes() == b"om"
