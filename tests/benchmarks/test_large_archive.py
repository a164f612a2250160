"""The archives that figures are measured on are such as the program itself would leave."""

from itertools import pairwise

import pytest

from editor_app.archive.archive import open_archive
from editor_app.desk.desk import Desk
from editor_app.desk.steps import finish
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.normalize import normalize
from editor_app.domain.query_parser import parse_query
from tests.benchmarks.large_archive import fill
from tests.benchmarks.large_corpus import cluster_of, stored_article

COUNT = 60


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    archive = open_archive(tmp_path_factory.mktemp("large") / "archive.sqlite3", create=True)
    fill(archive, COUNT)
    yield archive
    archive.close()


def test_articles_are_the_same_each_time_and_as_the_editor_leaves_them():
    for number in range(COUNT):
        article = stored_article(number, COUNT).article

        assert article == stored_article(number, COUNT).article
        assert normalize(article.body) == article.body


def test_a_cluster_has_ten_articles_that_lie_apart():
    numbers = [number for number in range(1000) if cluster_of(number) == 3]

    assert len(numbers) == 10
    assert min(later - earlier for earlier, later in pairwise(numbers)) == 50


def test_what_is_approved_is_live_with_its_words(archive):
    approved = Desk(archive).find(parse_query("status:godkänd"))

    with archive.reading() as holdings:
        live = [one for id_ in approved if (one := holdings.publications.live(id_)) is not None]
        for one in live:
            snapshot = decode_snapshot(one.revision.content)
            article = holdings.articles.get(snapshot.article_id).article
            assert (snapshot.title, snapshot.body) == (article.title, article.body)
            assert one.approvals[0].hash == one.revision.hash
    assert {one.revision.article_id for one in live} == set(approved)
    assert len(live) > COUNT / 2


def test_the_log_tells_of_all_that_was_done_and_of_nothing_else(archive):
    report = finish(Desk(archive).verify_log())

    assert report.entries > 3 * COUNT
    assert report.flaws == report.differences == ()
