"""A checkup finds what is wrong, says it of the right thing, and changes nothing."""

import hashlib
import io
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PIL import Image

from editor_app.archive.backups.making import make_backup
from editor_app.archive.backups.names import BackupKind, folder_beside
from editor_app.archive.checkup import place
from editor_app.archive.checkup.checkup import Report, check
from editor_app.archive.checkup.derived import mend
from editor_app.archive.checkup.findings import SEVERITIES, Finding, Problem, Severity, Step
from editor_app.archive.errors import ArchiveMissing
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.desk.checkup_words import SENTENCES, SEVERITY_WORDS, STEP_WORDS
from editor_app.desk.opening import open_desk
from editor_app.domain.article import Contact, Phone
from editor_app.domain.document import Document, Figure, paragraph
from tests.blank_archives import new_desk
from tests.reachable import reachable

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)

NAMES_WHAT_IS_NOT_THERE = """
    UPDATE working_copies SET content = json_set(content, '$.{0}', json('["x"]'))
"""
SYNCED = ["OneDrive - Klarebro kommun", "Dropbox", "iCloud Drive", "com~apple~CloudDocs"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """An archive with a live article that shows an image, and a fresh backup of it."""
    path = tmp_path_factory.mktemp("made") / "archive.sqlite3"
    desk = new_desk(path, clock=lambda: NOW)
    output = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(output, "PNG")
    image = desk.add_image(output.getvalue(), name="rod.png", by="Ada")
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(
        created.article,
        title="Bron",
        lead="Öppnar i maj.",
        body=Document((paragraph("Fyrtio meter."), Figure(image.id, alt="En röd ruta"))),
        category_id=desk.add_category("Trafik").id,
        contact_ids=reachable(desk),
    )
    desk.save(article, version=created.version, by="Ada")
    desk.submit(article.id, by="Ada")
    desk.approve(article.id, by="Bo")
    desk.shown_image(image.id, 20)
    desk.close()
    return path


@pytest.fixture
def path(made, tmp_path, monkeypatch):
    monkeypatch.setattr(place, "LEAST_ROOM", 0)
    path = tmp_path / "archive.sqlite3"
    path.write_bytes(made.read_bytes())
    make_backup(path, BackupKind.DAILY, folder_beside(path), now=NOW)
    return path


def change(path, *statements):
    with closing(sqlite3.connect(path)) as database, database:
        for statement in statements:
            database.execute(statement)


def found(path, *, now=NOW):
    report = check(path, now=now, progress=lambda *_done: None)
    return [(finding.problem, finding.subject) for finding in report.findings]


def test_of_a_sound_archive_nothing_is_said_and_nothing_is_changed(path):
    before = hashlib.sha256(path.read_bytes()).hexdigest()

    report = check(path, now=NOW, progress=lambda *_done: None)

    assert report.findings == ()
    assert (report.archive_version, report.worst) == (ARCHIVE_VERSION, Severity.NOTE)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "UPDATE revisions SET content = replace(content, 'maj', 'juni')",
            [("revision_altered", "Bron (1)")],
        ),
        ("UPDATE approvals SET hash = 'x'", [("approval_altered", "Bron (1)"), ("log_differs", "2")]),
        ("UPDATE image_files SET original = x'00'", [("image_altered", "rod.png")]),
        ("DELETE FROM image_files", [("image_altered", "rod.png")]),
        ("UPDATE image_renditions SET data = x'00'", [("rendition_altered", "rod.png")]),
        ("UPDATE audit_log SET by = 'Eve' WHERE number = 1", [("log_altered", "1")]),
        ("UPDATE working_copies SET content = '{}'", [("text_broken", "Bron")]),
        ("DELETE FROM working_copies", [("text_broken", "Bron")]),
        (
            "INSERT INTO settings VALUES ('policy', '[]')",
            [("value_unknown", "settings.policy: Expected `object`, got `array`")],
        ),
        ("UPDATE articles SET state = 'aproved'", [("value_unknown", "articles.state: aproved")]),
        ("UPDATE articles SET updated_at = 'soon'", [("value_unknown", "articles.updated_at: soon")]),
        (
            "UPDATE articles SET created_at = '2026-13-40 00:00:00'",
            [("value_unknown", "articles.created_at: 2026-13-40 00:00:00")],
        ),
        ("UPDATE images SET consent_until = 'ever'", [("value_unknown", "images.consent_until: ever")]),
        ("UPDATE contacts SET phones = '{}'", [("value_unknown", "contacts: Klara Växel: {}")]),
        (
            "DELETE FROM images",
            [("live_image_missing", "Bron"), ("image_missing", "Bron")],
        ),
        (
            NAMES_WHAT_IS_NOT_THERE.format("contact_ids"),
            [("contact_missing", "Bron"), ("search_stale", ""), ("contacts_stale", "")],
        ),
        (
            NAMES_WHAT_IS_NOT_THERE.format("related_ids"),
            [("related_missing", "Bron")],
        ),
        (
            """UPDATE working_copies SET content = replace(content, '"version_of":null',
                '"version_of":{"article_id":"x","words":""}')""",
            [("original_missing", "Bron")],
        ),
    ],
)
def test_what_was_changed_by_hand_is_found(path, statement, expected):
    change(path, "PRAGMA foreign_keys = ON", statement)

    assert [(problem.value, subject) for problem, subject in found(path)] == expected


def test_a_category_that_is_gone_is_found_from_both_sides(path):
    change(path, "DELETE FROM categories")

    assert [problem for problem, _subject in found(path)] == [
        Problem.BROKEN_REFERENCES,
        Problem.CATEGORY_MISSING,
    ]


def test_an_entry_of_the_log_that_was_removed_is_found(path):
    change(path, "DELETE FROM audit_log WHERE number = 2")

    assert (Problem.LOG_ALTERED, "2") in found(path)


def test_a_damaged_page_is_found_and_the_rest_is_looked_at(path):
    change(path, "UPDATE audit_log SET by = 'Eve' WHERE number = 1")
    overwrite_page_of(path, "working_copies")

    problems = [problem for problem, _subject in found(path)]

    assert problems[0] is Problem.DAMAGED
    assert Problem.LOG_ALTERED in problems


def overwrite_page_of(path, table):
    with closing(sqlite3.connect(path)) as database:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        page = database.execute(query, (table,)).fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"x" * 4096
    path.write_bytes(data)


def test_a_file_without_its_header_is_told_as_such(path):
    path.write_bytes(b"x" * 5000)

    assert found(path) == [(Problem.UNREADABLE, str(path))]


@pytest.mark.parametrize(
    ("version", "problem"), [(1, Problem.OLDER_VERSION), (ARCHIVE_VERSION + 1, Problem.NEWER_VERSION)]
)
def test_an_archive_of_another_version_is_not_looked_into(path, version, problem):
    change(path, f"PRAGMA user_version = {version}")

    assert found(path) == [(problem, str(version))]


def test_no_archive_is_no_finding(tmp_path):
    with pytest.raises(ArchiveMissing):
        found(tmp_path / "archive.sqlite3")


def test_backups_that_are_missing_old_or_broken_are_told(path):
    later = found(path, now=NOW + timedelta(days=3))
    (backup,) = folder_beside(path).iterdir()
    backup.write_bytes(b"x" * 5000)
    broken = found(path)
    backup.unlink()
    none = found(path)

    assert later == [(Problem.OLD_BACKUP, NOW.isoformat())]
    assert broken == [(Problem.BROKEN_BACKUP, backup.name)]
    assert none == [(Problem.NO_BACKUP, "")]


def test_little_room_is_told(path, monkeypatch):
    monkeypatch.setattr(place, "LEAST_ROOM", 1 << 60)

    assert found(path) == [(Problem.DISK_LOW, str(path.parent))]


@pytest.mark.parametrize("folder", SYNCED)
def test_a_folder_of_a_sync_program_is_told(path, tmp_path, folder):
    (tmp_path / folder).mkdir()
    there = tmp_path / folder / path.name
    there.write_bytes(path.read_bytes())

    assert (Problem.SYNC_FOLDER, folder) in found(there)


def test_the_deepest_mount_decides_what_is_a_network_drive(tmp_path):
    (tmp_path / "mounts").write_text(
        f"disk / ext4 rw 0 0\n//server/share {tmp_path}/gemensam\\040mapp cifs rw 0 0\n"
        f"disk {tmp_path}/gemensam\\040mapp/lokal ext4 rw 0 0\n"
    )
    mounts = tmp_path / "mounts"

    assert place.is_on_network(tmp_path / "gemensam mapp" / "archive.sqlite3", mounts)
    assert not place.is_on_network(tmp_path / "gemensam mapp" / "lokal" / "archive.sqlite3", mounts)
    assert not place.is_on_network(tmp_path / "archive.sqlite3", mounts)


def test_a_checkup_is_stopped_at_any_step(path):
    for step in Step:

        def stop(here, _done, _total, step=step):
            if here is step:
                raise InterruptedError

        if step is not Step.FILE:
            with pytest.raises(InterruptedError):
                check(path, now=NOW, progress=stop)


def test_the_check_of_a_large_file_is_stopped_too(path, monkeypatch):
    monkeypatch.setattr("editor_app.archive.sqlite_file.STEPS_AT_A_TIME", 10)

    def stop(step, _done, _total):
        if step is Step.FILE:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        check(path, now=NOW, progress=stop)


def test_somebody_else_writes_meanwhile(path):
    desk = open_desk(path)

    def write(*_done):
        desk.create(by="Ada")

    assert check(path, now=NOW, progress=write).findings == ()
    desk.close()


def test_every_problem_has_its_gravity_and_its_sentences():
    assert set(SEVERITIES) == set(SENTENCES) == set(Problem)
    assert set(SEVERITY_WORDS) == set(Severity)
    assert set(STEP_WORDS) == set(Step)


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM search_rows", "search_stale"),
        ("UPDATE search_rows SET checksum = 1", "search_stale"),
        ("DELETE FROM article_contacts", "contacts_stale"),
        ("UPDATE article_contacts SET contact_id = 'x' WHERE is_live", "contacts_stale"),
        ("DELETE FROM shown_images", "image_uses_stale"),
        ("UPDATE shown_images SET number = 7 WHERE number = 1", "image_uses_stale"),
        ("DELETE FROM site_texts", "site_texts_stale"),
        ("DELETE FROM live_fragments", "site_texts_stale"),
        ("UPDATE live_fragments SET html = replace(html, 'Två', 'Tre')", "site_texts_stale"),
    ],
)
def test_what_follows_from_the_texts_is_found_wrong_and_mended(path, statement, problem):
    desk = open_desk(path)
    contact = desk.save_contact(Contact("", "Åsa Öberg", phones=(Phone("08-465 004 00"),)), by="Ada")
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(
        created.article,
        title="Vägen",
        lead="Öppnar i juni.",
        body=Document((paragraph("Två mil."),)),
        category_id=desk.categories()[0].id,
        contact_ids=(contact.id,),
    )
    desk.save(article, version=created.version, by="Ada")
    desk.submit(article.id, by="Ada")
    desk.approve(article.id, by="Bo")
    desk.close()
    change(path, statement)
    before = texts_of(path)

    told = found(path)
    mend(path)

    assert told == [(problem, "")]
    assert found(path) == []
    assert texts_of(path) == before
    desk = open_desk(path)
    assert [hit.summary.title for hit in desk.search("mil")] == ["Vägen"]
    assert [entry.usage.live for entry in desk.contact_entries()] == [1, 1]
    assert [(use.title, use.is_live) for use in desk.image_uses(desk.images()[0].id)] == [("Bron", True)]
    desk.close()


def texts_of(path):
    tables = (
        "working_copies",
        "revisions",
        "articles",
        "audit_log",
        "publications",
        "live_pages",
        "contacts",
    )
    with closing(sqlite3.connect(path)) as database:
        return [database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM live_pages",
        "UPDATE articles SET live = 'withdrawn'",
        "UPDATE live_pages SET released_at = '2020-01-01 00:00:00'",
        "UPDATE live_pages SET first_released_at = '2020-01-01 00:00:00'",
    ],
)
def test_a_live_page_that_is_not_what_was_published_last_is_found(path, statement):
    change(path, statement)

    assert ("live_page_wrong", "Bron") in found(path)


def test_a_page_that_is_live_after_its_withdrawal_is_found(path):
    change(
        path,
        "INSERT INTO withdrawals (id, article_id, reason, words, replacement_id, withdrawn_by, withdrawn_at)"
        " SELECT 'w', article_id, 'outdated', '', '', 'Bo', datetime(published_at, '+1 day')"
        " FROM publications",
    )

    assert ("live_page_wrong", "Bron") in found(path)


def test_an_act_that_the_log_does_not_tell_of_is_one_finding(path):
    change(path, "UPDATE approvals SET approved_by = 'Eve'")

    assert found(path) == [("log_differs", "2")]


def test_what_is_damaged_is_not_mended(path):
    report = Report(1, "3", (Finding(Problem.DAMAGED), Finding(Problem.SEARCH_STALE)))

    assert not report.can_be_mended
