"""Which words are looked up, and that they stand where they are said to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.checks.spelling.wording import language_known, words


def forms(text):
    return [word.form for word in words(text)]


@pytest.mark.parametrize(
    "text",
    [
        "www.klarebro.se/bygga https://klarebro.se/a?b=c klarebro.se/lov",
        "anna.ek@klarebro.se",
        "070-174 06 05 / 08-465 004 00",
        "KS 2024/123",
        "t.ex. bl.a. fr.o.m. kl. 18.00 t. ex. e.g.",
        "KS SKR PFAS",
        "20-årig 1800-talet A4 AB:s",
        "LinkedIn iPad #klarebro @klarebro",
        "مرحبا بكم Привет Αθήνα",
    ],
)
def test_what_no_dictionary_can_judge_is_passed_over(text):
    assert forms(text) == []


def test_a_first_part_keeps_its_hyphen():
    assert forms("för- och grundskola, kultur- och fritidsnämnden") == [
        "för-",
        "och",
        "grundskola",
        "kultur-",
        "och",
        "fritidsnämnden",
    ]


def test_soft_hyphens_and_curly_apostrophes_are_not_in_what_is_looked_up():
    assert forms("kommun\u00adstyrelsen don’t") == ["kommunstyrelsen", "don't"]


def test_letters_put_together_of_two_characters_are_one_letter():
    assert forms("a\u030ar")[0] == "år"


def test_a_capital_inside_a_sentence_makes_a_name_and_at_its_start_none():
    found = {word.form: word.is_named for word in words("Bron öppnar, säger Ekroth. Vägen är klar.\n– Fint")}

    assert found["Ekroth"]
    assert not found["Bron"]
    assert not found["Vägen"]
    assert not found["Fint"]


def test_words_in_long_capitals_are_looked_up():
    assert forms("VIKTIGT") == ["VIKTIGT"]


@given(st.text(alphabet=st.sampled_from("aåÅ😀 .-\u00ad’1\n"), max_size=40))
def test_words_stand_in_order_where_they_are_said_to(text):
    found = list(words(text))

    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for word in found:
        seen = text[word.start : word.end].replace("\u00ad", "").replace("’", "'")
        assert seen == word.form.removesuffix("-")


@pytest.mark.parametrize(
    ("tag", "language"), [("sv", "sv"), ("en-GB", "en"), ("EN", "en"), ("fi", None), ("", None)]
)
def test_only_languages_with_a_dictionary_are_looked_up(tag, language):
    assert language_known(tag) == language
