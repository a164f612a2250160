"""Articles for another system by command."""

import json
from xml.etree import ElementTree

import pytest

from editor_app.command_line.exit_codes import ExitCode


@pytest.fixture
def approved_id(command, archive, article_id):
    command("submit", article_id, "--by", "Ada Lind", "--archive", archive)
    assert command("approve", article_id, "--by", "Bo Ek", "--archive", archive).code == ExitCode.DONE
    return article_id


def test_the_files_of_an_article_are_written_and_the_version_is_told(command, archive, approved_id, tmp_path):
    done = command("handover", approved_id[:8], "--out", tmp_path / "kit", "--archive", archive)
    again = command("handover", approved_id, "--out", tmp_path / "kit", "--archive", archive)

    assert done.code == ExitCode.DONE
    assert "Version 1, published, approved by Bo Ek" in done.out
    assert "<script" not in (tmp_path / "kit" / "brodtext.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "kit" / "metadata.json").read_bytes())["article_id"] == approved_id
    assert again.code == ExitCode.PREVENTED
    assert "Choose a new or an empty folder." in again.err


@pytest.mark.parametrize("field", ["title", "lead", "body", "contacts", "images", "metadata"])
def test_one_field_is_printed_alone(command, archive, approved_id, field):
    shown = command("show", approved_id, "--json", "--archive", archive).json

    printed = command("handover", approved_id, "--field", field, "--archive", archive)

    assert printed.code == ExitCode.DONE
    assert "Version 1" in printed.err and "Version 1" not in printed.out
    if field == "title":
        assert printed.out == shown["title"] + "\n"
    if field == "body":
        assert printed.out.startswith("<")
    if field == "metadata":
        assert printed.json["title"] == shown["title"]


def test_what_is_not_approved_is_refused_with_the_next_step(command, archive, article_id):
    refused = command("handover", article_id, "--field", "body", "--archive", archive)

    assert refused.code == ExitCode.PREVENTED
    assert "Nothing of the article is approved yet" in refused.err
    assert refused.out == ""


def test_a_file_for_wordpress_has_what_the_filter_asks_for(command, archive, approved_id, tmp_path):
    everything = command("wxr", "--out", tmp_path / "all.xml", "--archive", archive)
    nothing = command("wxr", "type:crisis", "--out", tmp_path / "none.xml", "--archive", archive)

    assert everything.code == nothing.code == ExitCode.DONE
    assert "1 article is in" in everything.out and "0 articles are in" in nothing.out
    assert len(ElementTree.parse(tmp_path / "all.xml").findall("channel/item")) == 1
    assert ElementTree.parse(tmp_path / "none.xml").findall("channel/item") == []
