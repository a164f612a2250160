"""Contacts and categories from the command line."""

import json

import pytest

from editor_app.command_line.exit_codes import ExitCode
from editor_app.desk.opening import open_desk
from tests.blank_archives import new_desk
from tests.cards import card


@pytest.fixture
def eva(archive):
    desk = new_desk(archive)
    contact = desk.save_contact(card("", "Eva Nord", "Rektor", phone="08-465 004 02"))
    desk.close()
    return contact


@pytest.fixture
def run(command, archive):
    return lambda *arguments: command(*arguments, "--archive", archive)


def test_contacts_are_listed_with_where_they_are_used(run, eva):
    done = run("contacts", "list")

    assert done.code == ExitCode.DONE
    assert done.out == f"{eva.id}  Eva Nord · Rektor · 08-465 004 02 · not used\n"


def test_a_file_is_looked_at_before_it_is_taken_in(run, eva, tmp_path):
    file = tmp_path / "kontakter.csv"
    file.write_text("Namn;Roll;Färg\nEva Nord;Chef;röd\nBo Ek;Press;\n;Chef;\n", encoding="cp1252")

    looked = run("contacts", "import", str(file), "--look")
    listed = run("contacts", "list", "--json")
    done = run("contacts", "import", str(file), "--by", "Ada")
    after = run("contacts", "list", "--json")

    assert looked.out == done.out
    assert looked.out.splitlines() == [
        "Column “Namn”: name",
        "Column “Roll”: role",
        "Column “Färg”: not used",
        "Line 2: Changes the card that is there. Eva Nord, Chef",
        "Line 3: New. Bo Ek, Press",
        "Line 4: Skipped: has no name. Chef",
        "No article and no page changes.",
    ]
    assert [(one["name"], one["roles"]) for one in json.loads(listed.out)] == [("Eva Nord", ["Rektor"])]
    assert [(one["name"], one["roles"]) for one in json.loads(after.out)] == [
        ("Bo Ek", ["Press"]),
        ("Eva Nord", ["Chef"]),
    ]


def test_a_file_that_cannot_be_read_is_told_with_its_line(run, eva, tmp_path):
    file = tmp_path / "kontakter.csv"
    file.write_text("Färg;Form\nröd;rund\n", encoding="utf-8")

    done = run("contacts", "import", str(file), "--by", "Ada")

    assert done.code == ExitCode.PREVENTED
    assert f"Line 1 of {file} has no heading for names: Färg, Form." in done.err


def test_contacts_are_written_out_as_vcards(run, eva, tmp_path):
    target = tmp_path / "kontakter.vcf"

    done = run("contacts", "export", "--out", str(target))

    assert done.out == f"{target}\n"
    assert "FN:Eva Nord\r\n" in target.read_bytes().decode()


def test_categories_are_renamed_retired_and_merged(run, eva, archive):
    desk = open_desk(archive)
    desk.add_category("Trafik")
    roads = desk.add_category("Gator")
    desk.close()

    looked = run("categories", "rename", "trafik", "Resor", "--look")
    renamed = run("categories", "rename", "Trafik", "Resor", "--by", "Ada")
    retired = run("categories", "retire", "Resor", "--by", "Ada")
    listed = run("categories", "list")
    merged = run("categories", "merge", "Resor", "--into", roads.id[:8], "--by", "Ada", "--json")

    moved = (
        "The page /amnen/trafik/ moves to /amnen/resor/ with the next export. The old address leads there.\n"
    )
    assert looked.out == renamed.out == moved
    assert retired.out == "No article and no page changes.\n"
    assert [line.split("  ")[1] for line in listed.out.splitlines()] == [
        "Gator · gator · not used",
        "Resor · resor · not used · retired",
    ]
    assert json.loads(merged.out)["moved"] == [
        {"old": "amnen/resor/index.html", "new": "amnen/gator/index.html"}
    ]


@pytest.mark.parametrize("given", ["Ingen", "ab"])
def test_a_card_that_is_not_there_is_told(run, eva, given):
    done = run("contacts", "retire", given, "--by", "Ada")

    assert done.code == ExitCode.PREVENTED
    assert done.err == f"There is no card {given}. The act list shows all cards with their ids.\n"


def test_who_does_it_is_asked_for(run, eva):
    assert run("contacts", "delete", "Eva Nord").code == ExitCode.MISUSED


def test_what_is_wrong_with_a_command_is_said_in_swedish_too(run, eva):
    neither = run("contacts", "import", "kontakter.csv", "--language", "sv")
    missing = run("contacts", "retire", "Ingen", "--by", "Ada", "--language", "sv")

    assert "en av flaggorna --by --look måste anges" in neither.err
    assert missing.err == "Det finns inget kort Ingen. Åtgärden list visar alla kort med deras id.\n"
