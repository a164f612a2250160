"""The passage that shows why an article was found, and where its words are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.article import Article
from editor_app.domain.article_words import words_in
from editor_app.domain.document import Document, Figure, Span, Table, paragraph
from editor_app.domain.query_parser import parse_query
from editor_app.domain.search_words import word_places, words_of
from editor_app.domain.snippets import LONGEST, found_words, snippet
from editor_app.domain.wanted_words import found_ranges, merged, wanted_words
from tests.strategies import box_texts, documents, texts


def wanted(text):
    return wanted_words(parse_query(text).terms)


def article(*paragraphs, **fields):
    return words_in(Article("1", body=Document(tuple(map(paragraph, paragraphs))), **fields))


def marked(text, ranges):
    for start, end in reversed(ranges):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("lekplats", "Lekplatser och en LEKPLATSEN.", "[Lekplatser] och en [LEKPLATSEN]."),
        ("far", "Får far fara?", "Får [far] [fara]?"),
        ("agen", "Agén, Agens", "[Agén], [Agens]"),
        ('"ny bro"', "En ny bro, nya broar. Ny\nbro", "En [ny bro], nya broar. [Ny\nbro]"),
        ("ny*", "Nya nyheter", "[Nya] [nyheter]"),
        ('bro "ny bro" "bro öppnar"', "Ny bro öppnar", "[Ny bro öppnar]"),
        ("-bro vatten", "Bro över vatten", "Bro över [vatten]"),
        ("e-tjänst", "Vår e-tjänst.", "Vår [e-tjänst]."),
        ("få", "fa\u030a och stra\u00adße", "[fa\u030a] och stra\u00adße"),
    ],
)
def test_found_words_are_where_somebody_reads_them(query, text, expected):
    assert marked(text, found_ranges(text, wanted(query))) == expected


def test_the_passage_with_most_of_the_words_is_shown():
    found = snippet(
        article("En bro.", "Vatten.", "Vatten under en bro.", lead="Om en bro"), wanted("bro vatten")
    )

    assert marked(found.text, found.ranges) == "[Vatten] under en [bro]."


def test_a_long_passage_is_cut_between_words_around_the_first_that_was_found():
    found = snippet(article("ord " * 100 + "bron\nöppnar " + "slut " * 100), wanted("bron"))

    assert found.text.startswith("…ord ord") and found.text.endswith("slut…")
    assert "ord [bron] öppnar slut" in marked(found.text, found.ranges)
    assert len(found.text) <= LONGEST + 2


def test_what_was_found_by_its_title_alone_shows_how_it_begins():
    assert snippet(article("Brödtext.", title="Bro", lead="Ingress."), wanted("bro")).text == "Ingress."
    assert snippet(article("Brödtext.", title="Bro"), wanted("bro")).text == "Brödtext."
    assert snippet(article(title="Bro"), wanted("bro")).text == ""


def test_words_are_found_in_each_part_of_an_article():
    table = Table(rows=(((Span("bro"),),),), caption="En bro")
    figure = Figure("a" * 64, alt="En bro", caption="Ny")
    where = found_words(
        Article("1", title="Bro", lead="Om bron", hero=figure, body=Document((table, paragraph("Å")))),
        wanted("bro"),
    )

    assert where.title == ((0, 3),)
    assert where.hero == ((6, 9),)
    assert where.blocks == (((3, 6), (7, 10)), ())


@given(documents, texts, box_texts)
def test_every_passage_is_of_the_text_and_its_ranges_are_in_it(body, lead, query):
    found = snippet(words_in(Article("1", lead=lead, body=body)), wanted(query))

    assert len(found.text) <= LONGEST + 2
    assert "\n" not in found.text
    ends = [place for range_ in found.ranges for place in range_]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(found.text) for start, end in found.ranges)


@given(st.lists(texts).map(" ".join), box_texts)
def test_ranges_stand_in_order_without_overlaps(text, query):
    ranges = found_ranges(text, wanted(query))

    assert all(before[1] <= after[0] for before, after in pairwise(ranges))
    assert all(text[start:end] for start, end in ranges)


few_words = st.lists(st.sampled_from(["ny", "bro", "Bron", "nya", "b" * 64, "b" * 70, "Agén", "å"])).map(
    " – ".join
)


@given(
    few_words, few_words | few_words.map(lambda text: f'"{text}"') | few_words.map(lambda text: f"{text}*")
)
def test_words_stand_where_somebody_finds_them_who_reads_word_by_word(text, query):
    words, places = words_of(text), word_places(text)
    read = [
        [(places[first][0], places[first + len(one.words) - 1][1]) for first in one.runs(words)]
        for one in wanted(query)
    ]

    assert found_ranges(text, wanted(query)) == merged(read)
