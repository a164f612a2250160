"""The website by command: verified in its folder, and switched as whole releases."""

import sys
from contextlib import closing, suppress

import pytest
from msgspec.structs import replace

from editor_app.command_line.exit_codes import ExitCode
from editor_app.desk.opening import open_desk
from editor_app.site.output import switching
from tests.command_line.conftest import READY_PAGE


@pytest.fixture
def site(command, archive, tmp_path):
    article_id = command("import", READY_PAGE, "--by", "Ada", "--archive", archive).out.strip()
    command("submit", article_id, "--by", "Ada", "--archive", archive)
    command("approve", article_id, "--by", "Bo", "--archive", archive)
    command("export", "--out", tmp_path / "site", "--archive", archive)
    return tmp_path / "site"


def test_a_website_that_nobody_touched_is_verified_without_an_archive(command, site, tmp_path):
    verified = command("verify", site, "--archive", tmp_path / "none")

    assert verified.code == ExitCode.DONE
    assert "The website is as it was written" in verified.out
    assert command("verify", site, "--json", "--archive", tmp_path / "none").json["is_whole"]


def test_what_others_did_to_a_website_ends_in_a_code_that_scripts_notice(command, site):
    (site / "index.html").write_text("min")
    (site / "404.html").unlink()
    (site / "egen.txt").write_text("min")

    verified = command("verify", site)

    assert verified.code == ExitCode.PREVENTED
    assert verified.out.splitlines() == [
        "The website is not as it was written, in 3 places:",
        "  404.html is missing.",
        "  egen.txt was put there by somebody else.",
        "  index.html was altered.",
    ]
    assert [one["kind"] for one in command("verify", site, "--json").json["findings"]] == [
        "missing",
        "added",
        "altered",
    ]


def test_a_folder_that_is_no_website_is_told(command, tmp_path):
    verified = command("verify", tmp_path)

    assert verified.code == ExitCode.PREVENTED
    assert "pressklar.json, which tells what was written there, is missing or damaged." in verified.out


@pytest.mark.skipif(sys.platform == "win32", reason="links need leave there")
def test_a_website_becomes_releases_behind_a_link_and_a_folder_again(command, archive, site):
    before = (site / "index.html").read_bytes()

    command("export", "--out", site, "--releases", "--archive", archive)
    assert site.is_symlink()
    assert command("verify", site).code == ExitCode.DONE
    command("export", "--out", site, "--archive", archive)
    assert site.is_symlink()
    command("export", "--out", site, "--no-releases", "--archive", archive)

    assert not site.is_symlink()
    assert (site / "index.html").read_bytes() == before


def test_a_command_tells_that_it_finished_an_export_that_was_cut_off(command, archive, site, monkeypatch):
    class Killed(BaseException):
        """Stands for the end of the process."""

    def die(_old, _new):
        raise Killed

    command("notice", "--add", "Badet är stängt.", "--by", "Ada", "--archive", archive)
    with monkeypatch.context() as patch, suppress(Killed):
        patch.setattr(switching, "move_over", die)
        command("export", "--out", site, "--archive", archive)
    told = command("list", "--json", "--archive", archive)

    assert told.err == f"The export to {site} that was cut off has been finished.\n"
    assert len(told.json) == 1
    assert "Badet är stängt." in (site / "index.html").read_text()
    assert command("list", "--archive", archive).err == ""


def test_a_plan_names_the_pages_whose_links_would_lead_nowhere(command, archive, site):
    ids = [one["id"] for one in command("list", "--json", "--archive", archive).json]
    with closing(open_desk(archive)) as desk:
        draft = desk.create(by="Ada")
        chosen = replace(desk.open(ids[0]).article, id=draft.article.id, slug="", title="Mer om det")
        desk.save(replace(chosen, related_ids=(ids[0],)), version=draft.version, by="Ada")
    command("submit", draft.article.id, "--by", "Ada", "--archive", archive)
    command("approve", draft.article.id, "--by", "Bo", "--archive", archive)
    command("withdraw", ids[0], "--reason", "wrong", "--by", "Ada", "--archive", archive)

    planned = command("export", "--dry-run", "--out", site, "--archive", archive)

    assert "1 link leads to an article that is not on the website, and is left out:" in planned.out
    assert f"  {draft.article.id}  “Mer om det” leads to “" in planned.out
    assert "Or publish the articles that they lead to." in planned.out.splitlines()[-1]


def test_the_way_to_replace_work_of_others_is_named(command, archive, site):
    (site / "om" / "index.html").write_text("min")
    command("notice", "--add", "Badet är stängt.", "--by", "Ada", "--archive", archive)

    refused = command("export", "--out", site, "--archive", archive)

    assert refused.code == ExitCode.PREVENTED
    assert refused.err.endswith("or replace them with --overwrite: they are kept.\n")
