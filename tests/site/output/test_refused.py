"""A disk that refuses something leaves the old site as it was, and says what it refused."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from editor_app.site.errors import BrokenSite, TargetNotWritable
from editor_app.site.output import committing, disk, stage
from editor_app.site.output.committing import Work
from editor_app.site.output.errors import FileInUse, HalfSwitched, PathTooLong, SameOnDisk, TargetIsDisk
from editor_app.site.output.output import Output
from editor_app.site.output.paths import ignores_case, one_on_disk
from editor_app.site.output.recovery import recover
from tests.site.output.folders import export, pages, tree
from tests.site.output.lives import in_child, refuse
from tests.site.output.test_killed import NEW, OLD, export_new, nothing_there, old_there

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs fork")

DONE, REFUSED, HALF = 0, 10, 11
FULL = OSError(errno.ENOSPC, "No space left on device")


def outcomes(folder, times):
    """Yield how each export in a copy of `folder` ends that is refused one change after the other."""
    here = folder.with_name("here")
    for moment in range(1000):
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(folder, here)

        def run(moment=moment):
            refuse(FULL, moment, times)
            try:
                export_new(here)
            except HalfSwitched:
                return HALF
            except TargetNotWritable:
                return REFUSED

        code = in_child(run)
        yield here, code
        if code == DONE and moment > 60:
            return


@needs_fork
@pytest.mark.parametrize("prepare", [nothing_there, old_there])
def test_a_disk_that_refuses_one_change_leaves_the_site_as_it_was_or_the_new_one(tmp_path, prepare):
    before = tmp_path / "before"
    before.mkdir()
    prepare(before)
    old, ends = tree(before / "public"), []

    for left, end in outcomes(before, times=1):
        ends.append(end)
        if end == REFUSED:
            assert tree(left / "public") == old
        else:
            assert end == DONE
            assert NEW.items() <= pages(left / "public").items()

    assert ends.count(REFUSED) > 15


@needs_fork
def test_a_disk_that_refuses_all_from_then_on_is_recovered_when_it_has_room_again(tmp_path):
    before = tmp_path / "before"
    before.mkdir()
    old_there(before)
    old, ends = tree(before / "public"), []

    for left, end in outcomes(before, times=10_000):
        ends.append(end)
        if end == REFUSED:
            assert tree(left / "public") == old
        else:
            recover(left / "public")
            assert tree(left / "public") == old or NEW.items() <= pages(left / "public").items()

    assert {DONE, REFUSED, HALF} == set(ends)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may do all is refused nothing")
def test_a_folder_that_may_not_be_written_to_is_refused(target):
    target.parent.mkdir(parents=True)
    target.parent.chmod(0o500)

    with pytest.raises(TargetNotWritable):
        export(target, OLD)


def test_a_path_that_is_too_long_is_named(target):
    with pytest.raises(PathTooLong) as caught, Output.open(target) as output:
        output.put(f"{'a' * 300}/index.html", b"")

    assert "a" * 300 in str(caught.value.path)
    assert not target.exists()


def test_a_disk_that_does_not_keep_what_it_is_given_is_found_out(target, monkeypatch):
    export(target, OLD)
    before = tree(target)

    def forgetful(path, data):
        return disk.write_new(path, data.replace(b"nytt", b"xxxx"))

    monkeypatch.setattr(stage, "write_new", forgetful)
    with pytest.raises(BrokenSite) as caught:
        export(target, NEW)

    assert caught.value.path == "nyheter/bad/index.html"
    assert tree(target) == before


def test_a_disk_without_hard_links_gets_copies(target, monkeypatch):
    export(target, OLD)

    def no_links(*_paths, **_options):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    switched = export(target, NEW)
    with Output.open(target) as output:
        assert switched.generation == output.generations()[0].number
        output.roll_back()

    assert pages(target) == OLD


def test_a_file_that_another_program_holds_is_named_and_the_site_as_it_was(target, monkeypatch):
    export(target, OLD)
    before = tree(target)
    replace = os.replace

    def refused(old, new):
        if str(new).endswith("om/index.html") and "stage" in str(old):
            raise OSError(errno.EBUSY, "Device or resource busy", str(new))
        replace(old, new)

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(FileInUse) as caught:
        export(target, NEW)

    assert caught.value.path == target / "om/index.html"
    assert tree(target) == before
    monkeypatch.undo()
    assert export(target, NEW).changed == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need leave there")
@pytest.mark.parametrize("place", ["nyheter", "nyheter/bad", "nyheter/bad/index.html"])
def test_nothing_is_written_or_removed_through_a_link(target, tmp_path, place):
    export(target, OLD)
    elsewhere = tmp_path / "elsewhere"
    (target / place).rename(elsewhere)
    (target / place).symlink_to(elsewhere)
    before = tree(tmp_path)

    with pytest.raises(Exception, match=f"{place} \\(link\\)"):
        export(target, {**OLD, "nyheter/bad/index.html": "nytt"}, overwrite=True)
    assert tree(tmp_path) == before
    export(target, {"index.html": "hem"})

    assert (target / place).is_symlink()
    assert elsewhere.exists()
    assert pages(elsewhere) == {
        path.removeprefix(f"{place}/"): text for path, text in OLD.items() if path.startswith(f"{place}/")
    }


def test_paths_that_the_disk_takes_for_one_are_refused(target, monkeypatch):
    export(target, OLD)
    before = tree(target)
    monkeypatch.setattr(committing, "ignores_case", lambda _file: True)

    for site in ({**OLD, "Nyheter/Bad/index.html": "badet"}, {"Nyheter/Bad/index.html": "badet"}):
        with pytest.raises(SameOnDisk) as caught:
            export(target, site)

        assert caught.value.first == "Nyheter/Bad/index.html"
        assert caught.value.second == "nyheter/bad/index.html"
        assert tree(target) == before
    assert export(target, NEW).added == 3


def test_a_letter_written_in_two_ways_is_one_on_disk():
    assert one_on_disk("nyheter/a\u030a.html") == one_on_disk("Nyheter/\u00c5.html")
    assert one_on_disk("nyheter/a.html") != one_on_disk("nyheter/\u00e5.html")


def test_whether_a_disk_ignores_case_is_tried(tmp_path):
    (tmp_path / "lock").touch()
    assert not ignores_case(tmp_path / "lock")

    (tmp_path / "LOCK").touch()

    assert ignores_case(tmp_path / "lock")


def test_a_folder_that_is_a_disk_of_its_own_is_refused(target, monkeypatch):
    target.mkdir(parents=True)
    stat = Path.stat

    def on_another_disk(path, **options):
        found = stat(path, **options)
        return os.stat_result((*found[:2], found.st_dev + (path == target), *found[3:]))

    monkeypatch.setattr(Path, "stat", on_another_disk)
    with pytest.raises(TargetIsDisk):
        export(target, OLD)

    monkeypatch.undo()
    assert list(target.parent.iterdir()) == [target]


def test_what_is_raised_while_a_commit_tells_of_itself_cancels_it(target):
    export(target, OLD)
    before, told = tree(target), []

    def tell(work, done, whole):
        told.append((work, done <= whole))
        if work is Work.SWITCHING:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(target, NEW, tell=tell)

    assert told == [(Work.CHECKING, True), (Work.KEEPING, True), (Work.SWITCHING, True)]
    assert tree(target) == before
    assert sorted(path.name for path in target.with_name(".public.pressklar").iterdir()) == [
        "ledger",
        "ledger-journal",
        "lock",
    ]
    assert export(target, NEW).generation == 1


def test_a_real_disk_is_waited_for(target, monkeypatch):
    monkeypatch.undo()
    export(target, OLD)

    assert export(target, NEW).added == 3
    assert pages(target) == NEW
