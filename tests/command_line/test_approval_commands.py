"""An article through its whole workflow without a window."""

import pytest

from editor_app.command_line.exit_codes import ExitCode
from tests.command_line.conftest import READY_PAGE


@pytest.fixture
def act(command, archive, article_id):
    """Return a function that does something to the article in somebody's name."""

    def do(name, *options, by="Ada Lind"):
        return command(name, article_id, *options, "--by", by, "--archive", archive)

    return do


@pytest.fixture
def shown(command, archive, article_id):
    return lambda: command("show", article_id, "--archive", archive, "--json").json


def test_what_was_submitted_is_taken_back(act, shown):
    act("submit")

    assert act("take-back").code == ExitCode.DONE
    assert shown()["state"] == "draft"


def test_what_was_submitted_goes_back_with_a_comment(act, shown):
    act("submit")

    returned = act("return", "--comment", "Vem bygger?", by="Bo Ek")

    assert returned.code == ExitCode.DONE
    assert "your comment is kept" in returned.out
    assert shown()["state"] == "draft"


def test_an_approval_is_forced_for_a_reason(command, archive, act, shown):
    act("submit")
    assert act("approve").code == ExitCode.PREVENTED

    forced = act("approve", "--force-because", "Ingen annan i tjänst")

    assert forced.code == ExitCode.DONE
    assert shown()["approval"]["forced_reason"] == "Ingen annan i tjänst"
    policy = command("policy", "--archive", archive)
    assert "1 forced approval this year" in policy.out
    assert "Ada Lind" in policy.out and "Ingen annan i tjänst" in policy.out
    for_people = command("show", shown()["id"], "--archive", archive).out
    assert "Forced approval: Ingen annan i tjänst" in for_people


def test_the_only_versions_that_show_names_are_those_of_the_history(command, archive, act, article_id):
    act("submit")
    act("take-back")
    act("submit")
    act("approve", by="Bo Ek")

    for_people = command("show", article_id, "--archive", archive).out

    [newest, *_] = command("history", article_id, "--archive", archive, "--json").json
    named = [line.split()[1] for line in for_people.splitlines() if line.startswith("Version ")]
    assert named == [str(newest["number"])] * 2
    assert "Saved " in for_people


def test_what_is_approved_waits_where_the_policy_says_so(command, archive, act, shown):
    changed = command(
        "policy", "set", "--publish", "separately", "--by", "Ada Lind", "--archive", archive, "--json"
    )
    act("submit")
    approved = act("approve", by="Bo Ek")
    waiting = shown()["live"]
    published = act("publish", by="Bo Ek")

    assert changed.json["publishes_on_approval"] is False
    assert changed.json["approvers"] == "four_eyes"
    assert "waits to be published" in approved.out
    assert waiting is None
    assert published.code == ExitCode.DONE
    assert shown()["live"]["published_by"] == "Bo Ek"


def test_one_person_is_enough_where_the_policy_says_so(command, archive, act):
    command("policy", "set", "--approvers", "one_person", "--by", "Ada Lind", "--archive", archive)
    act("submit")

    assert act("approve").code == ExitCode.DONE
    assert "--approvers one_person --publish with_approval" in command("policy", "--archive", archive).out


def test_a_published_article_is_withdrawn_in_favour_of_another(command, archive, act, article_id, shown):
    other = command("import", READY_PAGE, "--archive", archive).out.strip()
    act("submit")
    act("approve", by="Bo Ek")

    withdrawn = act("withdraw", "--reason", "merged", "--words", "Se den nya.", "--instead", other, by="Cy")

    assert withdrawn.code == ExitCode.DONE
    assert shown()["withdrawal"]["replacement_id"] == other
    for_people = command("show", article_id, "--archive", archive).out
    assert "Withdrawn" in for_people and "by Cy: Merged with another article" in for_people
    assert "Se den nya." in for_people


def test_what_a_withdrawal_lacks_is_said(act, shown):
    act("submit")
    act("approve", by="Bo Ek")

    refused = act("withdraw", "--reason", "other")

    assert refused.code == ExitCode.PREVENTED
    assert refused.err.startswith("The reason is missing.")
    assert shown()["live"] is not None


def test_a_published_article_is_corrected(command, archive, act, article_id, shown):
    act("submit")
    act("approve", by="Bo Ek")

    corrected = act("correct", "--words", "Lekplatsen öppnar i juni.")

    assert corrected.code == ExitCode.DONE
    assert shown()["state"] == "draft"
    assert [one["words"] for one in shown()["corrections"]] == ["Lekplatsen öppnar i juni."]
    assert "Lekplatsen öppnar i juni." in command("show", article_id, "--archive", archive).out


def test_a_comment_of_no_words_is_asked_for_as_a_text(act):
    act("submit")

    refused = act("return", "--comment", "  ", by="Bo Ek")

    assert refused.code == ExitCode.MISUSED
    assert "a text is needed" in refused.err


def test_a_comment_goes_beside_the_words_it_is_about(command, archive, act, article_id):
    act("submit")
    words = "lekplats öppnar i Björklunda"

    gone = act("return", "--comment", "När?", "--passage", "Ingenting sådant står där.", by="Bo Ek")
    returned = act("return", "--comment", "Vilken dag?", "--passage", words, by="Bo Ek")

    assert (gone.code, returned.code) == (ExitCode.PREVENTED, ExitCode.DONE)
    (comment,) = command("comments", article_id, "--archive", archive, "--json").json
    assert comment["passage"] == words


def test_no_forced_approval_is_said_in_words(command, archive, article_id):
    assert "No forced approval this year" in command("policy", "--archive", archive).out


def test_what_is_withdrawn_already_says_so(act):
    act("submit")
    act("approve", by="Bo Ek")
    act("withdraw", "--reason", "wrong", by="Bo Ek")

    again = act("withdraw", "--reason", "wrong", by="Bo Ek")

    assert again.code == ExitCode.PREVENTED
    assert "It is withdrawn already" in again.err


def test_a_replacement_that_is_not_on_the_website_is_told(command, archive, act, tmp_path):
    act("submit")
    act("approve", by="Bo Ek")

    (tmp_path / "annan.md").write_text("# Den nya bron\n\nBron har öppnat.\n", encoding="utf-8")
    other = command("import", tmp_path / "annan.md", "--archive", archive, "--by", "Ada Lind").out.strip()

    done = act("withdraw", "--reason", "merged", "--instead", other, by="Bo Ek")

    assert done.code == ExitCode.DONE
    assert "is not on the website" in done.err


def test_the_rules_of_time_and_of_quotes_are_set_by_kind_and_shown(command, archive):
    command(
        *("policy", "set", "--quotes", "approved", "--take-down", "nyhet=0", "--take-down", "information=12"),
        *("--keep", "nyhet=5", "--by", "Bo Ek", "--archive", archive),
    )

    shown = command("policy", "--archive", archive).out.splitlines()
    rules = command("policy", "--archive", archive, "--json").json
    assert shown[:3] == [
        "--approvers four_eyes --publish with_approval --quotes approved",
        "--take-down information=12",
        "--keep nyhet=5",
    ]
    assert (rules["take_down_months"], rules["retention"]["nyhet"]["years"]) == ({"information": 12}, 5)


@pytest.mark.parametrize("word", ["nyhet", "nyhet=", "nyhet=-1", "bok=3", "nyhet=1.5", "nyhet=99999"])
def test_what_is_no_kind_with_a_number_is_not_understood(command, archive, word):
    refused = command("policy", "set", "--keep", word, "--archive", archive)

    assert refused.code == ExitCode.MISUSED
    assert "as in nyhet=6" in refused.err
