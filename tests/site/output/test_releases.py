"""Whole releases behind one link: what readers see changes at once."""

import errno
import sys
from pathlib import Path

import pytest

from editor_app.site.output import releases
from editor_app.site.output.errors import NoReleases, WouldDestroy
from editor_app.site.output.output import Output
from editor_app.site.output.releases import KEPT_RELEASES
from editor_app.site.output.verification import verify_folder
from tests.site.output.folders import export, pages, state, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need leave there")

FIRST = {"index.html": "hem", "nyheter/bad/index.html": "badet", "nyheter/bro/index.html": "bron"}
SECOND = {"index.html": "hem", "nyheter/bad/index.html": "nytt bad", "om/index.html": "om oss"}


def releases_of(target):
    folder = target.with_name(f".{target.name}.pressklar") / "releases"
    return sorted(int(path.name) for path in folder.iterdir()) if folder.exists() else []


def test_a_first_release_is_behind_a_link(target):
    export(target, FIRST, releases=True)

    assert target.is_symlink()
    assert not target.readlink().is_absolute()
    assert pages(target) == FIRST


def test_the_next_release_takes_over_what_does_not_change(target):
    export(target, FIRST, releases=True)
    before, first = tree(target), target.resolve()

    switched = export(target, SECOND)

    assert (switched.added, switched.changed, switched.removed) == (1, 1, 1)
    assert pages(target) == SECOND
    assert tree(first) == before
    assert (first / "index.html").samefile(target / "index.html")
    assert not (target / "nyheter/bro").exists()


def test_what_others_put_there_comes_along(target):
    export(target, FIRST, releases=True)
    (target / ".htaccess").write_text("min")
    (target / "tom").mkdir()
    (target / "genväg").symlink_to("nyheter")

    export(target, SECOND)

    assert (target / ".htaccess").read_text() == "min"
    assert (target / "tom").is_dir()
    assert (target / "genväg").readlink() == Path("nyheter")


def test_what_others_altered_is_not_destroyed(target):
    export(target, FIRST, releases=True)
    (target / "nyheter/bad/index.html").unlink()
    (target / "nyheter/bad/index.html").write_text("min")
    shown = target.readlink()

    with pytest.raises(WouldDestroy):
        export(target, SECOND)

    assert target.readlink() == shown
    assert releases_of(target) == [int(shown.name)]


def test_a_way_back_is_a_release_too(target):
    export(target, FIRST, releases=True)
    before = tree(target)
    export(target, SECOND)

    with Output.open(target) as output:
        output.roll_back()

    assert tree(target) == before
    assert target.is_symlink()


def test_the_last_releases_are_kept_and_no_more(target):
    for number in range(KEPT_RELEASES + 3):
        export(target, {"index.html": f"hem {number}"}, releases=True)

    shown = int(target.readlink().name)
    assert len(releases_of(target)) == KEPT_RELEASES
    assert max(releases_of(target)) == shown


def test_a_moment_without_changes_needs_no_release(target):
    export(target, FIRST, releases=True)
    shown = target.readlink()

    export(target, FIRST, number=2)

    assert target.readlink() == shown
    with Output.open(target) as output:
        assert output.state == state(2)


def test_a_folder_becomes_releases_and_a_folder_again(target):
    export(target, FIRST)
    (target / "egen.txt").write_text("min")

    export(target, FIRST, releases=True)
    assert target.is_symlink()
    assert pages(target) == {**FIRST, "egen.txt": "min"}
    export(target, SECOND, releases=False)

    assert not target.is_symlink()
    assert pages(target) == {**SECOND, "egen.txt": "min"}
    with Output.open(target) as output:
        assert not output.rebuilt
    (target / "egen.txt").unlink()
    assert is_whole(target)


def is_whole(target):
    steps = verify_folder(target)
    while True:
        try:
            next(steps)
        except StopIteration as stopped:
            return stopped.value.is_whole


def test_a_release_that_is_gone_is_written_from_the_first(target):
    export(target, FIRST, releases=True)
    target.resolve().rename(target.parent / "elsewhere")

    export(target, SECOND)

    assert target.is_symlink()
    assert pages(target) == SECOND


def test_a_link_that_somebody_removed_takes_no_release_with_it(target):
    export(target, FIRST, releases=True)
    (target / "egen.txt").write_text("min")
    shown = target.resolve()
    target.unlink()

    export(target, SECOND)

    assert pages(target) == SECOND
    assert pages(shown) == {**FIRST, "egen.txt": "min"}


def test_a_release_is_verified_through_its_link(target):
    export(target, FIRST, releases=True)

    assert is_whole(target)


def test_a_system_without_links_says_so_and_nothing_is_written(target, monkeypatch):
    monkeypatch.setattr(releases.sys, "platform", "win32")

    with pytest.raises(NoReleases):
        export(target, FIRST, releases=True)

    monkeypatch.undo()
    assert list(target.parent.iterdir()) == []


def test_a_disk_without_links_says_so_and_nothing_is_written(target, monkeypatch):
    def refused(_path, _aim):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "symlink_to", refused)

    with pytest.raises(NoReleases):
        export(target, FIRST, releases=True)

    assert list(target.parent.iterdir()) == []
