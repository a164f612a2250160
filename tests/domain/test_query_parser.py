"""The search box: what is typed becomes a query, and a query becomes what could have been typed."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor_app.domain.article import Kind
from editor_app.domain.article_query import ArticleQuery, LiveSide, PageTime, Term
from editor_app.domain.query_parser import parse_query
from editor_app.domain.query_writer import write_query
from editor_app.domain.workflow import State
from editor_app.translation import LANGUAGES
from tests.strategies import box_texts

words = st.from_regex(r"[a-zåäö0-9]{1,6}[.,!:/'()^+-]?[a-z]{0,3}", fullmatch=True)
phrases = st.lists(st.one_of(words, st.sampled_from(['"', "-x", "*", "mina", "status:utkast"])), min_size=1)
names = st.one_of(words, phrases.map(" ".join), st.just("Kultur ”och” fritid"))


def some(values):
    return st.lists(values, max_size=3, unique=True).map(tuple)


days = st.dates(date(1000, 1, 1), date(9998, 12, 31))
queries = st.builds(
    ArticleQuery,
    terms=st.lists(
        st.one_of(
            st.builds(Term, words, st.just(False), st.booleans(), st.booleans()),
            st.builds(Term, phrases.map(" ".join), st.just(True), st.booleans(), st.booleans()),
        ),
        max_size=4,
    ).map(tuple),
    states=some(st.sampled_from(State)),
    live_sides=some(st.sampled_from(LiveSide)),
    page_times=some(st.sampled_from(PageTime)),
    kinds=some(st.sampled_from(Kind)),
    categories=some(names),
    contacts=some(names),
    persons=some(names),
    languages=some(st.sampled_from(["sv", "en", "fit", "zh-hant"])),
    changed_from=st.none() | days,
    changed_to=st.none() | days,
    mine=st.booleans(),
    waits_for_me=st.booleans(),
    unknown=some(st.sampled_from(["kategori:", "status:", "status:blå", '-typ:"två ord"', "from:igår"])),
)


def test_words_phrases_beginnings_and_what_is_not_wanted_are_told_apart():
    query = parse_query('lekplats "ny park" skol* -vatten -"stängd bro"')

    assert query.terms == (
        Term("lekplats"),
        Term("ny park", is_phrase=True),
        Term("skol", is_prefix=True),
        Term("vatten", excluded=True),
        Term("stängd bro", is_phrase=True, excluded=True),
    )


def test_swedish_and_english_keys_are_understood_in_one_box():
    query = parse_query(
        'kategori:"Barn och utbildning" category:Trafik status:utkast status:published typ:news'
    )

    assert query == ArticleQuery(
        categories=("Barn och utbildning", "Trafik"),
        states=(State.DRAFT,),
        live_sides=(LiveSide.LIVE,),
        kinds=(Kind.NEWS,),
    )


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Kontakt:Ada", ArticleQuery(contacts=("Ada",))),
        ("kategori: Trafik", ArticleQuery(categories=("Trafik",))),
        ("person:”Bo Lind”", ArticleQuery(persons=("Bo Lind",))),
        ("fra\u030an:2026", ArticleQuery(changed_from=date(2026, 1, 1))),
        ("till:2026-02", ArticleQuery(changed_to=date(2026, 2, 28))),
        (
            "from:2026-3-9 to:2026-03-10",
            ArticleQuery(changed_from=date(2026, 3, 9), changed_to=date(2026, 3, 10)),
        ),
        ("språk:Finska", ArticleQuery(languages=("fi",))),
        ("language:ARABIC språk:sv", ArticleQuery(languages=("ar", "sv"))),
        ("mina", ArticleQuery(mine=True)),
        ("Väntar på mig", ArticleQuery(waits_for_me=True)),
        ("mine waits for me", ArticleQuery(mine=True, waits_for_me=True)),
        ("status:godkänt", ArticleQuery(states=(State.APPROVED,))),
        ('typ:"press release"', ArticleQuery(kinds=(Kind.PRESS_RELEASE,))),
        ('"mina"', ArticleQuery(terms=(Term("mina", is_phrase=True),))),
    ],
)
def test_a_filter_is_read(text, query):
    assert parse_query(text) == query


def test_a_key_that_nobody_knows_is_a_word():
    assert parse_query("kl:12 https://exempel.se").terms == (Term("kl:12"), Term("https://exempel.se"))


@pytest.mark.parametrize(
    "text",
    [
        "status:blå",
        "kategori:",
        "från:igår",
        "från:2026-13",
        "till:2026-02-30",
        "till:9999",
        "-typ:nyhet",
        "språk:klingonska",
    ],
)
def test_a_known_key_with_a_value_that_nobody_knows_is_kept_apart(text):
    assert parse_query(f"bro {text}") == ArticleQuery(terms=(Term("bro"),), unknown=(text,))


def test_a_second_day_does_not_take_the_place_of_the_first():
    query = parse_query("från:2026 från:2025")

    assert query == ArticleQuery(changed_from=date(2026, 1, 1), unknown=("från:2025",))


def test_while_somebody_types_the_last_word_may_go_on():
    assert parse_query("ny sko", typing=True).terms == (Term("ny"), Term("sko", is_prefix=True))
    assert parse_query("ny sko ", typing=True).terms == (Term("ny"), Term("sko"))
    assert parse_query('"ny sko', typing=True).terms == (Term("ny sko", is_phrase=True, is_prefix=True),)
    assert parse_query('"ny sko"', typing=True).terms == (Term("ny sko", is_phrase=True),)


def test_a_query_is_written_in_the_language_of_the_interface():
    query = ArticleQuery(
        terms=(Term("bro"),),
        categories=("Barn och utbildning",),
        states=(State.IN_REVIEW,),
        waits_for_me=True,
    )

    assert write_query(query, "sv") == 'bro status:granskas kategori:"Barn och utbildning" väntar på mig'
    assert write_query(query, "en") == 'bro status:"in review" category:"Barn och utbildning" waits for me'
    assert write_query(query) == write_query(query, "en")


def test_only_filters_count_as_filters():
    assert parse_query("mina").has_filters
    assert not parse_query("bro status:blå").has_filters


@given(queries, st.sampled_from(LANGUAGES))
@example(ArticleQuery(contacts=('"', "*", "-"), unknown=("kategori:", "-typ:x")), "sv")
def test_what_is_written_is_read_as_it_was(query, language):
    assert parse_query(write_query(query, language)) == query


@given(box_texts, st.booleans(), st.sampled_from(LANGUAGES))
@example('kategori:   typ: "a""', True, "sv")
@example("-- --a -*- ** -\u0301", False, "en")
def test_no_text_is_an_error_and_what_it_asks_for_can_be_written(text, typing, language):
    query = parse_query(text, typing=typing)

    assert parse_query(write_query(query, language)) == query


@given(st.lists(st.one_of(words, st.sampled_from(["status:blå", "obs:", "-från:igår"])), unique=True))
def test_nothing_typed_is_dropped_silently(parts):
    written = write_query(parse_query(" ".join(parts)))

    assert all(part in written for part in parts)
