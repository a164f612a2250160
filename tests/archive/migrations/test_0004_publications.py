"""From approvals that were publications to publications of their own, and a log from here on."""

import json
import sqlite3
from contextlib import closing

from editor_app.archive.archive import open_archive
from editor_app.archive.sqlite_file import touch
from editor_app.archive.upgrading import upgrade
from editor_app.domain.audit import find_flaws

SNAPSHOT = {
    "title": "Bro",
    "kind": "nyhet",
    "language": "sv",
    "category": {"id": "c", "name": "Bygga", "slug": "bygga"},
    "contacts": [{"id": "k2"}, {"id": "k1"}],
    "publish_at": None,
    "embargo_until": "2026-02-01T12:00:00Z",
    "unpublish_at": None,
}


def fill(database):
    for article_id in ("a", "b"):
        database.execute(
            "INSERT INTO articles (id, title, kind, language, state, version, updated_at, updated_by,"
            f" submitted_by) VALUES ('{article_id}', 'Bro', 'nyhet', 'sv', 'draft', 1,"
            " '2026-01-09 10:00:00.000000', 'Cy', '')"
        )
        database.execute(
            "INSERT INTO working_copies VALUES (?, ?)", (article_id, json.dumps({"contact_ids": ["k1"]}))
        )
    for number in (1, 2, 3):
        database.execute(
            "INSERT INTO revisions (id, article_id, number, content, hash, created_at, created_by)"
            f" VALUES ('r{number}', 'a', {number}, ?, 'h{number}', ?, 'Ada')",
            (json.dumps(SNAPSHOT), f"2026-01-0{number} 10:00:00.000000"),
        )
    for number, day in ((1, 3), (2, 4), (2, 5)):
        database.execute(
            "INSERT INTO approvals (id, revision_id, hash, approved_by, approved_at)"
            f" VALUES ('g{day}', 'r{number}', 'h{number}', 'Bo', '2026-01-0{day} 10:00:00.000000')"
        )


def rows(path, query):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_what_was_approved_is_published_and_the_newest_is_live(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)
    upgrade(path, found=0, to=3)
    with closing(sqlite3.connect(path)) as database, database:
        fill(database)

    upgrade(path, found=3, to=4)

    assert rows(path, "SELECT id, created_at, created_by, live FROM articles ORDER BY id") == [
        ("a", "2026-01-01 10:00:00.000000", "Ada", "live"),
        ("b", "2026-01-09 10:00:00.000000", "Cy", "not_published"),
    ]
    assert rows(
        path,
        "SELECT article_id, revision_id, published_by, published_at FROM publications ORDER BY published_at",
    ) == [
        ("a", "r1", "Bo", "2026-01-03 10:00:00.000000"),
        ("a", "r2", "Bo", "2026-01-04 10:00:00.000000"),
        ("a", "r2", "Bo", "2026-01-05 10:00:00.000000"),
    ]
    assert rows(path, "SELECT * FROM live_pages") == [
        (
            "a",
            "r2",
            "Bro",
            "nyhet",
            "sv",
            "c",
            "2026-01-03 10:00:00.000000",
            "2026-02-01 12:00:00.000000",
            None,
            "2026-01-04 10:00:00.000000",
            "2026-01-03 10:00:00.000000",
        )
    ]
    assert rows(
        path,
        "SELECT article_id, is_live, contact_id FROM article_contacts ORDER BY article_id, is_live, position",
    ) == [("a", 0, "k1"), ("a", 1, "k2"), ("a", 1, "k1"), ("b", 0, "k1")]
    assert rows(path, "SELECT DISTINCT forced_reason FROM approvals") == [("",)]


def test_the_log_begins_by_saying_what_it_does_not_know(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)
    upgrade(path, found=0, to=3)
    with closing(sqlite3.connect(path)) as database, database:
        fill(database)
    upgrade(path, found=3)

    archive = open_archive(path)
    with archive.reading() as holdings:
        entries = list(holdings.log.entries())
    archive.close()

    assert [(entry.number, entry.act, entry.details) for entry in entries] == [
        (1, "log_begun", {"articles": "2", "approvals": "3"})
    ]
    assert list(find_flaws(entries)) == []


def test_the_log_of_an_archive_that_holds_nothing_is_empty(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)

    upgrade(path, found=0, to=4)

    assert rows(path, "SELECT * FROM audit_log") == []
