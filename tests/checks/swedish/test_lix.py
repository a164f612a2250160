"""LIX, counted by hand."""

import pytest

from editor_app.checks.swedish.lix import Band, Lix, lix


def test_the_index_is_words_per_sentence_and_the_share_of_long_words():
    found = lix(["Bron är klar. Kommunen bygger vidare."])

    assert found == Lix(words=6, sentences=2, long_words=1)
    assert found.value == pytest.approx(3 + 100 / 6)
    assert found.band is Band.VERY_EASY


def test_seven_letters_are_long_and_six_are_not():
    assert lix(["bygger skolans"]).long_words == 1


def test_each_text_is_a_sentence_of_its_own_also_without_a_full_stop():
    assert lix(["En punkt", "En punkt till", " "]).sentences == 2


def test_a_text_without_words_is_no_text():
    assert lix([]).value == 0
    assert lix(["…"]).band is Band.VERY_EASY


@pytest.mark.parametrize(
    ("value", "band"),
    [(29, Band.VERY_EASY), (30, Band.EASY), (40, Band.MEDIUM), (50, Band.HARD), (60, Band.VERY_HARD)],
)
def test_the_bands_begin_where_the_rules_say(value, band):
    assert Lix(words=value, sentences=1, long_words=0).band is band
