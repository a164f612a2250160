"""From cards that are all in use to cards that may be retired or merged."""

import sqlite3
from contextlib import closing

from editor_app.archive.sqlite_file import touch
from editor_app.archive.upgrading import upgrade


def test_every_card_is_there_and_in_use(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)
    upgrade(path, found=0, to=6)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "INSERT INTO categories (id, name, folded_name, slug) VALUES ('k', 'Vård', 'vård', 'v')"
        )
        database.execute("INSERT INTO contacts (id, name, organisation) VALUES ('c', 'Växeln', 'Klarebro')")
        database.execute(
            "INSERT INTO articles (id, title, kind, language, category_id, state, version, updated_at,"
            " updated_by, submitted_by, created_at, created_by, live)"
            " VALUES ('a', 'Bro', 'nyhet', 'sv', 'k', 'draft', 1, '2026', '', '', '2026', '', 'live')"
        )

    upgrade(path, found=6, to=7)

    with closing(sqlite3.connect(path)) as database:
        categories = database.execute(
            "SELECT id, name, slug, is_retired, merged_into FROM categories"
        ).fetchall()
        contacts = database.execute("SELECT id, name, is_retired, merged_into FROM contacts").fetchall()
        filed = database.execute("SELECT category_id FROM articles").fetchall()
        addresses = database.execute("SELECT * FROM category_addresses").fetchall()
    assert categories == [("k", "Vård", "v", 0, None)]
    assert contacts == [("c", "Växeln", 0, None)]
    assert filed == [("k",)]
    assert addresses == []
