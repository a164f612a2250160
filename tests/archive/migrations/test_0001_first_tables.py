"""From nothing to the first tables."""

import sqlite3
from contextlib import closing

from editor_app.archive.sqlite_file import touch
from editor_app.archive.upgrading import upgrade


def test_the_first_tables_are_made_in_an_empty_database(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)

    upgrade(path, found=0, to=1)

    with closing(sqlite3.connect(path)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == {
        "alembic_version",
        "approvals",
        "articles",
        "categories",
        "contacts",
        "image_files",
        "images",
        "revisions",
        "settings",
        "working_copies",
    }


def test_nothing_is_copied_where_nothing_was(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)

    upgrade(path, found=0, to=1)

    assert [file.name for file in tmp_path.iterdir()] == ["archive.sqlite3"]
