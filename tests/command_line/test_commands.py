"""Each command: what it prints, what it refuses, and that scripts can tell the two apart."""

import io
import json
import sys

import pytest

from editor_app.command_line.exit_codes import ExitCode
from editor_app.desk.archive_place import default_archive_path
from editor_app.domain.codec import SCHEMA, decode_document
from tests.command_line.conftest import PAGES, READY_PAGE


def test_import_prints_one_id_a_line_and_makes_the_archive(command, archive):
    taken = command("import", READY_PAGE, PAGES / "english_page.txt", "--archive", archive)

    assert taken.code == ExitCode.DONE
    assert taken.err == ""
    listed = command("list", "--archive", archive, "--json").json
    assert sorted(taken.out.split()) == sorted(article["id"] for article in listed)


def test_import_as_json_names_files_titles_and_notes(command, archive):
    taken = command("import", READY_PAGE, "--json", "--archive", archive)

    [article] = taken.json
    assert article["file"] == str(READY_PAGE)
    assert article["title"] == "Ny lekplats öppnar i Björklunda i maj"
    assert article["kind"] == "nyhet"
    assert any("Uppleva och göra" in note for note in article["notes"])


def test_import_goes_on_after_a_file_that_fails(command, archive, tmp_path):
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    empty = tmp_path / "empty.txt"
    empty.write_text("\n")

    taken = command(
        "import", picture, empty, tmp_path / "none.txt", READY_PAGE, "--archive", archive, "--json"
    )

    assert taken.code == ExitCode.PREVENTED
    assert [article["file"] for article in taken.json] == [str(READY_PAGE)]
    complaints = taken.err.splitlines()
    assert len(complaints) == 3
    for file, complaint in zip((picture, empty, tmp_path / "none.txt"), complaints, strict=True):
        assert complaint.count(str(file)) == 1


def test_import_reads_standard_input(command, archive, monkeypatch):
    page = io.TextIOWrapper(io.BytesIO("Våra nya träd\n\nDe är ekar och lönnar.\n".encode("windows-1252")))
    monkeypatch.setattr(sys, "stdin", page)

    taken = command("import", "-", "--archive", archive, "--json")

    assert [article["title"] for article in taken.json] == ["Våra nya träd"]


def test_a_name_for_import_is_kept_and_has_a_default(command, archive, article_id):
    other = command("import", READY_PAGE, "--archive", archive).out.strip()

    by = {
        id_: command("show", id_, "--archive", archive, "--json").json["updated_by"]
        for id_ in (article_id, other)
    }

    assert by[article_id] == "Ada Lind"
    assert by[other]


def test_show_as_json_is_the_whole_article(command, archive, article_id):
    shown = command("show", article_id, "--archive", archive, "--json").json

    assert shown["id"] == article_id
    assert shown["kind"] == "nyhet"
    assert shown["lead"].startswith("Den 18 maj öppnar")
    assert shown["category"]["name"] == "Uppleva och göra"
    assert shown["contacts"][0]["emails"] == ["karin.ekdahl@vallmora.example"]
    assert shown["publish_at"].startswith("2024-05-05T22:00")
    assert (shown["state"], shown["version"], shown["live"]) == ("draft", 1, None)
    assert shown["body"]["schema"] == SCHEMA
    assert len(decode_document(json.dumps(shown["body"]).encode()).blocks) == 7
    assert [block["type"] for block in shown["body"]["blocks"]] == [
        "paragraph",
        "quote",
        "heading",
        "paragraph",
        "fact_title",
        "paragraph",
        "paragraph",
    ]
    assert "Andra har även läst" in shown["internal_note"]


def test_show_for_people_reads_as_the_article_does(command, archive, article_id):
    shown = command("show", article_id, "--archive", archive).out

    assert shown.startswith(
        "Ny lekplats öppnar i Björklunda i maj\n\nDraft · Not published · News · Uppleva och göra\n"
    )
    assert "\n– Det roligaste är att barnen" in shown
    assert "\n## Fakta om lekplatsen\n" in shown
    assert "\n070-174 06 11\n" in shown


def test_list_has_a_line_for_each_article(command, archive, article_id):
    command("import", PAGES / "english_page.txt", "--archive", archive)

    lines = command("list", "--archive", archive).out.splitlines()

    assert [line.rsplit("  ", 1)[1] for line in lines] == [
        "New bus stop by the library",
        "Ny lekplats öppnar i Björklunda i maj",
    ]
    assert lines[1].startswith(f"{article_id}  Draft")


def test_the_beginning_of_an_id_is_enough(command, archive, article_id):
    assert command("show", article_id[:6], "--archive", archive, "--json").json["id"] == article_id
    assert command("show", article_id[:8].upper(), "--archive", archive, "--json").json["id"] == article_id


def test_too_little_of_an_id_is_refused(command, archive, article_id):
    refused = command("show", article_id[:5], "--archive", archive)

    assert refused.code == ExitCode.PREVENTED
    assert "at least 6 characters" in refused.err


def test_an_id_that_is_not_there_is_named(command, archive, article_id):
    refused = command("show", "ffffffff-0000", "--archive", archive)

    assert refused.code == ExitCode.PREVENTED
    assert "ffffffff-0000" in refused.err
    assert refused.out == ""


def test_the_beginning_of_several_ids_is_refused_with_all_of_them(command, archive, monkeypatch):
    ids = iter(["aaaaaaaa-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000002"])
    real = "editor_app.desk.taking_in.new_id"
    from editor_app.domain.article import new_id

    monkeypatch.setattr(real, lambda: next(ids, None) or new_id())
    bare = PAGES / "bare_paragraphs.txt"
    command("import", bare, bare, "--archive", archive)

    refused = command("show", "aaaaaaaa", "--archive", archive)

    assert refused.code == ExitCode.PREVENTED
    assert "000000000001" in refused.err and "000000000002" in refused.err


def test_an_article_goes_through_approval_to_the_website(command, archive, article_id, tmp_path):
    site = tmp_path / "site"

    assert command("submit", article_id, "--by", "Ada Lind", "--archive", archive).code == ExitCode.DONE
    assert command("approve", article_id, "--by", "Bo Ek", "--archive", archive).code == ExitCode.DONE
    exported = command("export", "--out", site, "--archive", archive, "--json")

    assert exported.json["target"] == str(site)
    assert "index.html" in exported.json["added"]
    page = (site / "nyheter" / "ny-lekplats-oppnar-i-bjorklunda-i-maj" / "index.html").read_text(
        encoding="utf-8"
    )
    assert "karin.ekdahl@vallmora.example" in page
    shown = command("show", article_id, "--archive", archive, "--json").json
    assert (shown["state"], shown["live"]["approved_by"]) == ("approved", "Bo Ek")


def test_export_for_people_counts_pages_and_files(command, archive, article_id, tmp_path):
    exported = command("export", "--out", tmp_path / "site", "--archive", archive)

    assert exported.code == ExitCode.DONE
    assert f"pages in {tmp_path / 'site'}." in exported.out


def test_nobody_approves_their_own_text(command, archive, article_id):
    command("submit", article_id, "--by", "Ada Lind", "--archive", archive)

    refused = command("approve", article_id, "--by", "ada  lind", "--archive", archive)

    assert refused.code == ExitCode.PREVENTED
    assert "cannot approve it" in refused.err
    assert command("show", article_id, "--archive", archive, "--json").json["state"] == "in_review"


def test_a_draft_that_was_not_submitted_cannot_be_approved(command, archive, article_id):
    refused = command("approve", article_id, "--by", "Bo Ek", "--archive", archive)

    assert (refused.code, refused.out) == (ExitCode.PREVENTED, "")
    assert "submit it first" in refused.err


def test_what_is_missing_stands_in_the_way_of_submission(command, archive):
    bare = command("import", PAGES / "bare_paragraphs.txt", "--archive", archive).out.strip()

    refused = command("submit", bare, "--by", "Ada Lind", "--archive", archive)

    assert refused.code == ExitCode.PREVENTED
    assert refused.err.strip()
    assert command("show", bare, "--archive", archive, "--json").json["state"] == "draft"


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", "abcdef"),
        ("submit", "abcdef", "--by", "Ada"),
        ("approve", "abcdef", "--by", "Ada"),
        ("history", "abcdef"),
        ("compare", "abcdef", "1", "now"),
        ("restore", "abcdef", "1", "--by", "Ada"),
        ("save-version", "abcdef", "--name", "Utkast", "--by", "Ada"),
        ("export", "--out", "site"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_missing_archive_is_said_and_not_made(command, tmp_path, arguments):
    missing = tmp_path / "missing.sqlite3"

    refused = command("--archive", missing, *arguments)

    assert refused.code == ExitCode.PREVENTED
    assert str(missing) in refused.err
    assert not missing.exists()


def test_the_archive_may_stand_before_or_after_the_command(command, archive, article_id):
    before = command("--archive", archive, "list", "--json").json
    after = command("list", "--json", "--archive", archive).json

    assert [article["id"] for article in before] == [article_id]
    assert before == after


def test_without_an_archive_the_one_in_the_data_folder_is_used(command):
    article_id = command("import", READY_PAGE).out.strip()

    assert default_archive_path().is_file()
    assert command("show", article_id, "--json").json["id"] == article_id


def test_a_file_that_is_no_archive_is_refused_and_left_alone(command, archive):
    archive.write_text("not a database", encoding="utf-8")

    refused = command("import", READY_PAGE, "--archive", archive)

    assert refused.code == ExitCode.PREVENTED
    assert str(archive) in refused.err
    assert archive.read_text(encoding="utf-8") == "not a database"


def test_an_export_does_not_touch_a_folder_that_is_somebody_elses(command, archive, article_id, tmp_path):
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("Hej!", encoding="utf-8")

    refused = command("export", "--out", theirs, "--archive", archive)

    assert refused.code == ExitCode.PREVENTED
    assert [file.name for file in theirs.iterdir()] == ["letter.txt"]


def test_an_article_is_written_for_word_and_taken_in_from_there(command, archive, tmp_path):
    article_id = command("--archive", archive, "import", READY_PAGE).out.strip()
    target = tmp_path / "artikel.docx"

    written = command("--archive", archive, "word", article_id, "--out", target)
    again = command("--archive", archive, "import", "--json", target)

    assert written.out.strip() == str(target)
    shown = [
        command("--archive", archive, "show", one, "--json").json for one in (article_id, again.json[0]["id"])
    ]
    assert shown[0]["body"] == shown[1]["body"]
    assert shown[0]["title"] == shown[1]["title"] != ""
