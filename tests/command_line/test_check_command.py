"""An article checked by the editorial rules without a window."""

from contextlib import closing

import msgspec
import pytest

from editor_app.command_line.exit_codes import ExitCode
from editor_app.domain.document import Document, Figure, Span, Table, paragraph
from tests.blank_archives import new_desk
from tests.reachable import reachable


@pytest.fixture
def checked(command, archive):
    """Return a function that checks an article that lacks nothing, with certain words."""

    def check(*options, **words):
        with closing(new_desk(archive)) as desk:
            created = desk.create(by="Ada Ek")
            whole = {
                "title": "Bron öppnar",
                "lead": "Den är ny.",
                "category_id": desk.add_category("Bro").id,
                "contact_ids": reachable(desk),
            }
            article = msgspec.structs.replace(created.article, **(whole | words))
            desk.save(article, version=created.version, by="Ada Ek")
        return command("check", created.article.id, "--archive", archive, *options)

    return check


def test_findings_say_what_is_wrong_why_and_where(checked):
    outcome = checked(lead="Kom hit!!", body=Document((paragraph("Nu 10% fler."),)))

    assert outcome.code == ExitCode.WARNED
    assert outcome.out.splitlines() == [
        "Y12  Should be mended: One mark is enough – More marks say no more and look excited; keep one.",
        "     !! → !",
        "Y08  Should be mended: Put a space before %"
        " – In Swedish the sign stands apart from the number: 10 %.",
        "     % → \u00a0%",
    ]


def test_what_stands_in_the_way_of_approval_shows_in_the_exit_code(checked):
    assert checked(lead="Fråga XX om bron.").code == ExitCode.PREVENTED


def test_nothing_found_is_nothing_said(checked):
    outcome = checked()

    assert (outcome.code, outcome.out) == (ExitCode.DONE, "")


def test_a_finding_is_let_be_and_brought_back_by_its_rule_and_its_words(checked, command, archive):
    checked(lead="Kom nu!! Varför??")
    with closing(new_desk(archive)) as desk:
        id_ = desk.articles()[0].id
    where = ("--archive", archive, "--by", "Ada")

    let_be = command("dismiss-finding", id_, "y12", "--words", "??", "--reason", "Ett citat.", *where)
    left = command("check", id_, "--archive", archive, "--json").json
    noted = command("dismissals", id_, "--archive", archive, "--json").json
    again = command("dismiss-finding", id_, "Y12", "--words", "??", "--reason", "Ett citat.", *where)
    back = command("bring-back", id_, "Y12", *where)

    assert let_be.out.startswith("Y12  ??\n") and let_be.out.endswith("  Ada: Ett citat.\n")
    assert [one["words"] for one in left] == ["!!"]
    assert [(one["rule"], one["sentence"], one["reason"]) for one in noted] == [
        ("Y12", "Varför??", "Ett citat.")
    ]
    assert (again.code, again.err) == (
        ExitCode.PREVENTED,
        "Y12 has nothing to say of “??” in the article."
        " The commands check and dismissals list what there is.\n",
    )
    assert back.code == ExitCode.DONE
    assert len(command("check", id_, "--archive", archive, "--json").json) == 2


def test_json_has_the_place_the_words_and_the_fix(checked):
    table = Table((((Span("Tid"),), (Span("kl. 18:00"),)),), caption="Öppet!!")
    body = Document((Figure("0" * 64, alt="Bro!!", caption="Bron  i dag", credit="Åsa??"), table))

    found = checked("--json", hero=Figure("1" * 64, alt="Topp??", credit="Bo"), body=body).json

    assert {(one["rule"], one["place"]["field"], one["words"]) for one in found} == {
        ("Y12", "alt", "??"),
        ("Y12", "alt", "!!"),
        ("Y07", "caption", "  "),
        ("Y12", "credit", "??"),
        ("Y12", "caption", "!!"),
        ("Y10", "text", ":"),
    }
    time = next(one for one in found if one["rule"] == "Y10")
    assert time["place"]["cell"] == [0, 1]
    assert time["fix"] == {"text": "."}
    assert (time["severity"], time["is_safe"]) == ("hints", True)


SARIF_LEVELS = {"error", "warning", "note"}


def assert_is_sarif(log):
    """Hold what SARIF 2.1.0 asks of a log with one run: see its schema, sections 3.13 to 3.28 and 3.49."""
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in SARIF_LEVELS
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in SARIF_LEVELS
        assert result["message"]["text"]
        for location in result["locations"]:
            assert location["physicalLocation"]["artifactLocation"]["uri"]
    return run["results"]


def test_other_tools_get_sarif(checked):
    outcome = checked("--format", "sarif", lead="Kom hit!! Fråga XX.")

    results = assert_is_sarif(outcome.json)
    assert [(one["ruleId"], one["level"]) for one in results] == [("Y14", "error"), ("Y12", "warning")]
    assert results[1]["properties"] == {"words": "!!", "start": 7, "suggestion": "!"}
    assert results[1]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "lead"
    assert outcome.code == ExitCode.PREVENTED


DOCUMENT = "# Bron öppnar\n\n**Den nya bron öppnar i maj för alla.**\n\nDet kommer 10% fler. Fråga BMN!!\n"


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html"])
def test_a_document_is_checked_without_an_archive(command, tmp_path, suffix):
    file = tmp_path / f"bron{suffix}"
    lines = "".join(f"<p>{line}</p>" for line in DOCUMENT.split("\n\n"))
    file.write_text(f"<h1>Bron</h1>{lines}" if suffix == ".html" else DOCUMENT, encoding="utf-8")

    outcome = command("check", file, "--archive", tmp_path / "none.sqlite3", "--json")

    assert {"S13", "Y08", "Y12", "K06"} <= {one["rule"] for one in outcome.json}
    assert "S14" not in {one["rule"] for one in outcome.json}
    assert outcome.code == ExitCode.PREVENTED
    assert not (tmp_path / "none.sqlite3").exists()


def test_a_document_goes_by_the_words_of_a_folder(command, tmp_path):
    file = tmp_path / "bron.md"
    file.write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "acronyms.txt").write_text("BMN\n", encoding="utf-8")
    (tmp_path / "plainer.txt").write_text("fler mer\n", encoding="utf-8")

    outcome = command("check", file, "--words", tmp_path, "--format", "sarif")

    assert "K06" not in {one["ruleId"] for one in assert_is_sarif(outcome.json)}
    assert outcome.err == "plainer.txt:1: an equals sign with a space on each side is missing (fler mer)\n"


def test_other_tools_find_a_document_by_its_uri(command, tmp_path, monkeypatch):
    file = tmp_path / "Ny väg & bro.md"
    file.write_text(DOCUMENT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    absolute, relative = (command("check", one, "--format", "sarif").json for one in (file, file.name))

    assert uris(absolute) == {file.as_uri()}
    assert uris(relative) == {"Ny%20v%C3%A4g%20%26%20bro.md"}


def uris(log):
    places = [place["physicalLocation"] for one in assert_is_sarif(log) for place in one["locations"]]
    return {place["artifactLocation"]["uri"] for place in places}


def test_the_whole_archive_is_checked_with_how_often_each_rule_fires(checked, command, archive):
    checked(lead="Kom hit!!", title="Ett!!")
    checked(lead="Se 10% fler.")

    text = command("check", "--archive", archive)
    whole = command("check", "--archive", archive, "--json").json
    for_tools = command("check", "--archive", archive, "--format", "sarif").json

    assert "How often each rule fires, in 2 articles:\nY12       2  Should be mended: One mark" in text.out
    assert text.code == ExitCode.WARNED
    assert {(one["rule"], one["severity"], one["count"]) for one in whole["rules"]} == {
        ("Y12", "warns", 2),
        ("S03", "hints", 1),
        ("Y08", "warns", 1),
    }
    assert sorted(len(one["findings"]) for one in whole["articles"]) == [1, 3]
    assert len(assert_is_sarif(for_tools)) == 4


def test_the_newsroom_has_words_of_its_own_in_a_folder_it_names(checked, command, archive, tmp_path):
    (tmp_path / "rules.txt").write_text("bro = gångbro ; Den heter så.\n", encoding="utf-8")
    named = command("policy", "set", "--words-folder", tmp_path, "--by", "Ada", "--archive", archive)

    found = checked("--json", lead="Vår bro är klar.").json

    assert named.code == ExitCode.DONE
    assert [(one["rule"], one["message"], one["explanation"]) for one in found] == [
        ("M01", "Replace “bro” with “gångbro”", "Den heter så.")
    ]
