"""Comments and review files from the command line."""

import json
import re

import docx
import pytest

from editor_app.desk.opening import open_desk
from tests.command_line.conftest import READY_PAGE


@pytest.fixture
def article_id(command, archive):
    return command("import", READY_PAGE, "--by", "Ada", "--archive", archive).out.strip()


@pytest.fixture
def review(command, archive, article_id, tmp_path):
    """A review file, and a function that answers it."""
    target = tmp_path / "review.html"
    outcome = command("review", article_id, "--out", target, "--by", "Ada", "--archive", archive)
    assert (outcome.code, outcome.out.strip()) == (0, str(target))
    facts = re.search('data-number="([0-9]+)" data-hash="([0-9a-f]+)"', target.read_text(encoding="utf-8"))

    def answer(**changes):
        path = tmp_path / "reply.json"
        fields = {
            "format": "pressklar-reply",
            "schema": 1,
            "article": article_id,
            "number": int(facts[1]),
            "hash": facts[2],
            "name": "Maria Ek",
            "comments": [{"block": 0, "words": "Stämmer det?"}],
        }
        path.write_text(json.dumps(fields | changes), encoding="utf-8")
        return path

    return target, answer


def test_a_review_goes_out_and_its_comments_come_back_once(command, archive, article_id, review):
    reply = review[1]()

    taken = command("take-reply", reply, "--by", "Ada", "--archive", archive)
    again = command("take-reply", reply, "--by", "Ada", "--archive", archive)
    listed = command("comments", article_id, "--archive", archive)
    (comment,) = command("comments", article_id, "--json", "--archive", archive).json

    assert (taken.code, again.code) == (0, 0)
    assert taken.out.startswith("1 comment from Maria Ek stands at “")
    assert again.out == "The comments from Maria Ek were taken in before.\n"
    assert "Maria Ek  (open)" in listed.out and "  Stämmer det?" in listed.out
    assert (comment["words"], comment["by"], comment["occasion"]) == ("Stämmer det?", "Maria Ek", "review")
    assert comment["block"] == 0 and not comment["passage_is_gone"]


def test_the_comments_of_a_word_document_come_back_once_and_its_words_do_not(
    command, archive, article_id, tmp_path
):
    file = tmp_path / "utkast.docx"
    command("word", article_id, "--out", file, "--archive", archive)
    document = docx.Document(str(file))
    before = document.paragraphs[0].text
    document.paragraphs[0].runs[0].text = "En annan rubrik"
    document.add_comment(document.paragraphs[1].runs, text="Vilken dag?", author="Cia Berg")
    document.save(str(file))

    taken = command("take-reply", file, "--by", "Ada", "--archive", archive)
    again = command("take-reply", file, "--by", "Ada", "--archive", archive)
    (comment,) = command("comments", article_id, "--json", "--archive", archive).json

    assert (taken.code, again.code) == (0, 0)
    assert taken.out == f"1 comment from utkast.docx stands at “{before}”.\n"
    assert again.out == "The comments from utkast.docx were taken in before.\n"
    assert (comment["words"], comment["by"], comment["occasion"]) == ("Vilken dag?", "Cia Berg", "word")


def test_a_word_document_without_comments_is_no_reply(command, archive, article_id, tmp_path):
    file = tmp_path / "utkast.docx"
    command("word", article_id, "--out", file, "--archive", archive)

    outcome = command("take-reply", file, "--by", "Ada", "--archive", archive)

    assert outcome.code == 1
    assert "There are no comments on an article" in outcome.err


def test_a_settled_comment_is_said_to_be_done(command, archive, article_id):
    desk = open_desk(archive)
    comment = desk.add_comment(article_id, "Bra", by="Bo")
    desk.settle_comment(comment.id, by="Ada")
    desk.close()

    outcome = command("comments", article_id, "--archive", archive)

    assert "Bo  (done)\n  Bra" in outcome.out


def test_what_is_no_reply_is_refused_with_a_sentence(command, archive, review, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Hej!", encoding="utf-8")

    for file, words in (
        (lambda: other, "There are no comments on an article in"),
        (lambda: review[0], "This is the review file that was sent out"),
        (lambda: review[1](hash="00" * 32), "The comments are on words that"),
        (lambda: review[1](article="00000000-0000-0000-0000-000000000000"), "does not have"),
        (lambda: review[1](schema=9), "cut off or was altered"),
    ):
        outcome = command("take-reply", file(), "--by", "Ada", "--archive", archive)
        assert (outcome.code, outcome.out) == (1, "")
        assert words in outcome.err


def test_the_day_to_answer_by_is_the_one_that_was_asked_for(command, archive, article_id, tmp_path):
    target = tmp_path / "review.html"
    command(
        "review",
        article_id,
        "--out",
        target,
        "--answer-by",
        "2026-03-06",
        "--by",
        "Ada",
        "--archive",
        archive,
    )

    assert "fredag 6 mars 2026" in target.read_text(encoding="utf-8")
    wrong = command("review", article_id, "--out", target, "--answer-by", "fredag", "--by", "Ada")
    assert wrong.code == 2
