"""The archive searched by a command."""

import pytest

from editor_app.command_line.exit_codes import ExitCode
from tests.command_line.conftest import PAGES, READY_PAGE


@pytest.fixture
def filled(command, archive):
    command("import", READY_PAGE, PAGES / "english_page.txt", "--archive", archive, "--by", "Ada Lind")
    return archive


def test_a_search_prints_a_line_for_each_article_and_the_passage_below(command, filled):
    searched = command("search", "lekplatsen", "kategori:ingen", "--archive", filled)
    assert (searched.code, searched.out) == (ExitCode.DONE, "")
    assert searched.err == "There is no category “ingen”.\nNo article matches.\n"

    searched = command("search", "lekplatsen", "--archive", filled)

    first, second = searched.out.splitlines()
    assert first.endswith("Ny lekplats öppnar i Björklunda i maj")
    assert "lekplats" in second.casefold()


def test_a_search_as_json_says_where_the_words_are(command, filled):
    [hit] = command("search", "--archive", filled, "--json", "björklunda").json

    [[start, end], *_] = hit["in_title"]
    assert hit["title"][start:end] == "Björklunda"
    assert all(0 <= start < end <= len(hit["snippet"]["text"]) for start, end in hit["snippet"]["ranges"])


def test_my_articles_are_those_of_whoever_asks(command, filled):
    assert len(command("search", "mina", "--me", "ada lind", "--archive", filled, "--json").json) == 2
    assert command("search", "mina", "--me", "Bo", "--archive", filled, "--json").json == []


def test_what_was_not_understood_is_said_and_what_was_is_searched(command, filled):
    searched = command("search", "björklunda status:blå", "--archive", filled)

    assert "status:blå" in searched.err
    assert len(searched.out.splitlines()) == 2


def test_names_that_nobody_has_are_told_beside_those_that_somebody_has(command, filled):
    searched = command("search", "björklunda person:ada person:zacharias kontakt:zzz", "--archive", filled)

    assert searched.err == (
        "There is no contact “zzz”.\nNobody called “zacharias” has written here.\nNo article matches.\n"
    )


def test_no_more_articles_come_than_were_asked_for(command, filled):
    assert len(command("search", "--limit", "1", "--archive", filled, "--json", "*").json) == 1
    assert command("search", "--limit", "0", "--archive", filled, "bro").code == ExitCode.MISUSED


def test_signs_alone_are_said_to_ask_for_nothing(command, filled):
    searched = command("search", "!?", "--archive", filled)

    assert searched.err == "There is no letter or figure to search for.\n"


def test_the_list_can_be_of_some_articles_alone(command, filled):
    assert len(command("list", "--archive", filled, "--json").json) == 2
    assert len(command("list", "status:utkast", "språk:engelska", "--archive", filled, "--json").json) == 1
    assert command("list", "status:planerad", "--archive", filled, "--json").json == []
    assert "status:blå" in command("list", "status:blå", "--archive", filled).err


def test_who_i_am_is_said_where_i_ask_for_my_own_and_named_nobody(command, archive, article_id):
    told = command("search", "--archive", archive, "mine")
    named = command("search", "--archive", archive, "--me", "Ada Lind", "mine")

    assert "search --me NAME says otherwise" in told.err
    assert (named.err, article_id in named.out) == ("", True)
