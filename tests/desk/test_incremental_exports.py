"""The promise that an export of what changed gives what an export of everything gives, byte for byte."""

import shutil

import pytest

from editor_app.desk.opening import open_desk
from editor_app.site import paging
from editor_app.site.planning import planner
from tests.check_site.machine_read import check_machine_read
from tests.desk.newsroom_acts import Newsroom, StandingClock


def tree(folder):
    """Return the files of a site but the one that says when it was made."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "pressklar.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def newsroom(request, desk, image, archive_path):
    desk.close()
    clock = StandingClock()
    made = open_desk(archive_path, clock=clock)
    yield Newsroom(made, clock, request.param, (image,))
    made.close()


@pytest.mark.parametrize("newsroom", range(8), indirect=True)
def test_whatever_is_done_the_site_is_what_it_would_be_if_it_were_made_anew(newsroom, tmp_path, monkeypatch):
    # Lists of a few articles already have several pages.
    for module in (paging, planner):
        monkeypatch.setattr(module, "PAGE_LENGTH", 2)
    for number in range(8):
        for _act in range(newsroom.chance.choice((1, 2, 6))):
            newsroom.act()
        fresh = tmp_path / f"fresh-{number}"
        newsroom.desk.export(tmp_path / "site", by="Ada")
        newsroom.desk.export(fresh, by="Ada")

        old, new = tree(tmp_path / "site"), tree(fresh)
        assert {path for path in {*old, *new} if old.get(path) != new.get(path)} == set(), newsroom.done
        shutil.rmtree(fresh)


@pytest.mark.parametrize("newsroom", (20, 21, 22), indirect=True)
def test_whatever_is_done_what_other_programs_read_of_the_site_is_valid(newsroom, tmp_path):
    for _act in range(30):
        newsroom.act()

    newsroom.desk.export(tmp_path / "site", by="Ada")

    verdicts = check_machine_read(tmp_path / "site")
    assert [verdict for verdict in verdicts if not verdict.passed] == []
    assert {"feeds", "json-ld", "hreflang"} <= {verdict.check for verdict in verdicts}
