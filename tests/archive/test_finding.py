"""Which articles are found, and in which order."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from editor_app.archive.rows import StoredArticle
from editor_app.domain.article import Article, Category, Contact, Kind
from editor_app.domain.article_query import ArticleQuery, ArticleSort, SortKey
from editor_app.domain.comment import Comment, CommentOccasion
from editor_app.domain.query_parser import parse_query
from editor_app.domain.workflow import LiveSide, State

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
def holdings(archive):
    with archive.writing() as holdings:
        yield holdings


@pytest.fixture
def filed(holdings):
    """Five articles, each edited a day after the one before it."""
    for id_, name in (("edu", "Barn och utbildning"), ("road", "Trafik"), ("age", "Äldre")):
        holdings.categories.add(Category(id_, name, id_))
    holdings.contacts.put(Contact("c1", "Cia Ås"))
    holdings.contacts.put(Contact("c2", "Dan Öst"))
    of = {
        "a": {"title": "Ärtor i parken", "kind": Kind.NEWS, "category_id": "road", "contact_ids": ("c1",)},
        "b": {"title": "Zoo på torget", "kind": Kind.CRISIS, "category_id": "age", "language": "en"},
        "c": {"title": "”Å, så fint”", "kind": Kind.NEWS, "publish_at": NOW, "contact_ids": ("c2", "c1")},
        "d": {"title": "bro stängs", "kind": Kind.INFORMATION, "category_id": "edu"},
        "e": {
            "title": "Öppet hus",
            "kind": Kind.NEWS,
            "category_id": "edu",
            "publish_at": NOW - timedelta(days=9),
        },
    }
    states = (State.DRAFT, State.IN_REVIEW, State.IN_REVIEW, State.APPROVED, State.DRAFT)
    by = ("Ada Ek", "Ada Ek", "Bo Lind", "Bo Lind", "Eva Ek")
    asked_by = ("", "Ada Ek", "Bo Lind", "Ada Ek", "")
    for day, (id_, values) in enumerate(of.items()):
        holdings.articles.add(
            StoredArticle(
                Article(id_, **values),
                states[day],
                1,
                NOW + timedelta(days=day),
                by[day],
                created_at=NOW,
                created_by=by[day],
                submitted_by=asked_by[day],
            )
        )
    return holdings


def bring_to(holdings, article_id, side):
    stored = holdings.articles.get(article_id)
    holdings.articles.replace(msgspec.structs.replace(stored, live=side), version=stored.version)


def found(holdings, text, me="Ada Ek"):
    return "".join(sorted(holdings.finding.find(parse_query(text), ArticleSort(), now=NOW, me=me)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "abcde"),
        ("status:utkast", "ae"),
        ("status:utkast status:godkänd", "ade"),
        ("typ:nyhet", "ace"),
        ("kategori:trafik", "a"),
        ("kategori:utbildning kategori:äld", "bde"),
        ("kategori:ingen", ""),
        ("kontakt:cia", "ac"),
        ('kontakt:"Dan Öst" kontakt:Cia', "ac"),
        ("kontakt:Bo", ""),
        ("språk:engelska", "b"),
        ("person:ek", "abde"),
        ('person:"bo lind"', "cd"),
        ("mina", "abd"),
        ("väntar på mig", "c"),
        ("från:2026-03-04", "cde"),
        ("till:2026-03-03", "ab"),
        ("från:2026-03-03 till:2026-03-04", "bc"),
        ("typ:nyhet status:granskas", "c"),
        ("status:blå", "abcde"),
    ],
)
def test_articles_are_found_by_what_is_known_of_them(filed, text, expected):
    assert found(filed, text) == expected
    assert filed.finding.count(parse_query(text), now=NOW, me="Ada Ek") == len(expected)


def begin(holdings, article_id, **changes):
    stored = holdings.articles.get(article_id)
    holdings.articles.replace(msgspec.structs.replace(stored, **changes), version=stored.version)


def test_what_somebody_else_has_gone_on_with_stays_mine(filed):
    begin(filed, "e", updated_by="Bo Lind")

    assert found(filed, "mina", me="Eva Ek") == "e"


def test_what_i_began_does_not_wait_for_me_unless_one_person_is_enough(filed):
    query = parse_query("väntar på mig")

    assert filed.finding.find(query, ArticleSort(), now=NOW, me="Bo Lind") == ("b",)
    assert filed.finding.find(query, ArticleSort(), now=NOW, me="Bo Lind", one_approves=True) == ("c", "b")
    assert filed.finding.count(query, now=NOW, me="Bo Lind", one_approves=True) == 2


def test_a_draft_that_was_sent_back_waits_for_who_began_it_until_its_comment_is_settled(filed):
    filed.comments.add(Comment("k1", "a", None, CommentOccasion.RETURNED, "Vilken park?", "Bo Lind", NOW))
    waited = found(filed, "väntar på mig")

    filed.comments.settle("k1", by="Ada Ek", at=NOW)

    assert waited == "ac"
    assert found(filed, "väntar på mig") == "c"


def test_a_draft_that_was_sent_back_waits_for_who_edited_it_last_too(filed):
    begin(filed, "e", updated_by="Bo Lind")
    filed.comments.add(Comment("k1", "e", None, CommentOccasion.RETURNED, "När?", "Cy Ek", NOW))

    assert "e" in found(filed, "väntar på mig", me="Bo Lind")
    assert filed.comments.returned_to("Bo Lind") == (filed.articles.get("e").article.title,)


def test_what_is_live_is_told_apart_from_what_is_not(filed):
    bring_to(filed, "d", LiveSide.LIVE)
    bring_to(filed, "a", LiveSide.WITHDRAWN)

    assert found(filed, "status:publicerad") == "d"
    assert found(filed, "status:opublicerad") == "bce"
    assert found(filed, "status:tillbakadragen") == "a"


def test_days_are_swedish_ones(filed):
    late = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    filed.articles.add(StoredArticle(Article("f"), State.DRAFT, 1, late, "Ada Ek", late, "Ada Ek"))

    assert found(filed, "från:2026-07-02 till:2026-07-02") == "f"


def test_whoever_is_nobody_has_nothing_and_is_waited_for_everywhere(filed):
    assert found(filed, "mina", me="") == ""
    assert found(filed, "väntar på mig", me="") == "bc"
    assert found(filed, "mina", me="  ada EK ") == "abd"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (ArticleSort(), "edcba"),
        (ArticleSort(SortKey.CHANGED, descending=False), "abcde"),
        (ArticleSort(SortKey.TITLE, descending=False), "dbcae"),
        (ArticleSort(SortKey.TITLE, descending=True), "eacbd"),
        (ArticleSort(SortKey.KIND, descending=False), "dbeca"),
        (ArticleSort(SortKey.STATE, descending=False), "eacbd"),
        (ArticleSort(SortKey.CATEGORY, descending=False), "edabc"),
        (ArticleSort(SortKey.CATEGORY, descending=True), "baedc"),
        (ArticleSort(SortKey.PUBLISHED, descending=True), "cedba"),
        (ArticleSort(SortKey.PUBLISHED, descending=False), "ecdba"),
    ],
)
def test_each_order_goes_both_ways(filed, sort, expected):
    assert "".join(filed.finding.find(ArticleQuery(), sort, now=NOW, me="")) == expected
    assert "".join(filed.finding.find(ArticleQuery(), sort, now=NOW, me="", limit=2)) == expected[:2]


def test_an_archive_without_categories_can_be_sorted_by_them(holdings):
    assert holdings.finding.find(ArticleQuery(), ArticleSort(SortKey.CATEGORY), now=NOW, me="") == ()


def test_rows_come_in_the_order_of_their_ids(filed):
    rows = filed.finding.rows(("c", "gone", "a"))

    assert [(row.id, row.title, row.category) for row in rows] == [
        ("c", "”Å, så fint”", ""),
        ("a", "Ärtor i parken", "Trafik"),
    ]
    assert rows[0].contacts == ("Dan Öst", "Cia Ås")


def test_more_rows_than_a_statement_takes_come_all(filed):
    ids = ("a",) * 1200 + ("b",)

    assert len(filed.finding.rows(ids)) == 1201
