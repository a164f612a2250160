"""The index that an older program made is made anew, once, and finds what it found."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from editor_app.archive.archive import open_archive
from editor_app.archive.sqlite_file import touch
from editor_app.archive.upgrading import upgrade
from editor_app.domain.article_query import ArticleSort
from editor_app.domain.query_parser import parse_query

MADE_BY_7 = Path(__file__).parents[1] / "made_by" / "version-7.sqlite3"
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def ask(path, query):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_articles_are_found_by_the_words_and_numbers_that_they_had(tmp_path):
    path = Path(shutil.copy(MADE_BY_7, tmp_path / "archive.sqlite3"))
    assert [row[1] for row in ask(path, "PRAGMA table_info(search_index)")][:3] == ["title", "lead", "body"]
    articles = ask(path, "SELECT id, title FROM articles ORDER BY updated_at, id")

    upgrade(path, found=7, to=8)

    assert [row[1] for row in ask(path, "PRAGMA table_info(search_index)")][:3] == ["body", "title", "lead"]
    assert ask(path, "SELECT article_id FROM search_rows ORDER BY number") == [(id_,) for id_, _ in articles]
    assert ask(path, "SELECT articles FROM search_words WHERE word = 'klockan'") == [(1,)]
    archive = open_archive(path)
    with archive.reading() as holdings:
        found = [
            [
                *holdings.articles.titles(
                    holdings.finding.find(parse_query(text), ArticleSort(), now=NOW, me="")
                ).values()
            ]
            for text in ("räcke", "öberg", '"bygga och bo"')
        ]
    archive.close()
    assert found == [["Ny gångbro över Klarån"]] * 3


def test_an_index_that_is_as_it_should_be_stays(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)
    upgrade(path, found=0, to=7)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO search_words VALUES ('bro', 1)")

    upgrade(path, found=7, to=8)

    assert ask(path, "SELECT word FROM search_words") == [("bro",)]
