"""Full-text search: what is found, that the index follows every change, and that no text is an error."""

from datetime import UTC, datetime, timedelta
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from editor_app.archive.archive import open_archive
from editor_app.archive.rows import StoredArticle
from editor_app.archive.search_index import SearchIndex, make_index
from editor_app.archive.tables import search_words
from editor_app.domain.article import Article, Category, Contact
from editor_app.domain.article_query import ArticleSort, SortKey
from editor_app.domain.article_words import words_in
from editor_app.domain.document import Document, FactTitle, Figure, Paragraph, Span, Table, paragraph
from editor_app.domain.query_parser import parse_query
from editor_app.domain.search_words import words_of
from editor_app.domain.wanted_words import wanted_words
from editor_app.domain.workflow import State
from tests.blank_archives import blank_archive
from tests.strategies import box_texts, documents

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
RELEVANCE = ArticleSort(SortKey.RELEVANCE)
SOME_WORDS = """
    kommun kommunen kommunens lekplats lekplatser lekplatsen får far fara e-tjänst Agén AGEN å a ö bro bron
    broarna skola skolan skolor vatten vattnet Ek ek ny nya öppnar på i och 2026 KS hus
"""
WORDS = SOME_WORDS.split()


def stored(article, day=0):
    moment = NOW + timedelta(days=day)
    return StoredArticle(article, State.DRAFT, 1, moment, "Ada Ek", moment, "Ada Ek")


def found(holdings, text, sort=RELEVANCE, **options):
    return holdings.finding.find(parse_query(text), sort, now=NOW, me="", **options)


@pytest.fixture
def holdings(archive):
    with archive.writing() as holdings:
        yield holdings


@pytest.fixture
def filed(holdings):
    holdings.categories.add(Category("c1", "Bygga och bo", "bygga"))
    holdings.contacts.put(Contact("k1", "Hjördis Agén"))
    blocks = (
        paragraph("Barnen i Hallunda får en ny lekplats."),
        FactTitle(spans=(Span("Fakta om gungor"),)),
        Paragraph(spans=(Span("Gungorna är tre."),), boxed=True),
        Table(rows=(((Span("Ort"),), (Span("Kvarnbacken"),)),), caption="Orter"),
        Figure("a" * 64, alt="En sandlåda", caption="Så blir det", credit="Ylva Ås"),
    )
    holdings.articles.add(stored(Article("a", title="Lekplatsen öppnar", body=Document(blocks)), 0))
    holdings.articles.add(stored(Article("b", title="Om får", lead="En lekplats till.", category_id="c1"), 1))
    holdings.articles.add(
        stored(
            Article("c", title="Ny bro", contact_ids=("k1",), record_number="KS 2026/17", language="en"), 2
        )
    )
    return holdings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lekplatsen", "ab"),
        ("lekplatser", "ab"),
        ("får", "ab"),
        ("far", ""),
        ("hallunda barnen", "a"),
        ('"ny lekplats"', "a"),
        ('"lekplats ny"', ""),
        ('"lekplats fakta"', ""),
        ("gungor", "a"),
        ("kvarnb*", "a"),
        ("card*", ""),
        ("201*", ""),
        ("202*", "c"),
        ("sandlåda", "a"),
        ("ylva", "a"),
        ("orter", "a"),
        ("agen", "c"),
        ("HJÖRDIS", "c"),
        ("bygga", "b"),
        ("ks 2026/17", "c"),
        ("lekplats -hallunda", "b"),
        ("-lekplats", "c"),
        ("-agén -får", ""),
        ("ny språk:en", "c"),
        ("ny status:godkänd", ""),
        ("–", "abc"),
        ("lekplats –", "ab"),
    ],
)
def test_articles_are_found_by_their_words(filed, text, expected):
    assert "".join(sorted(found(filed, text))) == expected
    assert filed.finding.count(parse_query(text), now=NOW, me="") == len(expected)


def test_of_words_that_are_only_begun_titles_come_first_and_then_leads(filed):
    filed.articles.add(stored(Article("d", body=Document((paragraph("Lekplats i parken."),))), 3))

    assert found(filed, "lekp*") == ("a", "b", "d")
    assert found(filed, "lekp*", limit=2) == ("a", "b")
    assert found(filed, "lekp* öppnar") == ("a",)
    assert found(filed, "lekp* -parken") == ("a", "b")
    assert found(filed, "lekp* -öppnar -får") == ("d",)
    assert found(filed, "lekp* -öppnar språk:sv") == ("b", "d")


def test_what_has_the_word_in_its_title_as_it_is_typed_comes_first(filed):
    filed.articles.add(
        stored(Article("d", body=Document((paragraph("Några lekplatser " + "och så " * 99),))), 3)
    )

    assert found(filed, "lekplatsen") == ("a", "b", "d")
    assert found(filed, "lekplatsen", limit=1) == ("a",)


def test_found_articles_stand_in_any_order(filed):
    assert found(filed, "ny OR lekplats") == ()
    assert found(filed, "lekplats", ArticleSort()) == ("b", "a")
    assert found(filed, "lekplats", ArticleSort(descending=False)) == ("a", "b")
    assert found(filed, "lekplats", ArticleSort(SortKey.TITLE, descending=False)) == ("a", "b")
    assert found(filed, "lekplats", ArticleSort(SortKey.TITLE)) == ("b", "a")


def test_while_somebody_types_titles_and_leads_are_looked_at_newest_first(filed):
    def typed(text):
        return filed.finding.find(parse_query(text, typing=True), RELEVANCE, now=NOW, me="", typing=True)

    assert typed("lek") == ("b", "a")
    assert typed("l") == ("b", "a")
    assert typed("en lek") == ("b",)
    assert typed("hallun") == ()
    assert typed("n -bro") == ()
    assert filed.finding.count(parse_query("lek", typing=True), now=NOW, me="", typing=True) == 2


def test_of_very_many_only_the_newest_are_ranked_and_the_others_follow(filed, monkeypatch):
    for day in range(3, 9):
        title = "Vatten" if day == 4 else "Annat"
        filed.articles.add(stored(Article(str(day), title=title, lead="Om vatten."), day))
    monkeypatch.setattr("editor_app.archive.finding.RANKED", 3)

    assert found(filed, "vatten") == ("8", "7", "6", "5", "4", "3")
    assert found(filed, "vatten", limit=4) == ("8", "7", "6", "5")


def test_of_what_is_ranked_a_filter_finds_the_best_however_far_down(filed):
    for day in range(3, 20):
        language = "fi" if day in {3, 5} else "sv"
        lead = "Vatten." if day == 3 else "Om vatten och annat."
        filed.articles.add(stored(Article(str(day), title="Vatten", lead=lead, language=language), day))

    assert found(filed, "vatten")[0] == "3"
    assert found(filed, "vatten -annat") == ("3",)
    assert found(filed, "vatten annat språk:fi", limit=1) == ("5",)
    assert found(filed, "vatten språk:fi") == ("3", "5")
    assert found(filed, "vatten språk:ar") == ()


def test_an_article_is_found_by_its_words_of_now(filed):
    article = filed.articles.get("a")

    changed = msgspec.structs.replace(
        article, article=Article("a", title="Parken", lead="Öppnar åter."), version=2
    )
    filed.articles.replace(changed, version=1)

    assert found(filed, "hallunda") == ()
    assert found(filed, "gungor") == ()
    assert found(filed, "parken") == ("a",)
    assert found(filed, "", ArticleSort()) == ("c", "b", "a")


def test_what_was_changed_last_is_the_newest_that_is_found(filed):
    article = filed.articles.get("a")
    later = msgspec.structs.replace(article.article, internal_note="Ring Bo.")

    filed.articles.replace(msgspec.structs.replace(article, article=later, updated_at=NOW), version=1)

    assert found(filed, "lekplats", ArticleSort()) == ("a", "b")


def test_a_contact_that_has_another_name_is_found_by_it(filed):
    filed.contacts.put(Contact("k1", "Hjördis Ståhl"))

    assert found(filed, "agén") == ()
    assert found(filed, '"hjördis ståhl"') == ("c",)


def test_what_is_removed_from_the_index_is_found_no_more(archive, filed):
    index = SearchIndex(filed.articles._connection)

    index.remove(filed.articles.get("a").article)
    index.remove(Article("never there"))

    assert found(filed, "hallunda") == ()
    assert found(filed, "lekplats") == ("b",)


def test_words_that_stay_in_the_index_are_nobody_elses(filed):
    connection = filed.articles._connection
    newest = filed.articles.get("c").article

    SearchIndex(connection).remove(msgspec.structs.replace(newest, title="Andra ord"))
    filed.articles.add(stored(Article("d", title="Något nytt"), 5))

    assert found(filed, "bro") == ()
    assert found(filed, "nytt") == ("d",)


def test_an_index_that_is_not_of_these_words_is_made_anew(filed):
    connection = filed.articles._connection
    connection.exec_driver_sql("UPDATE search_rows SET checksum = 0 WHERE article_id = 'a'")
    article = filed.articles.get("a")

    changed = msgspec.structs.replace(article, article=Article("a", title="Parken"), version=2)
    filed.articles.replace(changed, version=1)

    assert found(filed, "hallunda") == ()
    assert found(filed, "parken") == ("a",)


def random_article(random, number):
    def text(length):
        return " ".join(random.choices(WORDS, k=length))

    blocks = tuple(paragraph(text(random.randint(1, 6))) for _ in range(random.randint(0, 4)))
    return Article(
        str(number), title=text(random.randint(0, 3)), lead=text(random.randint(0, 4)), body=Document(blocks)
    )


def counts(connection):
    rows = connection.execute(search_words.select().where(search_words.c.articles != 0))
    return {row.word: row.articles for row in rows}


def test_an_index_that_followed_many_changes_is_the_one_that_is_made_of_what_there_is(holdings):
    random = Random(7)
    connection = holdings.articles._connection
    for number in range(30):
        holdings.articles.add(stored(random_article(random, number), number))
    for step in range(200):
        number = random.randrange(30)
        before = holdings.articles.get(str(number))
        after = msgspec.structs.replace(
            before,
            article=random_article(random, number),
            version=before.version + 1,
            updated_at=NOW + timedelta(days=100, seconds=step),
        )
        holdings.articles.replace(after, version=before.version)
    queries = [
        *WORDS,
        *(f'"{first} {second}"' for first in WORDS[:9] for second in WORDS[:9]),
        "-bro",
        "lek*",
    ]
    followed = [found(holdings, text, ArticleSort()) for text in queries]
    counted = counts(connection)

    make_index(connection)

    assert [found(holdings, text, ArticleSort()) for text in queries] == followed
    assert counts(connection) == counted
    for name in ("search_index", "search_titles"):
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('integrity-check')")


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """Sixty articles of few words, and what is in them."""
    archive = open_archive(blank_archive(tmp_path_factory.mktemp("library") / "archive.sqlite3"))
    random = Random(11)
    articles = [random_article(random, number) for number in range(60)]
    with archive.writing() as holdings:
        for day, article in enumerate(articles):
            holdings.articles.add(stored(article, day))
    with archive.reading() as holdings:
        yield holdings, articles
    archive.close()


def has(article, wanted):
    texts = (article.title, article.lead, *words_in(article).parts)
    return any(wanted.is_in(words_of(text)) for text in texts)


terms = st.one_of(
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda some: f'"{" ".join(some)}"'),
    st.sampled_from(WORDS).map(lambda word: f"{word[:3]}*"),
)
questions = st.lists(st.one_of(terms, terms.map(lambda term: f"-{term}")), max_size=4).map(" ".join)


@given(questions)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_search_finds_what_somebody_would_who_reads_everything(library, question):
    holdings, articles = library
    query = parse_query(question)

    expected = {
        article.id
        for article in articles
        if all(has(article, wanted) for wanted in wanted_words(query.terms))
        and not any(has(article, wanted) for wanted in wanted_words(query.terms, excluded=True))
    }

    for sort in (RELEVANCE, ArticleSort()):
        ids = holdings.finding.find(query, sort, now=NOW, me="")
        assert set(ids) == expected
        assert len(ids) == len(expected)
    assert holdings.finding.count(query, now=NOW, me="") == len(expected)


@given(box_texts, st.booleans(), st.sampled_from(SortKey))
@example('lekplats" OR NEAR(', False, SortKey.RELEVANCE)
@example("title:bro AND NOT {body}:x* ^", True, SortKey.TITLE)
@example("bro " * 5000, False, SortKey.RELEVANCE)
@example(" ".join(map(str, range(5000))), False, SortKey.RELEVANCE)
@example('"' + "bro " * 5000 + '"', False, SortKey.CHANGED)
@example("a" * 100_000 + "*", True, SortKey.CHANGED)
def test_no_text_is_an_error(library, text, typing, key):
    holdings, articles = library
    query = parse_query(text, typing=typing)

    ids = holdings.finding.find(query, ArticleSort(key), now=NOW, me=text, typing=typing)

    assert set(ids) <= {article.id for article in articles}
    assert holdings.finding.count(query, now=NOW, me=text, typing=typing) == len(ids)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents)
def test_any_article_can_be_filed_and_changed(archive, document):
    with archive.writing() as holdings:
        held = holdings.articles.get("a")
        article = Article("a", title="Å" if held is None else held.article.title + "b", body=document)
        if held is None:
            holdings.articles.add(stored(article))
        else:
            holdings.articles.replace(msgspec.structs.replace(held, article=article), version=1)

        assert found(holdings, f'"{article.title}"') == ("a",)


def test_what_was_merged_is_found_by_the_name_it_goes_by_now(filed):
    filed.categories.add(Category("c2", "Stadsbyggnad", "stadsbyggnad"))
    connection = filed.articles._connection
    connection.exec_driver_sql("UPDATE categories SET merged_into = 'c2' WHERE id = 'c1'")

    assert found(filed, "stadsbyggnad") == found(filed, "kategori:stadsbyggnad") == ("b",)
    assert found(filed, "kategori:bygga") == ()


def test_a_beginning_of_any_number_of_words_finds_the_same(filed, monkeypatch):
    expected = {text: set(found(filed, text)) for text in ("lek*", "lek* -hallun*", "g* får", "s*")}
    assert expected["lek*"] == {"a", "b"}

    for most in (2, 0):
        monkeypatch.setattr("editor_app.archive.search_expression.MOST_FORMS", most)

        assert {text: set(found(filed, text)) for text in expected} == expected
