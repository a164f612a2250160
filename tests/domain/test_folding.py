"""What counts as the same letter, and which letter comes first."""

import pytest
from hypothesis import given

from editor_app.domain.folding import fold, named, sort_key
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Agén", "agen"),
        ("FÅR", "får"),
        ("fa\u030ar", "får"),
        ("Käring \n Ö", "käring ö"),
        ("e\u0301", "e"),
        ("Stra\u00adße", "strasse"),
        ("Ærø", "ærø"),
    ],
)
def test_accents_go_and_the_swedish_letters_stay(text, folded):
    assert fold(text) == folded


@given(texts)
def test_what_is_folded_stays_as_it_is(text):
    assert fold(fold(text)) == fold(text)


def test_names_stand_in_swedish_order():
    names = [
        "Örby",
        "Ärla",
        "”Ål”",
        "zon",
        "Zeta",
        "Ny väg",
        "ny bro",
        "Müsli",
        "Mysli",
        "Myt",
        "Élan",
        "El",
        "Ære",
    ]

    ordered = [
        "El",
        "Élan",
        "Mysli",
        "Müsli",
        "Myt",
        "ny bro",
        "Ny väg",
        "Zeta",
        "zon",
        "”Ål”",
        "Ære",
        "Ärla",
        "Örby",
    ]
    assert sorted(names, key=lambda name: (sort_key(name), name)) == ordered


def test_a_name_is_found_by_how_one_of_its_words_begins():
    names = ("Barn och utbildning", "Utbildning", "Natur")

    assert named("utbild", names) == ("Barn och utbildning", "Utbildning")
    assert named("UTBILDNING", names) == ("Utbildning",)
    assert named("ildning", names) == ()
