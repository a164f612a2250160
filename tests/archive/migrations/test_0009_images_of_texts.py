"""Which images texts show is noted of all that there are, readable or not."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from editor_app.archive.upgrading import upgrade

MADE_BY_8 = Path(__file__).parents[1] / "made_by" / "version-8.sqlite3"


def ask(path, query):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_the_images_of_each_working_copy_and_revision_are_known(tmp_path):
    path = Path(shutil.copy(MADE_BY_8, tmp_path / "archive.sqlite3"))
    ((image_id,),) = ask(path, "SELECT id FROM images")
    ((article_id,),) = ask(path, "SELECT id FROM articles WHERE title LIKE 'Ny gångbro%'")
    with closing(sqlite3.connect(path)) as database, database:
        # What the program cannot read goes on showing its image; words about one show nothing.
        database.execute(
            "UPDATE working_copies SET content = content || '!' WHERE article_id = ?", [article_id]
        )
        database.execute(
            "UPDATE working_copies SET content = replace(content, 'Skrivs klart',"
            f""" 'Bilden \\"image_id\\":\\"{image_id}\\" skrivs klart')"""
        )

    upgrade(path, found=8, to=9)

    assert ask(path, "SELECT article_id, number, image_id FROM shown_images ORDER BY number") == [
        (article_id, 0, image_id),
        (article_id, 1, image_id),
    ]


def test_what_begins_or_ends_after_a_moment_is_looked_up_by_its_time(tmp_path):
    path = Path(shutil.copy(MADE_BY_8, tmp_path / "archive.sqlite3"))

    upgrade(path, found=8, to=9)

    query = "SELECT article_id FROM live_pages WHERE begins_at > '2026' OR ends_at > '2026'"
    plan = " ".join(row[3] for row in ask(path, f"EXPLAIN QUERY PLAN {query}"))
    assert "ix_live_pages_begins_at" in plan
    assert "ix_live_pages_ends_at" in plan
