"""What was approved in an archive of an older program stays approved, word for word."""

import json
import sqlite3
from contextlib import closing
from hashlib import sha256

import msgspec
import pytest

from editor_app.archive.sqlite_file import touch
from editor_app.archive.upgrading import upgrade
from editor_app.desk.opening import open_desk
from editor_app.domain.article import Phone
from editor_app.domain.revision import Occasion
from editor_app.domain.workflow import State

BODY = {
    "blocks": [
        {
            "type": "paragraph",
            "boxed": False,
            "spans": [{"marks": [], "text": "Vägen blir fyra kilometer."}],
        }
    ]
}
SHARED = {
    "body": BODY,
    "embargo_until": None,
    "hero": None,
    "kind": "nyhet",
    "language": "sv",
    "lead": "Bygget börjar i maj.",
    "publish_at": None,
    "record_number": "",
    "related_ids": [],
    "schema": 2,
    "slug": "ny-vag",
    "title": "Ny väg",
    "unpublish_at": None,
}
CARD = ("c1", "Eva Ek", "Projektledare", "Klarebro kommun", "070-174 06 12", "eva.ek@klarebro.example")
ARTICLE = {**SHARED, "id": "a1", "category_id": "k1", "contact_ids": ["c1"], "internal_note": ""}
SNAPSHOT = {
    **SHARED,
    "article_id": "a1",
    "category": {"id": "k1", "name": "Trafik", "slug": "trafik"},
    "contacts": [dict(zip(("id", "name", "role", "organisation", "phone", "email"), CARD, strict=True))],
}


def canonical(value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fill(database: sqlite3.Connection, state: str) -> None:
    """Store one article as the program of version 3 did, submitted by Ada, approved by Bo or not yet."""
    content = canonical(SNAPSHOT)
    digest = sha256(content.encode()).hexdigest()
    database.execute("INSERT INTO categories VALUES ('k1', 'Trafik', 'trafik', 'trafik')")
    database.execute(
        "INSERT INTO contacts (id, name, role, organisation, phone, email) VALUES (?, ?, ?, ?, ?, ?)", CARD
    )
    database.execute(
        "INSERT INTO articles VALUES ('a1', 'Ny väg', 'nyhet', 'sv', 'k1', 'ny-vag', NULL, ?, 3,"
        " '2026-03-01 08:00:00.000000', 'Ada', 'Ada')",
        (state,),
    )
    database.execute("INSERT INTO working_copies VALUES ('a1', ?)", (canonical(ARTICLE),))
    database.execute(
        "INSERT INTO revisions VALUES ('r1', 'a1', 1, ?, ?, '2026-03-01 08:00:00.000000', 'Ada', '', ?)",
        (content, digest, Occasion.SUBMITTED),
    )
    if state == State.APPROVED:
        database.execute(
            "INSERT INTO approvals VALUES ('p1', 'r1', ?, 'Bo', '2026-03-01 09:00:00.000000')", (digest,)
        )


@pytest.fixture
def open_older(archive_path, clock):
    desks = []

    def opened(state):
        touch(archive_path)
        upgrade(archive_path, found=0, to=3)
        with closing(sqlite3.connect(archive_path)) as database, database:
            fill(database, state)
        desks.append(open_desk(archive_path, clock=clock))
        return desks[0]

    yield opened
    for desk in desks:
        desk.close()


def test_an_approved_article_stays_approved_and_is_exported_with_its_words(open_older, tmp_path):
    desk = open_older(State.APPROVED)

    desk.export(tmp_path / "site", by="Ada")

    page = (tmp_path / "site/nyheter/ny-vag/index.html").read_text(encoding="utf-8")
    assert desk.open("a1").state is State.APPROVED
    assert (
        '<p class="name">Eva Ek</p>\n<p>Projektledare, Klarebro kommun</p>\n'
        '<p><a href="tel:+46-70-174-06-12">070-174 06 12</a></p>\n'
        '<p><a href="mailto:eva.ek@klarebro.example">eva<wbr>.ek<wbr>@klarebro<wbr>.example</a></p>\n'
    ) in page


def test_what_was_submitted_to_the_older_program_can_be_approved(open_older):
    desk = open_older(State.IN_REVIEW)

    approved = desk.approve("a1", by="Bo")

    assert approved.state is State.APPROVED
    assert approved.live.number == 1


def test_the_version_of_the_older_program_is_known_as_the_present_text(open_older):
    desk = open_older(State.APPROVED)

    assert [version.is_present for version in desk.versions("a1")] == [True]


def test_a_card_that_is_saved_unchanged_leaves_the_approval(open_older):
    desk = open_older(State.APPROVED)
    (contact,) = desk.contacts()

    desk.save_contact(contact)

    assert desk.open("a1").state is State.APPROVED


def test_a_second_number_on_the_card_asks_for_a_new_approval(open_older):
    desk = open_older(State.APPROVED)
    (contact,) = desk.contacts()

    desk.save_contact(msgspec.structs.replace(contact, phones=(*contact.phones, Phone("1177"))))

    assert desk.open("a1").state is State.DRAFT
    assert desk.open("a1").live.number == 1
