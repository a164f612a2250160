"""Articles about the same are suggested, by the words that few others have."""

from datetime import UTC, datetime, timedelta

import pytest

from editor_app.archive.rows import StoredArticle
from editor_app.domain.article import Article
from editor_app.domain.document import Document, paragraph
from editor_app.domain.workflow import LiveSide, State

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
COMMON = "Kommunen bygger om och det blir bra för alla som bor här."


@pytest.fixture
def holdings(archive):
    with archive.writing() as holdings:
        yield holdings


def file(holdings, id_, title, *texts, live=LiveSide.LIVE, **fields):
    article = Article(id_, title=title, body=Document(tuple(map(paragraph, (COMMON, *texts)))), **fields)
    holdings.articles.add(
        StoredArticle(article, State.APPROVED, 1, NOW, "Ada", NOW - timedelta(days=1), "Ada", live=live)
    )
    return article


def test_what_shares_rare_words_is_suggested_the_closest_first(holdings):
    for number in range(12):
        file(holdings, f"other {number}", f"Annat {number}")
    file(holdings, "some", "Badhuset", "Simhallen får en ny bassäng.")
    file(holdings, "more", "Simhallen i Kvarnby", "Bassängen töms och badhuset stängs.")
    article = file(holdings, "own", "Badhuset i Kvarnby", "Simhallen och dess bassänger.")

    assert holdings.related.suggest(article, 5) == ("more", "some")
    assert holdings.related.suggest(article, 1) == ("more",)


def test_of_those_that_share_rare_words_one_that_shares_a_usual_one_too_is_closer(holdings):
    for number in range(60):
        file(holdings, f"other {number}", f"Annat {number}", "Trottoarer." if number < 6 else "Vägar.")
    file(holdings, "closer", "Simhallen och trottoaren")
    file(holdings, "newer", "Simhallen")
    article = file(holdings, "own", "Simhallen", "Trottoaren dit byggs om.")

    assert holdings.related.suggest(article, 5) == ("closer", "newer")


def test_only_what_readers_can_reach_and_is_not_chosen_yet_is_suggested(holdings):
    for number in range(12):
        file(holdings, f"other {number}", f"Annat {number}")
    file(holdings, "draft", "Badhuset", live=LiveSide.NOT_PUBLISHED)
    file(holdings, "gone", "Badhuset", live=LiveSide.WITHDRAWN)
    file(holdings, "chosen", "Badhuset")
    file(holdings, "new", "Badhuset")
    article = file(holdings, "own", "Badhuset", related_ids=("chosen",))

    assert holdings.related.suggest(article, 5) == ("new",)


def test_an_article_without_words_of_its_own_has_no_suggestions(holdings):
    for number in range(12):
        file(holdings, f"other {number}", "Om")

    assert holdings.related.suggest(Article("empty"), 5) == ()
    assert holdings.related.suggest(file(holdings, "own", "Om"), 5) == ()
