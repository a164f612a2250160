"""After a kill at any moment the next start leaves the old site or the new one, never a mix."""

import os
import shutil

import pytest

from editor_app.site.output import ledger
from editor_app.site.output.output import Output
from editor_app.site.output.recovery import recover
from editor_app.site.output.switching import begun
from editor_app.site.output.values import RecoveryKind
from tests.site.output.folders import export, state, tree
from tests.site.output.lives import deaths

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs fork")
# Else some lives end, and all second ones, at some moments only; `make soak` takes every one.
AT_EVERY_MOMENT = bool(os.environ.get("AT_EVERY_MOMENT"))

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


def export_new_release(folder):
    export(folder / "public", NEW, number=2, overwrite=True, releases=True)


def export_new_folder(folder):
    export(folder / "public", NEW, number=2, overwrite=True, releases=False)


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


def release_there(folder):
    export(folder / "public", OLD, releases=True)


def newer_release_there(folder):
    release_there(folder)
    export_new(folder)


LIVES = {
    "first": (nothing_there, export_new),
    "later": (old_there, export_new),
    "back": (new_there, roll_back),
    "first release": (nothing_there, export_new_release),
    "later release": (release_there, export_new),
    "back to a release": (newer_release_there, roll_back),
    "folder to release": (old_there, export_new_release),
    "release to folder": (release_there, export_new_folder),
}


KILLED_AT_EVERY_MOMENT = {"first", "later", "back", "later release"}


class Life:
    """A folder with the site before, what is done to it, and the old and the new site."""

    def __init__(self, name, folder):
        prepare, self.run = LIVES[name]
        self.before, after = folder / "before", folder / "after"
        self.before.mkdir()
        prepare(self.before)
        shutil.copytree(self.before, after, symlinks=True)
        self.run(after)
        self.old, self.new = site_of(self.before), site_of(after)


def site_of(folder):
    return tree(folder / "public")


def is_cut_off(folder):
    """Tell whether a switch was begun in `folder` and is not over."""
    path = folder / ".public.pressklar" / "ledger"
    if not path.is_file():
        return False
    opened = ledger.Ledger(path)
    try:
        return begun(opened) is not None
    finally:
        opened.close()


@pytest.mark.parametrize("name", LIVES)
def test_a_kill_at_any_moment_leaves_the_old_site_or_the_new(tmp_path, name):
    life = Life(name, tmp_path)
    step = 1 if AT_EVERY_MOMENT or name in KILLED_AT_EVERY_MOMENT else 3
    seen = []

    for number, left in enumerate(deaths(life.before, life.run, step=step)):
        was_cut_off = is_cut_off(left)
        recovered = recover(left / "public")
        seen.append(site_of(left))
        assert seen[-1] in (life.old, life.new)
        assert (recovered is not None) == was_cut_off
        # What was undone is done by the next run.
        if seen[-1] == life.old and number % 8 == 0:
            life.run(left)
            assert site_of(left) == life.new
        beside = {path.name for path in left.glob(".public.pressklar/*")}
        assert beside <= {"ledger", "ledger-journal", "lock", "kept", "releases"}

    assert seen[0] == life.old != life.new == seen[-1]
    # Nothing is taken back once it is done.
    assert seen == sorted(seen, key=lambda site: site == life.new)
    assert len(seen) > 20 // step


@pytest.mark.parametrize("name", LIVES if AT_EVERY_MOMENT else ["first", "later", "folder to release"])
def test_a_second_kill_in_the_middle_of_the_recovery_is_recovered_too(tmp_path, name):
    life = Life(name, tmp_path)
    kinds, cut_off = set(), 0

    for left in deaths(life.before, life.run):
        cut_off += is_cut_off(left)
        if not is_cut_off(left) or (cut_off % 5 != 1 and not AT_EVERY_MOMENT):
            continue
        dead = left.with_name("dead")
        shutil.rmtree(dead, ignore_errors=True)
        shutil.copytree(left, dead, symlinks=True)
        for again in deaths(dead, recover_there, step=1 if AT_EVERY_MOMENT else 4):
            recovered = recover(again / "public")
            kinds.add(recovered and recovered.kind)
            assert site_of(again) in (life.old, life.new)

    assert RecoveryKind.FINISHED in kinds


def recover_there(folder):
    recover(folder / "public")


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
