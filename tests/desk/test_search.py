"""The search box, as the desk answers it."""

import msgspec
import pytest

from editor_app.domain.article_query import ArticleSort, SortKey
from editor_app.domain.document import Document, paragraph
from editor_app.domain.query_parser import parse_query


@pytest.fixture
def two(desk):
    """An article with the words in its title, and a newer one with them in its body."""
    for title, words in (
        ("Lekplatsen öppnar", "Välkommen dit."),
        ("Till hösten", "En ny lekplats i Hallunda."),
    ):
        copy = desk.create(by="Ada Ek")
        article = msgspec.structs.replace(copy.article, title=title, body=Document((paragraph(words),)))
        desk.save(article, version=copy.version, by="Ada Ek")
    return desk


def test_each_hit_shows_where_its_words_are(two):
    title, body = two.search("lekplatsen")

    assert (title.summary.title, title.in_title, title.snippet.text) == (
        "Lekplatsen öppnar",
        ((0, 10),),
        "Välkommen dit.",
    )
    assert (body.summary.title, body.in_title) == ("Till hösten", ())
    assert [body.snippet.text[start:end] for start, end in body.snippet.ranges] == ["lekplats"]


def test_while_somebody_types_titles_answer(two):
    assert [hit.summary.title for hit in two.search("lekpl", typing=True)] == ["Lekplatsen öppnar"]
    assert [hit.summary.title for hit in two.search("hallun", typing=True)] == []


def test_what_was_found_while_somebody_typed_is_found_with_enter_too(two):
    title, body = (two.find(parse_query(words)) for words in ("öppnar", "hallunda"))

    assert two.find_entered("lekpl") == (*body, *title)
    assert two.find_entered("lekplatsens hallun") == body
    assert two.find_entered("lekplats") == (*body, *title)
    assert two.find_entered("lekpl ") == ()
    assert two.find_entered("lekpl", ArticleSort(SortKey.TITLE)) == (*body, *title)
    assert [two.find_entered("status:utkast h"), two.find_entered("status:granskas h")] == [body, ()]


def test_what_has_the_word_comes_before_what_only_begins_so(two):
    copy = two.create(by="Ada Ek")
    two.save(msgspec.structs.replace(copy.article, title="Lekplatsvakten"), version=copy.version, by="Ada Ek")
    (newest,) = two.find(parse_query("lekplatsvakten"))

    found = two.find_entered("lekplats")

    assert len(found) == 3
    assert found[-1] == newest


def test_a_search_without_words_shows_how_articles_begin(two):
    hits = two.search("mina", me="Ada Ek", limit=1)

    assert [(hit.summary.title, hit.snippet.ranges) for hit in hits] == [("Till hösten", ())]


def test_passages_come_for_the_rows_that_are_looked_at(two):
    query = parse_query("hallunda")
    [article_id] = two.find(query)

    passages = two.snippets(query, (article_id, "gone"))

    assert list(passages) == [article_id]
    assert passages[article_id].ranges == ((17, 25),)
    where = two.found_words(query, two.open(article_id).article)
    assert (where.title, where.blocks) == ((), (((17, 25),),))


def test_while_somebody_types_the_lead_is_shown_where_there_is_one(two):
    copy = two.create(by="Ada Ek")
    body = Document((paragraph("Lekplatsen stängs."),))
    article = msgspec.structs.replace(copy.article, title="Lekplatsen", lead="Om en vecka.", body=body)
    two.save(article, version=copy.version, by="Ada Ek")

    passages = [hit.snippet.text for hit in two.search("lekpl", typing=True)]

    assert passages == ["Om en vecka.", "Välkommen dit."]
