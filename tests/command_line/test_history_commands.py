"""An article's versions without a window: listed, compared, kept and restored."""

from contextlib import closing

import msgspec
import pytest

from editor_app.command_line.exit_codes import ExitCode
from editor_app.desk.opening import open_desk
from editor_app.domain.article import Article, Contact
from editor_app.domain.document import Document, Figure, Heading, ListItem, Paragraph, Span, Strong, Table
from editor_app.domain.document import paragraph as words
from tests.blank_archives import new_desk
from tests.cards import card
from tests.command_line.conftest import READY_PAGE

SAME = tuple(words(f"Stycke nummer {number} är sig likt.") for number in range(5))
TIMES = Table(rows=(((Span("Dag"),), (Span("Tid"),)), ((Span("Lördag"),), (Span("10–12"),))))


@pytest.fixture
def article_id(archive) -> str:
    """An article with a version called Till nämnden, changed since."""
    with closing(new_desk(archive)) as desk:
        created = desk.create(by="Ada Lind")
        body = Document(
            (words("Bron öppnar den 4 maj."), *SAME, ListItem(spans=(Span("Ta med hjälm"),)), TIMES)
        )
        first = msgspec.structs.replace(created.article, title="Bron öppnar", body=body)
        stored = desk.save(first, version=created.version, by="Ada Lind")
        desk.save_version(first.id, version=stored.version, by="Ada Lind", name="Till nämnden")
        contact = desk.save_contact(card("", "Eva Nord", phone="08-465 004 02"))
        desk.save(_changed(first, contact), version=stored.version, by="Bo Ek")
    return first.id


def _changed(article: Article, contact: Contact) -> Article:
    table = Table(rows=(TIMES.rows[0], ((Span("Lördag"),), (Span("10–14"),))))
    body = Document(
        (
            Heading(level=2, spans=(Span("Bron öppnar den 11 maj."),)),
            *SAME,
            ListItem(spans=(Span("Ta", (Strong(),)), Span(" med hjälm"))),
            table,
        )
    )
    return msgspec.structs.replace(article, body=body, contact_ids=(contact.id,))


def test_history_has_a_line_for_each_version_the_newest_first(command, archive, article_id):
    command("save-version", article_id, "--name", "Efter samrådet", "--by", "Bo Ek", "--archive", archive)

    lines = command("history", article_id, "--archive", archive).out.splitlines()

    assert [line.split("  ")[0] for line in lines] == ["2", "1"]
    assert lines[0].endswith("  Efter samrådet · Bo Ek")
    assert lines[1].endswith("  Till nämnden · Ada Lind")


def test_history_as_json_tells_who_approved(command, archive):
    article_id = command("import", READY_PAGE, "--archive", archive, "--by", "Ada Lind").out.strip()
    command("submit", article_id, "--by", "Ada Lind", "--archive", archive)
    command("approve", article_id, "--by", "Bo Ek", "--archive", archive)

    [version] = command("history", article_id, "--archive", archive, "--json").json
    line = command("history", article_id, "--archive", archive).out

    assert (version["number"], version["occasion"], version["is_live"]) == (1, "submitted", True)
    assert [approval["by"] for approval in version["approvals"]] == ["Bo Ek"]
    assert version["approvals"][0]["at"] >= version["created_at"]
    assert "Submitted for approval · Ada Lind · approved 2" in line
    assert line.rstrip().endswith("by Bo Ek · live")


def test_history_of_an_article_without_versions_is_empty(command, archive):
    article_id = command("import", READY_PAGE, "--archive", archive).out.strip()

    listed = command("history", article_id, "--archive", archive)

    assert (listed.code, listed.out) == (ExitCode.DONE, "")
    assert command("history", article_id, "--archive", archive, "--json").json == []


def test_compare_marks_words_and_begins_with_the_details(command, archive, article_id):
    compared = command("compare", article_id, "1", "now", "--archive", archive)

    assert compared.code == ExitCode.DONE
    assert compared.out == (
        "2 words added, 2 removed\n"
        "\n"
        "Contacts: {+Eva Nord, 08-465 004 02+}\n"
        "\n"
        "Bron öppnar\n"
        "\n"
        "## Bron öppnar den [-4-]{+11+} maj.\n"
        "(Paragraph became Heading 2)\n"
        "\n"
        "Stycke nummer 0 är sig likt.\n"
        "\n"
        "… 3 unchanged paragraphs …\n"
        "\n"
        "Stycke nummer 4 är sig likt.\n"
        "\n"
        "• Ta med hjälm\n"
        "(“Ta”: now bold)\n"
        "\n"
        "Dag | Tid\n"
        "Lördag | 10–[-12-]{+14+}\n"
    )


def test_compare_goes_the_way_that_is_asked_for(command, archive, article_id):
    there = command("compare", article_id, "1", "now", "--archive", archive, "--json").json
    back = command("compare", article_id, "now", "1", "--archive", archive, "--json").json

    assert (there["words_added"], there["words_removed"]) == (2, 2)
    assert [run["text"] for run in there["blocks"][0]["runs"] if run["status"] == "added"] == ["11"]
    assert [run["text"] for run in back["blocks"][0]["runs"] if run["status"] == "added"] == ["4"]
    assert [block["type"] for block in there["blocks"]] == [*["text"] * 7, "table"]


def test_compare_says_of_an_image_what_it_tells(command, archive, article_id):
    figures = (Figure("a" * 64, alt="En bro", caption="Bron i maj"), Paragraph((Span("Välkommen!"),)))
    with closing(open_desk(archive)) as desk:
        copy = desk.open(article_id)
        article = msgspec.structs.replace(copy.article, body=Document(figures))
        desk.save(article, version=copy.version, by="Bo Ek")

    out = command("compare", article_id, "1", "now", "--archive", archive).out

    assert "\nImage: {+En bro+}\n{+Bron i maj+}\n(Image added)\n" in out


def test_items_after_folded_ones_keep_their_numbers(command, archive, article_id):
    items = tuple(ListItem(ordered=True, spans=(Span(f"Moment {number}"),)) for number in range(1, 9))
    with closing(open_desk(archive)) as desk:
        copy = desk.open(article_id)
        listed = msgspec.structs.replace(copy.article, body=Document(items))
        copy = desk.save(listed, version=copy.version, by="Bo Ek")
        desk.save_version(article_id, version=copy.version, by="Bo Ek", name="Momenten")
        changed = msgspec.structs.replace(listed, body=Document((*items[:7], words("Slut."))))
        desk.save(changed, version=copy.version, by="Bo Ek")

    out = command("compare", article_id, "2", "now", "--archive", archive).out

    assert "\n7. Moment 7\n" in out
    assert "\n8. [-Moment 8-]\n" in out


def test_equal_texts_are_said_to_be_the_same(command, archive, article_id):
    compared = command("compare", article_id, "now", "now", "--archive", archive)

    assert (compared.code, compared.out) == (ExitCode.DONE, "The texts are the same.\n")
    assert command("compare", article_id, "1", "1", "--archive", archive, "--json").json["same"]


def test_restore_brings_the_words_back_and_keeps_those_it_replaces(command, archive, article_id):
    restored = command("restore", article_id, "1", "--by", "Bo Ek", "--archive", archive)

    assert restored.code == ExitCode.DONE
    assert restored.out.startswith("Version 1 is the present text now;")
    assert command("compare", article_id, "1", "now", "--archive", archive, "--json").json["same"]
    listed = command("history", article_id, "--archive", archive, "--json").json
    assert [version["occasion"] for version in listed] == ["before_restore", "saved"]


@pytest.mark.parametrize("arguments", [("compare", "1", "7"), ("restore", "7", "--by", "Bo Ek")])
def test_a_version_that_is_not_there_is_named(command, archive, article_id, arguments):
    name, *rest = arguments

    refused = command(name, article_id, *rest, "--archive", archive)

    assert (refused.code, refused.out) == (ExitCode.PREVENTED, "")
    assert refused.err.startswith("The article has no version 7.")
