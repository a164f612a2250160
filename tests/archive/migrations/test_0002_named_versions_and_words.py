"""From the first tables to versions with a name."""

import sqlite3
from contextlib import closing

from editor_app.archive.sqlite_file import touch
from editor_app.archive.upgrading import upgrade


def test_what_was_submitted_before_is_a_submitted_version_without_a_name(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)
    upgrade(path, found=0, to=1)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "INSERT INTO articles (id, title, kind, language, state, version, updated_at, updated_by,"
            " submitted_by) VALUES ('a', 'Bro', 'nyhet', 'sv', 'draft', 1, '2026-01-01', 'Ada', '')"
        )
        database.execute(
            "INSERT INTO revisions (id, article_id, number, content, hash, created_at, created_by)"
            " VALUES ('r', 'a', 1, '{}', 'h', '2026-01-01', 'Ada')"
        )

    upgrade(path, found=1, to=2)

    with closing(sqlite3.connect(path)) as database:
        kept = database.execute("SELECT content, hash, created_by, name, occasion FROM revisions").fetchall()
        words = database.execute("SELECT * FROM words").fetchall()
    assert kept == [("{}", "h", "Ada", "", "submitted")]
    assert words == []
