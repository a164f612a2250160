"""Quotes without a window: listed, approved by their speakers, and taken back."""

from contextlib import closing

import msgspec
import pytest

from editor_app.command_line.exit_codes import ExitCode
from editor_app.domain.document import Document, Quote, Span, paragraph
from tests.blank_archives import new_desk


@pytest.fixture
def article_id(archive) -> str:
    with closing(new_desk(archive)) as desk:
        created = desk.create(by="Ada Lind")
        blocks = (
            paragraph("Bron öppnar i maj."),
            Quote((Span("Äntligen, säger Maja Lindström."),)),
            Quote((Span("Vi väntar."),)),
        )
        article = msgspec.structs.replace(created.article, title="Bron", body=Document(blocks))
        desk.save(article, version=created.version, by="Ada Lind")
    return created.article.id


def test_a_quote_is_approved_in_the_name_that_the_text_suggests(command, archive, article_id):
    before = command("quotes", article_id, "--archive", archive)

    done = command(
        "approve-quote", article_id, "1", "--way", "phone", "--on", "2026-03-02", "--by", "Ada Lind",
        "--archive", archive,
    )  # fmt: skip
    after = command("quotes", article_id, "--json", "--archive", archive).json

    assert before.out.splitlines()[0] == "1  not approved"
    assert done.out.splitlines()[0] == "1  approved by Maja Lindström on 2026-03-02, by phone"
    assert [quote["approval"] and quote["approval"]["way"] for quote in after] == ["phone", None]


def test_an_approval_is_taken_back(command, archive, article_id):
    common = ("--by", "Ada Lind", "--archive", archive)
    command("approve-quote", article_id, "1", "--way", "email", *common)

    outcome = command("withdraw-quote", article_id, "1", *common)

    assert outcome.out.splitlines()[0] == "1  not approved"


def test_somebody_has_to_be_named(command, archive, article_id):
    outcome = command(
        "approve-quote", article_id, "2", "--way", "email", "--by", "Ada Lind", "--archive", archive
    )

    assert outcome.code == ExitCode.PREVENTED
    assert outcome.err == "The speaker has no name. Write who said it.\n"


def test_a_quote_that_is_not_there_is_said_to_be_none(command, archive, article_id):
    outcome = command(
        "approve-quote", article_id, "3", "--way", "email", "--by", "Ada Lind", "--archive", archive
    )

    assert outcome.code == ExitCode.PREVENTED
    assert outcome.err == "The article has no quote 3: it has 2 quotes. The command quotes lists them.\n"


@pytest.mark.parametrize("wrong", [("0", "2026-03-02"), ("x", "2026-03-02"), ("1", "i går")])
def test_what_is_no_number_or_no_day_is_refused(command, archive, wrong):
    outcome = command(
        "approve-quote", "abcdef", wrong[0], "--way", "email", "--on", wrong[1], "--by", "Ada",
        "--archive", archive,
    )  # fmt: skip

    assert outcome.code == ExitCode.MISUSED
