"""Looking for words: what counts as the same, and where it stands."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor_app.domain.occurrences import Wanted, occurrences
from tests.strategies import texts

# Letters that change their length when case or accents are folded, and what joins to them.
odd = st.text(alphabet="aåäeéAÅßİſŉ\u0301\u030a\u0308\u00ad\u00a0 b😀\u200d\u1100\u1161", max_size=12)


def found(text, words, **options):
    return [text[start:end] for start, end in occurrences(text, Wanted(words, **options))]


def same(text):
    seen = text.translate({0xA0: " ", 0x2009: " ", 0x202F: " ", 0xAD: None})
    return unicodedata.normalize("NFC", seen.casefold())


def test_each_place_is_found_in_order_and_none_overlaps_another():
    places = list(occurrences("ananas, ananas", Wanted("ana")))

    assert places == [(0, 3), (8, 11)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kommun och KOMMUN", "kommun", ["Kommun", "KOMMUN"]),
        ("Far får fara", "far", ["Far", "far"]),
        ("på en ö och på an", "o", ["o"]),
        ("fa\u030ar och far", "far", ["far"]),
        ("fa\u030ar och far", "får", ["fa\u030ar"]),
        ("STRASSE och straße", "strasse", ["STRASSE", "straße"]),
        ("straße", "s", ["s"]),
        ("2\u00a0000 kronor", "2 000", ["2\u00a0000"]),
        ("kommun\u00adstyrelsen", "kommunstyrelsen", ["kommun\u00adstyrelsen"]),
        ("İzmir", "zmir", ["zmir"]),
        ("😀 bro 😀", "bro", ["bro"]),
        ("bro", "", []),
        ("", "bro", []),
    ],
)
def test_words_are_found_whatever_their_case_but_not_without_their_accents(text, words, expected):
    assert found(text, words) == expected


def test_case_can_be_told_apart():
    assert found("Bro bro BRO", "bro", match_case=True) == ["bro"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("bro, bron (bro) bro-", 3),
        ("bro\u0301", 0),
        ("bro_1", 0),
        ("bro\u00adar", 0),
        ("😀bro", 1),
        ("ÅBRO", 0),
    ],
)
def test_a_part_of_a_longer_word_is_no_whole_word(text, count):
    assert len(found(text, "bro", whole_words=True)) == count


def test_a_part_of_a_word_does_not_hide_a_whole_word_that_it_overlaps():
    assert list(occurrences("bbb bb", Wanted("bb", whole_words=True))) == [(4, 6)]


@given(st.one_of(texts, odd), odd, st.booleans())
@example("ß\u00adx", "x", False)
@example("x\u030a\u00ad", "x\u030a", True)
def test_what_is_found_is_what_was_looked_for(text, words, whole_words):
    places = list(occurrences(text, Wanted(words, whole_words=whole_words)))

    assert all(same(text[start:end]) == same(words) for start, end in places)
    assert all(before.end <= after.start for before, after in pairwise(places))
    assert all(start < end for start, end in places)


@given(odd, odd, odd)
def test_words_are_found_where_they_were_put(before, words, after):
    text = f"{before}|{words}|.{after}"

    places = list(occurrences(text, Wanted(f"|{words}|", match_case=True)))

    assert places == [(len(before), len(before) + len(words) + 2)]
