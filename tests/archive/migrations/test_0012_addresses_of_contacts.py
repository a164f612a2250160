"""No page of a contact has moved in an archive that kept no former addresses."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from editor_app.archive.upgrading import upgrade

MADE_BY_11 = Path(__file__).parents[1] / "made_by" / "version-11.sqlite3"


def ask(path, query):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_there_is_room_for_former_addresses_and_the_contacts_stay(tmp_path):
    path = Path(shutil.copy(MADE_BY_11, tmp_path / "archive.sqlite3"))
    kept = ask(path, "SELECT * FROM contacts ORDER BY id")

    upgrade(path, found=11, to=12)

    assert kept
    assert ask(path, "SELECT * FROM contacts ORDER BY id") == kept
    assert ask(path, "SELECT * FROM contact_addresses") == []
