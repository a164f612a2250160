"""What is called misspelled and what is not: hardly any of the words of every day, nearly all mistakes."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def listed(name):
    return (HERE / name).read_text(encoding="utf-8").split()


@pytest.mark.parametrize("name", ["municipal_words.txt", "unseen_words.txt"])
def test_under_one_in_a_hundred_municipal_words_is_called_misspelled(swedish, name):
    words = listed(name)

    alarms = [word for word in words if not swedish.knows(word)]

    assert len(words) >= 250
    assert len(alarms) < len(words) / 100, alarms


def test_over_nine_in_ten_mistakes_are_found(swedish):
    mistakes = listed("mistakes.txt")

    missed = [word for word in mistakes if swedish.knows(word)]

    assert len(mistakes) >= 150
    assert len(missed) < len(mistakes) / 10, missed


@pytest.mark.parametrize("form", ["grundskole-", "fritids-", "kultur-", "äldreomsorgs-"])
def test_the_first_part_of_a_compound_stands_alone_before_a_hyphen(swedish, form):
    assert swedish.knows(form)


@pytest.mark.parametrize(
    "word", ["colour", "organise", "neighbours", "centre", "color", "don't", "councillor"]
)
def test_english_is_spelled_as_in_britain_or_america(english, word):
    assert english.knows(word)


@pytest.mark.parametrize("word", ["recieve", "seperate", "Łódźish", "x" * 5000])
def test_english_mistakes_are_found(english, word):
    assert not english.knows(word)


def test_a_told_word_is_known_with_a_capital_and_in_the_genitive_until_it_is_forgotten(swedish):
    swedish.learn(["klarebrobon"])

    known = [swedish.knows(form) for form in ("klarebrobon", "Klarebrobon", "klarebrobons", "KLAREBROBON")]
    swedish.learn([])

    assert all(known)
    assert not swedish.knows("klarebrobon")


def test_a_told_name_is_not_known_in_small_letters(swedish):
    swedish.learn(["Vallmoraz"])

    assert swedish.knows("Vallmoraz")
    assert swedish.knows("Vallmorazs")
    assert not swedish.knows("vallmoraz")


def test_the_likeliest_word_is_suggested_first(swedish):
    assert swedish.suggest("kommunstyrelesen")[0] == "kommunstyrelsen"
    assert swedish.suggest("särkilt")[0] == "särskilt"
