"""Nobody has let a finding be in an archive that knew of no such thing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from editor_app.archive.upgrading import upgrade

MADE_BY_10 = Path(__file__).parents[1] / "made_by" / "version-10.sqlite3"


def ask(path, query):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_there_is_room_for_dismissals_and_the_revisions_stay(tmp_path):
    path = Path(shutil.copy(MADE_BY_10, tmp_path / "archive.sqlite3"))
    kept = ask(path, "SELECT id, hash, content FROM revisions ORDER BY id")

    upgrade(path, found=10, to=11)

    assert kept
    assert ask(path, "SELECT id, hash, content FROM revisions ORDER BY id") == kept
    assert ask(path, "SELECT * FROM dismissals") == []
