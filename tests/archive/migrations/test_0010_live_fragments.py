"""What is live is noted for the website, and made by the first export."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from editor_app.archive.upgrading import upgrade

MADE_BY_9 = Path(__file__).parents[1] / "made_by" / "version-9.sqlite3"


def ask(path, query):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_each_live_page_is_noted_and_nothing_is_made_yet(tmp_path):
    path = Path(shutil.copy(MADE_BY_9, tmp_path / "archive.sqlite3"))
    live = ask(path, "SELECT article_id, revision_id, category_id, dated_at FROM live_pages ORDER BY 1")

    upgrade(path, found=9, to=10)

    noted = ask(path, "SELECT article_id, revision_id, category_id, dated_at FROM site_texts ORDER BY 1")
    assert len(live) == 2
    assert noted == live
    assert ask(path, "SELECT DISTINCT maker, listed FROM site_texts") == [("", "")]
    assert ask(path, "SELECT * FROM live_fragments") == []
