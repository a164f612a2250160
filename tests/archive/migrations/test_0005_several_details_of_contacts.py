"""From one role, phone and e-mail of a contact to several."""

import sqlite3
from contextlib import closing

from editor_app.archive.archive import open_archive
from editor_app.archive.sqlite_file import touch
from editor_app.archive.upgrading import upgrade
from editor_app.domain.article import Contact, Phone


def test_what_a_contact_had_is_the_first_of_each(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)
    upgrade(path, found=0, to=4)
    with closing(sqlite3.connect(path)) as database, database:
        database.executemany(
            "INSERT INTO contacts (id, name, role, organisation, phone, email) VALUES (?, ?, ?, ?, ?, ?)",
            [
                ("a", 'Åsa "Å" Ek', "Chef, bad", "Klarebro kommun", "070-174 06 05", "asa@k.example"),
                ("b", "Växeln", "", "", "1177", ""),
                ("c", "Biblioteket", "", "Klarebro kommun", "", ""),
            ],
        )

    upgrade(path, found=4, to=5)

    archive = open_archive(path)
    with archive.reading() as holdings:
        kept = holdings.contacts.in_order("abc")
    archive.close()
    assert kept == (
        Contact(
            "a",
            'Åsa "Å" Ek',
            roles=("Chef, bad",),
            organisation="Klarebro kommun",
            phones=(Phone("070-174 06 05"),),
            emails=("asa@k.example",),
        ),
        Contact("b", "Växeln", phones=(Phone("1177"),)),
        Contact("c", "Biblioteket", organisation="Klarebro kommun"),
    )
