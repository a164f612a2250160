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

    assert outcome.code == ExitCode.DONE
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
