"""What is written in an article, read without the rest of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.article import Article
from editor_app.domain.article_words import read_words, words_in
from editor_app.domain.codec import SCHEMA, BrokenText, NewerSchema, encode
from editor_app.domain.document import Document, Figure, Span, Table, paragraph
from editor_app.domain.search_words import words_of
from editor_app.domain.searched_text import BETWEEN, searched_text
from tests.strategies import documents, texts

FIGURE = Figure("a" * 64, alt="En sandlåda", caption="Så blir det", credit="Ylva Ås")


def test_the_parts_are_what_stands_below_the_lead_the_image_at_the_top_first():
    table = Table(rows=(((Span("Ort"),), (Span("Kvarn"), Span("backen"))),), caption="Orter")

    words = words_in(
        Article("1", title="Bro", lead="Om bron", hero=FIGURE, body=Document((paragraph("Ny."), table)))
    )

    assert words.parts == ("Så blir det\nYlva Ås\nEn sandlåda", "Ny.", "Orter\nOrt\tKvarnbacken")
    assert words.passages == ["Om bron", *words.parts]


@given(documents, texts, texts, st.sampled_from((None, FIGURE)))
def test_what_is_read_of_a_stored_article_is_what_is_written_in_it(body, title, lead, hero):
    article = Article(
        "1",
        title=title,
        lead=lead,
        body=body,
        hero=hero,
        record_number="KS 2026/17",
        category_id="c1",
        contact_ids=("k1", "k2"),
    )

    assert read_words(encode(article)) == words_in(article)


@given(documents)
def test_what_an_article_is_found_by_ends_each_part_with_a_mark(body):
    words = words_in(Article("1", body=body))

    read = [word for part in words.parts for word in (*words_of(part), BETWEEN)]
    assert searched_text(words).body == " ".join(read)


def test_words_of_a_newer_schema_are_refused_with_its_number():
    newer = encode(Article("1")).replace(f'"schema":{SCHEMA}'.encode(), f'"schema":{SCHEMA + 1}'.encode())

    with pytest.raises(NewerSchema) as refused:
        read_words(newer)

    assert refused.value.schema == SCHEMA + 1


@pytest.mark.parametrize("data", [b"", b"{", b"[]", json.dumps({"id": "1", "schema": 1}).encode()])
def test_what_is_no_article_is_refused(data):
    with pytest.raises(BrokenText):
        read_words(data)
