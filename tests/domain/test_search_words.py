"""What the words of a text are, whichever way they are told apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.folding import fold
from editor_app.domain.search_words import LONGEST_WORD, stem, stems, word_places, words_of
from tests.strategies import texts

# All that fits into a byte in one way or another, and some that does not.
LETTERS = [chr(code) for code in range(0x180)] + [
    *"–—”’…€ˆƒŒœŠŽŸ™Ω漢",
    *map(chr, (0x300, 0x301, 0x308, 0x30A)),
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Åk till Örby – nu!", ["åk", "till", "örby", "nu"]),
        ("e-tjänst och_så", ["e", "tjänst", "och", "så"]),
        ("Agén på Café", ["agen", "på", "cafe"]),
        ("kommun\u00adhuset", ["kommunhuset"]),
        ("Straße 5 m²", ["strasse", "5", "m²"]),
        ("fa\u030ar", ["får"]),
        ("", []),
        ("– … ”", []),
        ("å" * 100, ["å" * LONGEST_WORD]),
    ],
)
def test_words_are_folded_and_stand_in_order(text, words):
    assert words_of(text) == words


def one_by_one(text):
    """The words of `text`, each folded by itself, and how they stand in it."""
    runs = re.findall(r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*", text)
    folded = [(fold(run)[:LONGEST_WORD], run) for run in runs]
    return [(word, run) for word, run in folded if word]


@given(st.one_of(texts, st.lists(st.sampled_from(LETTERS)).map("".join)))
def test_a_text_that_is_folded_at_once_has_the_words_that_stand_in_it_one_by_one(text):
    found = zip(words_of(text), word_places(text), strict=True)

    assert [(word, text[start:end]) for word, (start, end) in found] == one_by_one(text)


@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_is_folded_the_same_way_wherever_it_stands(letter):
    for text in (letter, f"a{letter}", f"a{letter}b", f"{letter}{letter}"):
        assert words_of(text) == [word for word, _ in one_by_one(text)]


def test_forms_of_a_word_have_the_same_stem():
    assert {stem("kommun"), *stems(["kommunen", "kommunens"])} == {"kommun"}
