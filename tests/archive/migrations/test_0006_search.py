"""Articles of older archives are found by their words, and stand in Swedish order."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

from editor_app.archive.archive import open_archive
from editor_app.archive.sqlite_file import touch
from editor_app.archive.upgrading import upgrade
from editor_app.domain.article import Article
from editor_app.domain.article_query import ArticleSort, SortKey
from editor_app.domain.codec import encode
from editor_app.domain.document import Document, paragraph
from editor_app.domain.query_parser import parse_query

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


def fill(database):
    for day, (article_id, title) in enumerate((("a", "Över ån"), ("b", "Ålen"), ("c", "Zonen"), ("d", ""))):
        database.execute(
            "INSERT INTO articles (id, title, kind, language, state, version, updated_at, updated_by,"
            " submitted_by, created_at, created_by, live)"
            f" VALUES ('{article_id}', '{title}', 'nyhet', 'sv', 'draft', 1,"
            f" '2026-01-0{day + 1} 10:00:00.000000', 'Ada', '',"
            " '2026-01-01 10:00:00.000000', 'Ada', 'not_published')"
        )
        body = Document((paragraph("Kommunens broar lagas."),) if article_id in "ac" else ())
        content = encode(Article(article_id, title=title, body=body)).decode()
        # An article that cannot be read keeps the others from nothing.
        database.execute("INSERT INTO working_copies VALUES (?, ?)", (article_id, content if title else "{"))


def test_what_was_written_before_is_found_and_sorted(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)
    upgrade(path, found=0, to=5)
    with closing(sqlite3.connect(path)) as database, database:
        fill(database)

    upgrade(path, found=5, to=6)

    archive = open_archive(path)
    with archive.reading() as holdings:
        find = holdings.finding.find
        assert find(parse_query("kommun"), ArticleSort(), now=NOW, me="") == ("c", "a")
        assert find(parse_query("åle", typing=True), ArticleSort(), now=NOW, me="", typing=True) == ("b",)
        assert find(parse_query(""), ArticleSort(SortKey.TITLE, descending=False), now=NOW, me="") == (
            "d",
            "c",
            "b",
            "a",
        )
    archive.close()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT number, article_id FROM search_rows").fetchall() == [
            (1, "a"),
            (2, "b"),
            (3, "c"),
        ]
        assert database.execute("SELECT articles FROM search_words WHERE word = 'kommun'").fetchall() == [
            (2,)
        ]
