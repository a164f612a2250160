"""How the website looks, and its notices, from the command line."""

import json

import pytest

from editor_app.command_line.exit_codes import ExitCode
from editor_app.desk.opening import open_desk


@pytest.fixture
def run(command, archive):
    open_desk(archive, create=True).close()
    return lambda *arguments: command(*arguments, "--archive", archive)


def test_what_is_printed_can_be_changed_and_set_again(run, tmp_path):
    settings = json.loads(run("site-settings").out)
    settings["appearance"]["accent"] = "#7a1f4b"
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(settings), encoding="utf-8")

    done = run("site-settings", "--set", str(file), "--by", "Ada")

    assert done.code == ExitCode.DONE
    assert json.loads(run("site-settings").out) == settings


def test_what_cannot_be_is_told_and_nothing_changes(run, tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"appearance": {"accent": "#ffff00"}}', encoding="utf-8")

    refused = run("site-settings", "--set", str(file), "--by", "Ada")

    assert refused.code == ExitCode.PREVENTED
    assert "#ffff00 is too pale" in refused.err
    assert json.loads(run("site-settings").out)["appearance"]["accent"] == "#0b5563"


def test_a_notice_is_added_before_the_others_and_all_are_cleared(run):
    run("notice", "--add", "Stängt i dag", "--by", "Ada")

    added = run("notice", "--add", "Koka vattnet", "--level", "crisis", "--english", "Boil it", "--by", "Ada")

    assert added.out.splitlines() == [
        "Crisis  Koka vattnet",
        "Information  Stängt i dag",
        "Readers see it when the site has been exported.",
    ]
    assert run("notice", "--clear", "--by", "Ada").out == "There are no notices.\n"


def test_a_broken_template_is_told_with_file_and_line(run, tmp_path):
    folder = tmp_path / "mallar"
    folder.mkdir()
    (folder / "front.html").write_text("\n{{ nobody }}")

    refused = run("export", "--out", tmp_path / "site", "--templates", folder, "--by", "Ada")

    assert refused.code == ExitCode.PREVENTED
    assert f"{folder / 'front.html'} has a mistake in line 2: 'nobody' is undefined." in refused.err
    assert not (tmp_path / "site").exists()
